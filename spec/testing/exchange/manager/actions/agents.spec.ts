import { recordedAnswers } from '../support/recorded-answers.js';
import { ManagerLab } from '../support/raw-client.js';
import type { RawClient } from '../support/raw-client.js';

const agents = '[general]\n\n[1002]\nfullname = Agent Two\n[1001]\nfullname = Agent One\n';
const dialplan = `[default]
exten => stays,1,Answer()
 same => n,Wait(600)
exten => login,1,AgentLogin(1001,s)
exten => request,1,AgentRequest(1001)
`;

function call(lab: ManagerLab, client: RawClient, Exten: string): void {
  const where = { Context: 'default', Exten, Priority: '1', Async: 'true' };
  client.ask({ Action: 'Originate', Channel: 'Local/stays@default/n', ...where });
  lab.clock.advance(6000);
  client.clear();
}

describe('agents, listed', () => {
  it.each(['a16-lists-idle', 'a22-lists-idle'])('are as in %s', (recording) => {
    const version = recording.startsWith('a16') ? '16' : '22';
    const client = new ManagerLab({}, { version, agents }).login();
    const answers = recordedAnswers(recording, 'Agents');

    expect(answers).toHaveLength(1);
    for (const { sent, messages } of answers) {
      expect(client.answer(sent)).toBe(messages.map((message) => `${message}\r\n\r\n`).join(''));
    }
  });

  it('are idle, on a call, and idle again', () => {
    const lab = new ManagerLab({}, { agents, dialplan });
    const client = lab.login();
    const listed = (): string =>
      client.answer({ Action: 'Agents', ActionID: 'a' }).split('\r\n\r\n')[1] ?? '';
    call(lab, client, 'login');

    expect(listed()).toMatch(
      /^Event: Agents\r\nAgent: 1001\r\nName: Agent One\r\nStatus: AGENT_IDLE\r\nLoggedInTime: 1795396800\r\nChannel: Local\/stays@default-00000000;1\r\n[^]*\r\nActionID: a$/,
    );

    call(lab, client, 'request');

    expect(listed()).toMatch(
      /\r\nStatus: AGENT_ONCALL\r\nTalkingToChan: Local\/stays@default-00000001;1\r\nCallStarted: 1795396806\nLoggedInTime: 1795396800\r\nChannel: Local/,
    );

    client.ask({ Action: 'Hangup', Channel: 'Local/stays@default-00000001;2' });
    lab.clock.advance(1000);

    expect(listed()).toContain('Status: AGENT_IDLE');
  });

  it('log off when they are told to, or are not known', () => {
    const lab = new ManagerLab({}, { agents, dialplan });
    const client = lab.login();
    call(lab, client, 'login');
    const logOff = (fields: Record<string, string>): string =>
      client.answer({ Action: 'AgentLogoff', ...fields });

    expect(logOff({})).toBe('Response: Error\r\nMessage: No agent specified\r\n\r\n');
    expect(logOff({ Agent: '9' })).toBe('Response: Error\r\nMessage: No such agent\r\n\r\n');
    expect(logOff({ Agent: '1002' })).toBe(
      'Response: Success\r\nMessage: Agent logged out\r\n\r\n',
    );
    expect(lab.pbx.channels.size).toBe(2);

    const heard = logOff({ Agent: '1001' });

    expect(heard).toMatch(/^Response: Success\r\nMessage: Agent logged out\r\n\r\n/);
    expect(heard).toMatch(/\r\nAgent: 1001\r\nLogintime: 6\r\n\r\n/);
    expect(lab.pbx.channels.size).toBe(0);
  });
});
