import type { Channel } from '../../../../../lib/testing/exchange/pbx/channel.js';
import type { PbxEvent } from '../../../../../lib/testing/exchange/pbx/pbx-event.js';
import { Pbx } from '../../../../../lib/testing/exchange/pbx/pbx.js';
import type { AsteriskVersion } from '../../../../../lib/testing/exchange/pbx/pbx.js';
import { QueueCaller } from '../../../../../lib/testing/exchange/pbx/queues/queue-caller.js';
import type { Queue } from '../../../../../lib/testing/exchange/pbx/queues/queue.js';
import { VirtualClock } from '../../../../../lib/testing/index.js';

const dialplan = `[default]
exten => support,1,Queue(support)
exten => patient,1,Queue(support,,,,3)
 same => n,Wait(60)
exten => once,1,Queue(support,n)
 same => n,Wait(60)
exten => stays,1,Queue(support,c)
 same => n,Wait(60)
exten => again,1,Queue(support,,,,1)
 same => n,Queue(support,,,,1)
exten => none,1,Queue(none)
 same => n,Wait(60)
exten => second,1,Queue(support,,,,,,,,2)
exten => brief,1,Wait(0.2)
 same => n,Answer()
 same => n,Wait(3)
`;

/** A queue `support` in virtual time, with phones that ring until they are told what to do. */
export class QueueLab {
  readonly clock = new VirtualClock();
  readonly pbx: Pbx;
  readonly events: PbxEvent[] = [];
  /** The channels by which members were called, by the names of their phones. */
  readonly called = new Map<string, Channel>();

  constructor(queues: string, version: AsteriskVersion = '22', phones = 'alice bob carol') {
    this.pbx = new Pbx({ scheduler: this.clock, version, dialplan, queues });
    for (const name of phones.split(' ')) {
      this.pbx.phones.add(name, {
        onCall: (channel) => this.called.set(name, channel),
      });
    }
    this.pbx.events$.subscribe((event) => this.events.push(event));
  }

  get queue(): Queue {
    const queue = this.pbx.queues.find('support');
    if (queue === undefined) throw new Error('There is no queue');
    return queue;
  }

  /** Somebody calls an extension. */
  call(exten = 'support', number = '201'): Channel {
    const phone = this.pbx.phones.add(`caller${number}`, { number, name: `N${number}` });
    const channel = this.pbx.phones.dial(phone, exten);
    this.pbx.enterDialplan(channel, channel.place);
    this.clock.advance();
    return channel;
  }

  /** Somebody who waits in a queue, and does nothing else. */
  waiting(queue: Queue): QueueCaller {
    const phone = this.pbx.phones.add('waiting', { number: '200' });
    return new QueueCaller(queue, this.pbx.phones.dial(phone, 'support'));
  }

  /** The member's phone is answered. */
  answer(name: string): Channel {
    const channel = this.called.get(name);
    if (channel === undefined) throw new Error(`${name} is not called`);
    channel.receive('answer');
    this.clock.advance();
    return channel;
  }

  /** Events of these names, with the values of some fields. */
  told(names: RegExp, ...fields: string[]): string[] {
    return this.events
      .filter(({ name }) => names.test(name))
      .map((event) =>
        [event.name, ...fields.map((field) => event.fields[field])]
          .filter((part) => part !== undefined)
          .join(' '),
      );
  }

  /** The interfaces that were called, in order. */
  get rung(): string[] {
    return this.told(/^AgentCalled$/, 'Interface').map((text) => text.split('/')[1] ?? '');
  }
}
