import type { ActionFields, AmiClient } from '../../../lib/index.js';
import { call, callUntil } from '../support/calls.js';
import { portsFrom } from '../support/config/ports.js';
import { useServer } from '../support/lab.js';
import { askList, entryNames, leakedParts, listsOf, table } from '../support/list-answer.js';
import { SipPhone } from '../support/sip-phone.js';
import { controlledTargets } from '../support/targets.js';
import { next } from '../support/wait-for.js';

/** Brings about something to list for each list that can have entries without special hardware. */
async function makeBusy(ami: AmiClient, phone: SipPhone): Promise<Record<string, ActionFields>> {
  const [bridged] = await Promise.all([
    next(ami.event('BridgeEnter'), (event) => event.BridgeNumChannels === 2),
    call(ami, '412'),
    callUntil(ami, '300', 'ConfbridgeJoin'),
    callUntil(ami, '500', 'ParkedCall'),
    callUntil(ami, '210', 'QueueCallerJoin'),
    callUntil(ami, '800', 'AgentLogin'),
    callUntil(ami, '750', 'MessageWaiting', { Channel: 'Local/970@default/n' }),
    next(ami.request('DBPut', { Family: 'spec', Key: 'key', Val: 'value' })),
    next(ami.request('Command', { Command: 'devstate change Custom:mydev INUSE' })),
    next(ami.request('Setvar', { Variable: 'PRESENCE_STATE(CustomPresence:p1)', Value: 'away' })),
    phone.register(),
  ]);
  await phone.subscribe('901');
  await next(ami.request('PJSIPSetMaintenance', { Endpoint: 'alice', State: 'on' })).catch(
    () => 16,
  );
  return {
    BridgeInfo: { BridgeUniqueid: bridged.BridgeUniqueid },
    ConfbridgeList: { Conference: 'room1' },
    CoreShowChannelMap: { Channel: bridged.Channel },
    DBGet: { Family: 'spec', Key: 'key' },
    DBGetTree: { Family: 'spec' },
    PJSIPShowEndpoint: { Endpoint: 'alice' },
    VoicemailBoxSummary: { Context: 'default', Mailbox: '1235' },
    VoicemailUserStatus: { Context: 'default', Mailbox: '1235' },
  };
}

/** What nothing in the configuration of the servers has. */
const empty = ['FAXSessions', 'PJSIPShowSubscriptionsOutbound', 'MeetmeList', 'MeetmeListRooms'];

describe.each(controlledTargets)('The lists of a busy $name', ({ version }) => {
  const lab = useServer(version);

  it('have entries under the names in the table, and end with their complete event', async () => {
    const ami = await lab.online();
    const phone = new SipPhone('bob', portsFrom(lab.server.port).pjsip);
    await phone.open();
    const fields = await makeBusy(ami, phone);
    phone.close();
    const leaked = leakedParts(ami);
    const lists = (await listsOf(ami)).filter((name) => table[name]?.kind === 'list');
    const asked = lists.filter((name) => !name.endsWith('Hangup') && !empty.includes(name));
    for (const name of asked) {
      const answer = await askList(ami, name, fields[name]);
      const { complete, entries = [] } = table[name] ?? {};
      expect({ name, ...answer, entries: entryNames(answer).sort() }).toEqual({
        name,
        complete,
        entries: [...entries].sort(),
      });
    }
    expect(leaked).toEqual([]);
  });
});
