import { ActionError, InvalidActionError } from '../../../lib/index.js';
import { call, hangUpAll } from '../support/calls.js';
import { useServer } from '../support/lab.js';
import { askList, entryNames, leakedParts } from '../support/list-answer.js';
import { controlledTargets } from '../support/targets.js';
import { all, errorOf, next } from '../support/wait-for.js';

describe.each(controlledTargets)('Irregular answers of $name', ({ version }) => {
  const lab = useServer(version, { hangsUp: true });

  it('ShowDialPlan: a list, and one that becomes an error after it was announced', async () => {
    const ami = await lab.online();
    const known$ = ami.list('ShowDialPlan', { Context: 'default', Extension: '100' });
    expect((await all(known$)).map((entry) => entry.Application)).toEqual([
      ...['Answer', 'Wait', 'Hangup'],
    ]);
    const unknown$ = ami.list('ShowDialPlan', { Context: 'default', Extension: 'none' });
    const error = await errorOf(unknown$, ActionError);
    expect(error.message).toBe('ShowDialPlan: Did not find extension none@default');
  });

  it('Hangup: of one channel a response, of many the list of those that were hung up', async () => {
    const ami = await lab.online();
    const leaked = leakedParts(ami);
    for (let i = 0; i < 3; i += 1) await call(ami, '110');
    const { entries, complete } = await next(
      ami.collect('Hangup', { Channel: '/;1$/', Cause: '17' }),
    );
    expect(entries.map((entry) => entry.Channel)).toEqual(
      Array.from({ length: 3 }, () => expect.stringMatching(/^Local\/110@default-.*;1$/) as string),
    );
    expect(complete?.Event).toBe('ChannelsHungupListComplete');
    await hangUpAll(ami);
    const Channel = (await call(ami, '110')).get('Channel') ?? '';
    expect(await all(ami.action('Hangup', { Channel }))).toHaveLength(1);
    await hangUpAll(ami);
    await errorOf(ami.request('Hangup', { Channel }), ActionError);
    expect(leaked).toEqual([]);
  });

  it('DBGet: a list of one, of none by way of an error, which as a request it is', async () => {
    const ami = await lab.online();
    const place = { Family: 'spec', Key: 'a key' };
    await next(ami.request('DBPut', { ...place, Val: 'a value' }));
    const [entry] = await all(ami.list('DBGet', place));
    expect(entry).toMatchObject({ ...place, Val: 'a value' });
    await next(ami.request('DBDel', place));
    expect(await all(ami.list('DBGet', place))).toEqual([]);
    const { response } = await next(ami.collect('DBGet', place));
    expect(response.message).toBe('Database entry not found');
    await errorOf(ami.request('DBGet', place), ActionError);
  });

  it('QueueRule: one response with fields that repeat', async () => {
    const ami = await lab.online();
    const response = await next(ami.request('QueueRule'));
    expect(response.get('RuleList')).toBe('myrule');
    expect(response.getAll('Rule')).toEqual(['30,+3,+0', '60,10,5']);
    // It ends with a blank line too many, which disturbs nothing.
    expect((await next(ami.request('Ping'))).get('Ping')).toBe('Pong');
  });

  it('FAXStats: a response and the one event that is the result', async () => {
    const ami = await lab.online();
    const leaked = leakedParts(ami);
    const { entries } = await next(ami.collect('FAXStats'));
    expect(entries.map((entry) => entry.CurrentSessions)).toEqual([0]);
    expect(leaked).toEqual([]);
  });

  it('PresenceState: two fields called Message, of which the first is the response', async () => {
    const ami = await lab.online();
    const Variable = 'PRESENCE_STATE(CustomPresence:p1)';
    await next(ami.request('Setvar', { Variable, Value: 'away,lunch,back soon' }));
    const presence = await next(ami.request('PresenceState', { Provider: 'CustomPresence:p1' }));
    expect(presence.message).toBe('Presence State');
    expect(presence.getAll('Message')).toEqual(['Presence State', 'back soon']);
    expect(presence.get('State')).toBe('away');
  });

  it('IAXnetstats: text that could belong to anything, so that it is not even sent', async () => {
    const ami = await lab.online();
    await errorOf(ami.request('IAXnetstats'), InvalidActionError);
    expect((await next(ami.request('Ping'))).get('Ping')).toBe('Pong');
  });

  it('VoicemailUserStatus: a success without a list, where nobody is by that number', async () => {
    const ami = await lab.online();
    const known = await askList(ami, 'VoicemailUserStatus', {
      Context: 'default',
      Mailbox: '1234',
    });
    expect(entryNames(known)).toEqual(['VoicemailUserDetail']);
    const unknown = await next(
      ami.collect('VoicemailUserStatus', { Context: 'default', Mailbox: '9999' }),
    );
    expect([unknown.entries, unknown.complete]).toEqual([[], undefined]);
    expect(unknown.response.message).toBe('There is no voicemail user of the given info.');
  });
});

const withChanSip = controlledTargets.filter(({ version }) => version === '16');

describe.each(withChanSip)('Irregular answers of $name, the last with chan_sip', ({ version }) => {
  const lab = useServer(version);

  it('SIPqualifypeer: a response, and an event of its own kind for everybody', async () => {
    const [ami, other] = [await lab.online(), await lab.online()];
    const heard = [ami, other].map((one) => next(one.event('SIPQualifyPeerDone')));
    const response = await next(ami.request('SIPqualifypeer', { Peer: 'sipphone' }));
    expect(response.message).toBe('SIP peer found - will qualify');
    for (const event of await Promise.all(heard)) expect(event.ActionID).toBe(response.actionId);
  });
});
