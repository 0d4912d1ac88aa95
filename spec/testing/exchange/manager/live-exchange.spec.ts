import { connect } from '../../../../lib/index.js';
import type { AmiClient } from '../../../../lib/index.js';
import {
  liveAgents,
  liveDevices,
  liveEndpoints,
  liveExtensions,
  liveMailboxes,
  liveRegistrations,
} from '../../../../lib/live/index.js';
import type { Live } from '../../../../lib/live/index.js';
import { createLinkPair } from '../../../../lib/testing/exchange/manager/link-pair.js';
import { watch } from '../../../support/watch.js';
import { ManagerLab } from './support/raw-client.js';

const dialplan = `[default]
exten => door,hint,Custom:door,CustomPresence:door
exten => alice,hint,PJSIP/alice
exten => stays,1,Answer()
 same => n,Wait(600)
exten => login,1,AgentLogin(1001)
`;
const options = {
  ...{ dialplan, agents: '[1001]\nfullname = Agent One\n' },
  voicemail: '[default]\n1234 => 1,Alice\n',
  pjsip: '[trunk]\ntype = registration\nclient_uri = sip:me@a\nserver_uri = sip:a\n',
};

/** What is tracked at the end, by what is in it; seeded before anything happens, or after it. */
function tracked<T>(
  live: (ami: AmiClient) => Live<T>,
  version: '16' | '22',
  happen: (lab: ManagerLab) => void,
  isSeededFirst: boolean,
): T[] {
  const lab = new ManagerLab({}, { version, ...options });
  lab.pbx.phones.add('alice');
  const ami = connect({
    ...{ username: 'admin', secret: 's3cret', scheduler: lab.clock },
    transport: () => {
      const { client, server } = createLinkPair(lab.clock);
      lab.manager.accept(server);
      return client;
    },
  });
  if (!isSeededFirst) happen(lab);
  const values = watch(live(ami).values$);
  lab.clock.advance(1000);
  if (isSeededFirst) happen(lab);
  lab.clock.advance(1000);
  ami.close();
  lab.clock.advance();
  return [...(values.values.at(-1)?.values() ?? [])];
}

const ways = (['16', '22'] as const).flatMap((version) =>
  [true, false].map((isSeededFirst) => ({
    version,
    isSeededFirst,
    by: isSeededFirst ? 'events' : 'lists',
  })),
);

describe.each(ways)('live state by $by of version $version', ({ version, isSeededFirst }) => {
  const after = <T>(live: (ami: AmiClient) => Live<T>, happen: (lab: ManagerLab) => void): T[] =>
    tracked(live, version, happen, isSeededFirst);

  it('has devices', () => {
    const devices = after(liveDevices, ({ pbx }) => {
      pbx.devices.setCustom('Custom:door', 'INUSE');
      pbx.phones.all.get('alice')?.unregister();
    });

    expect(devices).toContainEqual({ name: 'Custom:door', state: 'in-use' });
    expect(devices).toContainEqual({ name: 'PJSIP/alice', state: 'unavailable' });
  });

  it('has extensions, with their presence', () => {
    const extensions = after(liveExtensions, ({ pbx }) => {
      pbx.devices.setCustom('Custom:door', 'RINGING');
      pbx.presences.set('CustomPresence:door', 'dnd', '', 'soon');
    });

    expect(extensions).toMatchObject([
      {
        ...{ extension: 'door', context: 'default', status: 'ringing' },
        presence: { state: 'dnd', message: 'soon' },
      },
      { extension: 'alice', status: 'idle', presence: undefined },
    ]);
  });

  it('has endpoints, with their contacts', () => {
    const endpoints = after(liveEndpoints, ({ pbx }) => {
      pbx.phones.all.get('alice')?.setReachable(false);
    });

    expect(endpoints).toMatchObject([
      {
        id: 'PJSIP/alice',
        isRegistered: true,
        reachability: 'unreachable',
        deviceState: 'unavailable',
      },
    ]);
    expect([...(endpoints[0]?.contacts.values() ?? [])]).toMatchObject([
      { uri: 'sip:alice@192.0.2.10:5060', state: 'unreachable' },
    ]);
  });

  it('has registrations', () => {
    const registrations = after(liveRegistrations, ({ pbx }) => {
      pbx.registrations.set('trunk', 'Rejected');
    });

    expect(registrations).toMatchObject([
      { id: 'PJSIP/sip:me@a@sip:a', name: 'trunk', state: 'rejected' },
    ]);
  });

  it('has mailboxes', () => {
    const mailboxes = after(liveMailboxes, ({ pbx }) => {
      pbx.mailboxes.set('1234', { newMessages: 2, oldMessages: 1 });
    });

    expect(mailboxes).toMatchObject([
      { mailbox: '1234', context: 'default', fullName: 'Alice', newMessages: 2, oldMessages: 1 },
    ]);
  });

  it('has agents', () => {
    const agents = after(liveAgents, ({ pbx, clock }) => {
      const phone = pbx.phones.all.get('alice')!;
      const channel = pbx.phones.dial(phone, 'login');
      pbx.enterDialplan(channel, channel.place);
      clock.advance(3000);
    });

    expect(agents).toMatchObject([
      { id: '1001', name: 'Agent One', state: 'idle', channel: 'PJSIP/alice-00000000' },
    ]);
  });
});
