import { PbxLab } from './support/pbx-lab.js';

const voicemail = `[general]
maxsecs = 3
[default]
1235 => 4321,Bob B
1236 => 4321,Carol C,carol@example.invalid
[zonemessages]
eastern = America/New_York|'vm-received' Q 'digits/at' IMp
`;
const dialplan = `[default]
exten => stays,1,Answer()
 same => n,Wait(600)
exten => leave,1,VoiceMail(1235@default&1236,s)
 same => n,NoOp(\${VMSTATUS})
exten => greeted,1,VoiceMail(1235)
exten => nobody,1,VoiceMail(77@default,s)
 same => n,NoOp(\${VMSTATUS})
`;
const wanted = {
  MessageWaiting: ['CallerIDNum', 'Mailbox', 'Waiting', 'New', 'Old'],
  Newexten: ['Application', 'AppData'],
};
const near = 'Local/stays@default/n';

function heard(lab: PbxLab, ms: number): string[] {
  return lab.heard(ms, wanted).filter((line) => !/ (AppDial2|Answer|Wait) /.test(line));
}

describe('mailboxes', () => {
  it('tell of messages that are put into them', () => {
    const lab = new PbxLab({ voicemail });
    lab.pbx.mailboxes.set('1235', { newMessages: 2, oldMessages: 1 });
    lab.pbx.mailboxes.set('1235@default', { newMessages: 0 });
    lab.pbx.mailboxes.set('nobody', { newMessages: 1 });

    expect(heard(lab, 0)).toEqual([
      'MessageWaiting undefined 1235@default 1 2 1',
      'MessageWaiting undefined 1235@default 0 0 1',
    ]);
    expect(lab.pbx.devices.stateOf('MWI:1235@default')).toBe('NOT_INUSE');
    expect([...lab.pbx.mailboxes.all.keys()]).toEqual(['1235@default', '1236@default']);
  });

  it('get the messages that callers leave', () => {
    const lab = new PbxLab({ voicemail, dialplan });
    lab.call(near, 'leave', { number: '600', name: 'Vera' });

    expect(heard(lab, 2999)).toEqual(['Newexten VoiceMail 1235@default&1236,s']);
    expect(heard(lab, 1)).toEqual([
      'MessageWaiting 600 1235@default 1 1 0',
      'MessageWaiting 600 1236@default 1 1 0',
      'Newexten NoOp SUCCESS',
    ]);
    expect(lab.pbx.mailboxes.find('1235')?.messages).toMatchObject([
      { folder: 'INBOX', callerId: '"Vera" <600>', durationMs: 3000 },
    ]);
    expect(lab.pbx.devices.stateOf('MWI:1236@default')).toBe('INUSE');
  });

  it('get the message of who hangs up, once there is a message', () => {
    const lab = new PbxLab({ voicemail, dialplan });
    lab.call(near, 'greeted', { number: '600' });
    lab.heard(4000, {});
    for (const channel of lab.pbx.channels.values()) channel.requestHangup(32);
    lab.heard(0, {});
    lab.call(near, 'greeted', { number: '601' });
    lab.heard(7000, {});
    for (const channel of lab.pbx.channels.values()) channel.requestHangup(32);

    expect(heard(lab, 0)).toEqual(['MessageWaiting 601 1235@default 1 1 0']);
    expect(lab.pbx.channels.size).toBe(0);
  });

  it('that there are not get none', () => {
    const lab = new PbxLab({ voicemail, dialplan });
    lab.call(near, 'nobody', { number: '600' });

    expect(heard(lab, 1000)).toEqual(['Newexten VoiceMail 77@default,s', 'Newexten NoOp FAILED']);
  });

  it('of others are made when they are told of', () => {
    const lab = new PbxLab();
    lab.pbx.mailboxes.set('100', { newMessages: 1 });
    lab.pbx.mailboxes.set('100', { oldMessages: 1 });

    expect(heard(lab, 0)).toEqual([
      'MessageWaiting undefined 100 1 1 0',
      'MessageWaiting undefined 100 1 1 1',
    ]);
  });
});
