import { Action } from '../../../lib/index.js';
import type { Random } from '../../../lib/testing/index.js';
import type { LiveExchange } from '../../../lib/live/index.js';

/** An action that can be told from all others where it arrives: by this field. */
export interface MarkedAction {
  readonly action: Action;
  readonly field: 'ActionID' | 'Key' | 'UserEvent';
  readonly mark: string;
  /** How the client asks for it. */
  readonly how: 'request' | 'collect' | 'action';
}

type Fields = Readonly<Record<string, string>>;

/** Actions by chance, on what the client knows of the exchange at that moment. */
export class RandomActions {
  #count = 0;

  constructor(
    private readonly random: Random,
    private readonly live: LiveExchange,
  ) {}

  next(): MarkedAction {
    const mark = `chaos-${++this.#count}`;
    const [name, fields, how = 'request'] = this.#choose(mark);
    const field = name === 'DBPut' ? 'Key' : name === 'UserEvent' ? 'UserEvent' : 'ActionID';
    // Where something else marks it, its ActionID is that of the client.
    const id: Fields = field === 'ActionID' ? { ActionID: mark } : {};
    return { action: new Action(name, { ...fields, ...id }), field, mark, how };
  }

  #choose(mark: string): readonly [name: string, fields: Fields, how?: MarkedAction['how']] {
    const { random } = this;
    const Channel = this.#channel();
    const Interface = random.pick(['PJSIP/bob', 'PJSIP/carol', 'PJSIP/dave', 'PJSIP/erin']);
    const Queue = random.pick(['support', 'sales']);
    const exten = random.pick(['1001', '1003', '2001', '3000', '5000', '7001', '7101']);
    const choices = [
      ['Ping', {}],
      ['CoreStatus', {}],
      ['CoreShowChannels', {}, 'collect'],
      ['QueueStatus', {}, 'collect'],
      ['DeviceStateList', {}, 'collect'],
      ['PJSIPShowEndpoints', {}, 'collect'],
      ['ConfbridgeListRooms', {}, 'collect'],
      ['Command', { Command: 'core show channels count' }],
      ['DBPut', { Family: 'chaos', Key: mark, Val: mark }],
      ['DBPut', { Family: 'chaos', Key: mark, Val: mark }],
      ['UserEvent', { UserEvent: mark }],
      ['UserEvent', { UserEvent: mark }],
      ['Originate', this.#originate(exten), 'action'],
      ['Originate', this.#originate(exten)],
      ['QueuePause', { Interface, Paused: random.pick(['true', 'false']), Reason: mark }],
      ['QueueAdd', { Queue, Interface: 'PJSIP/alice', Penalty: '2' }],
      ['QueueRemove', { Queue, Interface: 'PJSIP/alice' }],
      ['QueuePenalty', { Queue, Interface, Penalty: random.pick(['0', '3']) }],
      ['Setvar', { Variable: 'DEVICE_STATE(Custom:bob)', Value: random.pick(['BUSY', 'RINGING']) }],
      ['Setvar', { Channel, Variable: 'CALLERID(name)', Value: mark }],
      ['Hangup', { Channel }],
      ['Redirect', { Channel, Context: 'default', Exten: exten, Priority: '1' }],
      ['BlindTransfer', { Channel, Context: 'default', Exten: exten }],
      ['Bridge', { Channel1: Channel, Channel2: this.#channel() }],
      ['Park', { Channel, Timeout: '9000' }],
      ['ConfbridgeMute', { Conference: '3000', Channel }],
      ['ConfbridgeLock', { Conference: random.pick(['3000', '3001']) }],
      ['AgentLogoff', { Agent: '7001' }],
    ] as const;
    return random.pick<readonly [string, Fields, MarkedAction['how']?]>(choices);
  }

  #originate(Exten: string): Fields {
    const { random } = this;
    const Channel = random.pick([
      'PJSIP/alice',
      'PJSIP/erin',
      'Local/1002@default',
      'PJSIP/nobody',
    ]);
    return {
      ...{ Channel, Context: 'default', Exten, Priority: '1', Timeout: '3000', Async: 'true' },
    };
  }

  /** One that is there, as far as the client knows. */
  #channel(): string {
    const names = [...this.live.channels.current.values()].map(({ name }) => name);
    return names.length === 0 ? 'PJSIP/nobody-00000000' : this.random.pick(names);
  }
}
