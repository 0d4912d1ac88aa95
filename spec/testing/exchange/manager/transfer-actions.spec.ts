import { messageOf } from './support/answers.js';
import { ManagerLab } from './support/raw-client.js';
import type { RawClient } from './support/raw-client.js';

const dialplan = `[default]
exten => stays,1,Answer()
 same => n,Wait(600)
exten => dials,1,Dial(Local/stays@default/n,10)
exten => elsewhere,1,Wait(60)
[other]
exten => elsewhere,1,Wait(60)
`;
const [caller, callee] = ['Local/stays@default-00000000;1', 'Local/stays@default-00000001;1'];

function labWith(exten: string): { lab: ManagerLab; client: RawClient } {
  const lab = new ManagerLab({}, { dialplan });
  const client = lab.login();
  client.ask({
    ...{ Action: 'Originate', Channel: 'Local/stays@default/n', Async: 'true' },
    ...{ Context: 'default', Exten: exten, Priority: '1' },
  });
  lab.clock.advance(2000);
  return { lab, client };
}

describe('BlindTransfer', () => {
  const transfer = { Action: 'BlindTransfer', Channel: caller, Exten: 'elsewhere' };

  it('sends the other one elsewhere, in the same context if none is given', () => {
    for (const context of ['', 'other']) {
      const { client, lab } = labWith('dials');
      const fields = context === '' ? transfer : { ...transfer, Context: context };
      expect(messageOf(client, fields)).toBe('Success: Transfer succeeded');
      lab.clock.advance(100);
      expect(lab.pbx.findChannel(callee)?.place).toEqual({
        ...{ context: context === '' ? 'default' : context, exten: 'elsewhere', priority: 1 },
      });
      expect(lab.pbx.findChannel(caller)).toBeUndefined();
    }
  });

  it('is invalid for a channel that talks to nobody', () => {
    const { client } = labWith('stays');
    expect(messageOf(client, transfer)).toBe('Error: Transfer invalid');
  });
});

describe('Atxfer and CancelAtxfer', () => {
  const transfer = { Action: 'Atxfer', Channel: caller, Exten: 'elsewhere' };

  it('begin to ask somebody, and come back', () => {
    const { client, lab } = labWith('dials');
    const bridgeOf = (channel: string) => lab.pbx.findChannel(channel)?.bridge;
    expect(messageOf(client, transfer)).toBe('Success: Atxfer successfully queued');
    lab.clock.advance(500);
    expect(bridgeOf(caller)).not.toBe(bridgeOf(callee));
    expect(messageOf(client, { Action: 'CancelAtxfer', Channel: caller })).toBe(
      'Success: CancelAtxfer successfully queued',
    );
    lab.clock.advance(500);
    expect(bridgeOf(caller)).toBe(bridgeOf(callee));
    expect(lab.pbx.channels.size).toBe(4);
  });

  it('do nothing for a channel that is gone by then', () => {
    const { client, lab } = labWith('dials');
    lab.pbx.findChannel(caller)?.endSoon();
    messageOf(client, transfer);
    lab.clock.advance(1000);
    expect(client.text).not.toContain('TRANSFER_CONTEXT');
  });
});

describe('A transfer', () => {
  it.each(['BlindTransfer', 'Atxfer'])('by %s needs a channel and an extension', (Action) => {
    const { client } = labWith('stays');
    expect(messageOf(client, { Action })).toBe('Error: No channel specified');
    expect(messageOf(client, { Action, Channel: 'x' })).toBe('Error: No extension specified');
    expect(messageOf(client, { Action, Channel: 'x', Exten: '1' })).toBe(
      'Error: Channel specified does not exist',
    );
  });

  it('is called off for a channel that there is', () => {
    const { client } = labWith('stays');
    const Action = 'CancelAtxfer';
    expect(messageOf(client, { Action })).toBe('Error: No channel specified');
    expect(messageOf(client, { Action, Channel: 'x' })).toBe(
      'Error: Channel specified does not exist',
    );
  });
});
