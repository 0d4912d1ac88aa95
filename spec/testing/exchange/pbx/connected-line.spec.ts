import type { Channel } from '../../../../lib/testing/exchange/pbx/channel.js';
import { PbxLab } from './support/pbx-lab.js';

const dialplan = `[default]
exten => one,1,Dial(PJSIP/bob)
exten => anonymous,1,Dial(PJSIP/dave)
exten => both,1,Dial(PJSIP/bob&PJSIP/carol)
exten => relay,1,Dial(Local/one@default/n)
exten => relayboth,1,Dial(Local/one@default/n&PJSIP/dave)
exten => queue,1,Queue(support)
`;
const queues = '[support]\nmember => PJSIP/dave\nmember => PJSIP/bob\n';
const wanted = {
  AgentConnect: ['CallerIDNum', 'DestCallerIDNum'],
  DialBegin: ['CallerIDNum', 'DestCallerIDNum'],
  DialEnd: ['CallerIDNum', 'DestCallerIDNum', 'DialStatus'],
  NewConnectedLine: ['CallerIDNum', 'ConnectedLineNum'],
  Pickup: ['CallerIDNum', 'TargetCallerIDNum'],
};

/** Phones of which Dave's has no number, and Ann, who calls an extension. */
class Office extends PbxLab {
  readonly ringing = new Map<string, Channel>();

  constructor(exten: string) {
    super({ dialplan, queues });
    const numbers = { ann: '1', bob: '2', carol: '3', dave: undefined };
    for (const [name, number] of Object.entries(numbers)) {
      this.pbx.phones.add(name, {
        ...(number === undefined ? {} : { number }),
        onCall: (channel) => this.ringing.set(name, channel),
      });
    }
    this.dial('ann', exten);
  }

  dial(name: string, exten: string): void {
    const phone = this.pbx.phones.all.get(name);
    if (phone === undefined) throw new Error(`There is no ${name}`);
    const channel = this.pbx.phones.dial(phone, exten);
    this.pbx.enterDialplan(channel, channel.place);
  }

  answer(name: string): string[] {
    this.ringing.get(name)?.receive('answer');
    return this.heard(100, wanted);
  }
}

// After what app_dial.c and app_queue.c say.
describe('Whom a caller is connected with', () => {
  it('is known as soon as he calls one phone that has a number', () => {
    const office = new Office('one');
    expect(office.heard(100, wanted)).toEqual([
      'NewConnectedLine 2 1',
      'DialBegin 1 2',
      'NewConnectedLine 1 2',
    ]);
    expect(office.answer('bob')).toEqual(['DialEnd 1 2 ANSWER']);
  });

  it('is not known of a phone that has none', () => {
    const office = new Office('anonymous');
    expect(office.heard(100, wanted)).toEqual([
      'NewConnectedLine anonymous 1',
      'DialBegin 1 anonymous',
    ]);
    expect(office.answer('dave')).toEqual(['DialEnd 1 anonymous ANSWER']);
  });

  it('is known when one of several has answered', () => {
    const office = new Office('both');
    expect(office.heard(100, wanted)).not.toContain('NewConnectedLine 1 2');
    expect(office.answer('carol')).toEqual([
      'NewConnectedLine 1 3',
      'DialEnd 1 2 CANCEL',
      'DialEnd 1 3 ANSWER',
    ]);
  });

  it('is known through a Local channel, too: at once, or when it has answered', () => {
    const office = new Office('relay');
    expect(office.heard(100, wanted)).toEqual([
      'NewConnectedLine relay 1',
      'NewConnectedLine 1 relay',
      'DialBegin 1 relay',
      'NewConnectedLine 2 1',
      'DialBegin 1 2',
      // Of the half that calls, and of the caller.
      'NewConnectedLine 1 2',
      'NewConnectedLine 1 2',
    ]);

    const later = new Office('relayboth');
    expect(later.heard(100, wanted).filter((one) => one === 'NewConnectedLine 1 2')).toHaveLength(
      1,
    );
    expect(later.answer('bob')).toContain('NewConnectedLine 1 2');
  });

  it('is known after the dial when a member of a queue has answered', () => {
    const office = new Office('queue');
    office.heard(100, wanted);
    expect(office.answer('bob')).toEqual([
      'DialEnd 1 2 ANSWER',
      'DialEnd 1 queue CANCEL',
      'NewConnectedLine 1 2',
      'DialEnd 1 queue CANCEL',
      'AgentConnect 1 2',
    ]);
  });
});

describe('Picking up a call to a member of a queue', () => {
  it('connects the caller with who picks up, in the place of the member', () => {
    const office = new Office('queue');
    office.heard(100, wanted);
    const bob = office.ringing.get('bob');
    office.pbx.dialplan.add('default', 'take', `1,PickupChan(${bob?.name ?? ''})`);
    office.dial('carol', 'take');
    expect(office.heard(100, wanted)).toEqual([
      'NewConnectedLine 3 1',
      'NewConnectedLine 1 3',
      'Pickup 3 2',
      'DialEnd 1 3 ANSWER',
      'DialEnd 1 queue CANCEL',
      'DialEnd 1 queue CANCEL',
      'AgentConnect 1 3',
    ]);
    const talking = [...office.pbx.channels.values()].map(({ name, bridge }) => [
      name.slice(0, name.indexOf('-')),
      bridge !== undefined,
    ]);
    expect(talking).toEqual([
      ['PJSIP/ann', true],
      ['PJSIP/carol', true],
    ]);
  });
});
