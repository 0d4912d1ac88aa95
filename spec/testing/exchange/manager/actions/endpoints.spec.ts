import { ManagerLab } from '../support/raw-client.js';
import type { RawClient } from '../support/raw-client.js';
import { recordedAnswers, shapesOf } from '../support/recorded-answers.js';

const recordings = ['a16-lists-idle', 'a22-lists-idle'] as const;
const pjsip = `[reg1]
type = registration
transport = t-udp
client_uri = sip:me@192.0.2.1
server_uri = sip:192.0.2.1

[reg1]
type = auth
`;

function lab(recording: string, options: { pjsip?: string } = {}): ManagerLab {
  return new ManagerLab({}, { version: recording.startsWith('a16') ? '16' : '22', ...options });
}

/** What comes, as messages. */
function answer(client: RawClient, fields: Record<string, string>): string[] {
  return client.answer(fields).split('\r\n\r\n').slice(0, -1);
}

function listed(client: RawClient, action: string, event: string, field: string): string[] {
  return answer(client, { Action: action })
    .filter((message) => message.startsWith(`Event: ${event}\r\n`))
    .map((message) => new RegExp(`^${field}: (.*)$`, 'm').exec(message)?.[1]?.trimEnd() ?? '');
}

describe('endpoints, listed', () => {
  it.each([
    ['a16-lists-idle', 'Lists subscriptions.', 'Lists subscriptions.'],
    ['a22-lists-idle', 'Lists inbound subscriptions.', 'Lists outbound subscriptions.'],
  ])('are described as in %s', (recording, inbound, outbound) => {
    const commands = lab(recording).login().answer({ Action: 'ListCommands' });
    expect(commands).toContain(`\r\nPJSIPShowSubscriptionsInbound: ${inbound}  (Priv:`);
    expect(commands).toContain(`\r\nPJSIPShowSubscriptionsOutbound: ${outbound}  (Priv:`);
  });

  // The recorded servers had an endpoint without a contact, and one whose contact is configured.
  it.each(
    recordings.flatMap((recording) =>
      [
        ...['PJSIPShowEndpoints', 'PJSIPShowAors', 'PJSIPShowAuths'],
        ...['PJSIPShowRegistrationsInbound', 'PJSIPShowRegistrationsOutbound'],
        ...['PJSIPShowSubscriptionsInbound', 'PJSIPShowSubscriptionsOutbound'],
      ].map((action) => [recording, action] as const),
    ),
  )('%s: %s has the same messages, with the same fields', (recording, action) => {
    const made = lab(recording, { pjsip });
    const { phones } = made.pbx;
    phones.add('alice');
    if (action !== 'PJSIPShowAuths') phones.add('bob').unregister();
    const [recorded] = recordedAnswers(recording, action);
    const { sent = {}, messages = [] } = recorded ?? {};

    expect(messages.length).toBeGreaterThan(1);
    expect(shapesOf(answer(made.login(), sent))).toEqual(shapesOf(messages));
  });

  it.each(
    recordings.flatMap((recording) =>
      ['PJSIPShowContacts', 'PJSIPShowResourceLists', 'IAXregistry'].map(
        (action) => [recording, action] as const,
      ),
    ),
  )('%s: %s gets the same bytes where there is nothing', (recording, action) => {
    const client = lab(recording).login();
    const [recorded] = recordedAnswers(recording, action);
    const { sent = {}, messages = [] } = recorded ?? {};

    expect(answer(client, sent)).toEqual(messages);
  });

  it.each(recordings)('%s: an endpoint with all of its settings', (recording) => {
    const made = lab(recording);
    made.pbx.phones.add('alice', { number: '1001', name: 'Alice A', mailbox: '1234@default' });
    const client = made.login();
    const [recorded, none, incomplete] = recordedAnswers(recording, 'PJSIPShowEndpoint');
    const got = answer(client, recorded?.sent ?? {});
    const shapes = shapesOf(recorded?.messages ?? []);

    // What a phone has registered itself says where it came from as well.
    expect(shapesOf(got).map((shape) => shape.replace(' ViaAddress CallID', ''))).toEqual(shapes);
    expect(got[1]).toBe(recorded?.messages[1]);
    expect(answer(client, none?.sent ?? {})[0]).toBe(none?.messages[0]);
    expect(answer(client, incomplete?.sent ?? {})[0]).toBe(incomplete?.messages[0]);
  });

  it('are errors where there are no phones', () => {
    const client = lab('a22').login();
    const message = (action: string): string => client.answer({ Action: action });

    expect(message('PJSIPShowEndpoints')).toBe(
      'Response: Error\r\nMessage: No endpoints found\n\r\n\r\n',
    );
    expect(message('PJSIPShowAors')).toContain('No AORs found\n\r\n');
    expect(message('PJSIPShowAuths')).toContain('No Auths found\n\r\n');
  });

  it('have what they have registered, and how it is', () => {
    const made = lab('a22');
    const phone = made.pbx.phones.add('alice');
    const client = made.login();
    const statuses = 'PJSIPShowRegistrationInboundContactStatuses';

    expect(listed(client, 'PJSIPShowEndpoints', 'EndpointList', 'Contacts')).toEqual([
      'alice/sip:alice@192.0.2.10:5060,',
    ]);
    expect(listed(client, 'PJSIPShowContacts', 'ContactList', 'Uri')).toEqual([
      'sip:alice@192.0.2.10:5060',
    ]);
    expect(listed(client, statuses, 'ContactStatusDetail', 'Status')).toEqual(['Reachable']);
    // In an hour, which it will be when it is asked again.
    expect(listed(client, statuses, 'ContactStatusDetail', 'RegExpire')).toEqual(['1795400400']);
    made.clock.advance(3_600_000);
    expect(listed(client, statuses, 'ContactStatusDetail', 'RegExpire')).toEqual(['1795404000']);

    phone.setReachable(false);
    expect(listed(client, statuses, 'ContactStatusDetail', 'RoundtripUsec')).toEqual(['N/A']);
    expect(listed(client, 'PJSIPShowEndpoints', 'EndpointList', 'DeviceState')).toEqual([
      'Unavailable',
    ]);

    phone.unregister();
    expect(listed(client, statuses, 'ContactStatusDetail', 'Status')).toEqual([]);
    expect(listed(client, 'PJSIPShowEndpoints', 'EndpointList', 'Contacts')).toEqual(['']);
  });

  it.each([
    ['16', ['PJSIP/alice-00000000']],
    ['22', ['1']],
  ] as const)('have their channels in version %s', (version, channels) => {
    const made = new ManagerLab({}, { version });
    const phone = made.pbx.phones.add('alice');
    made.pbx.phones.dial(phone, '100');
    made.clock.advance();
    const client = made.login();

    expect(listed(client, 'PJSIPShowEndpoints', 'EndpointList', 'ActiveChannels')).toEqual(
      channels,
    );
    expect(listed(client, 'PJSIPShowEndpoints', 'EndpointList', 'DeviceState')).toEqual(['In use']);
  });

  it('are registered with others, or not', () => {
    const made = lab('a22', { pjsip });
    const client = made.login();
    const ask = (): string => client.answer({ Action: 'PJSIPShowRegistrationsOutbound' });

    expect(ask()).toMatch(/\r\nListItems: 1\r\nRegistered: 1\r\nNotRegistered: 0\r\n\r\n$/);
    made.pbx.registrations.set('reg1', 'Rejected');
    expect(ask()).toMatch(/\r\nStatus: Rejected\r\nNextReg: 0\r\n\r\n/);
    expect(ask()).toMatch(/\r\nListItems: 1\r\nRegistered: 0\r\nNotRegistered: 1\r\n\r\n$/);
  });
});

describe('peers of other technologies, listed', () => {
  it.each(['IAXpeers', 'IAXpeerlist', 'SIPpeers', 'SIPpeerstatus', 'SIPshowregistry'])(
    '%s begins and ends as recorded in version 16, and has nobody',
    (action) => {
      const [recorded] = recordedAnswers('a16-lists-idle', action);
      const { sent = {}, messages = [] } = recorded ?? {};
      const [first = '', last = ''] = answer(lab('a16').login(), sent);

      expect(first).toBe(messages[0]);
      expect(last).toBe(messages.at(-1)?.replace('ListItems: 1', 'ListItems: 0'));
    },
  );

  it.each(['SIPpeers', 'SIPpeerstatus', 'SIPshowregistry'])(
    '%s is unknown to version 22',
    (action) => {
      const [recorded] = recordedAnswers('a22-lists-idle', action);

      expect(answer(lab('a22').login(), recorded?.sent ?? {})[0]).toBe(recorded?.messages[0]);
    },
  );
});
