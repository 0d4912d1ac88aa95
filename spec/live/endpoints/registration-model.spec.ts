import fc from 'fast-check';
import { registrationKind } from '../../../lib/live/endpoints/registration-model.js';
import type { Registration } from '../../../lib/live/endpoints/registration.js';
import { listsIn } from '../support/recorded-lists.js';
import { Tracked } from '../support/tracked.js';
import { eventsOf } from '../support/written-events.js';
import type { Lists } from '../support/tracked.js';
import { newsOf } from '../support/fold.js';

const word = ({ state, cause }: Registration): string =>
  cause === undefined ? state : `${state}: ${cause}`;

const pjsip = (status: string): Lists => ({
  PJSIPShowRegistrationsOutbound: eventsOf(
    `OutboundRegistrationDetail | ObjectName: reg1 | ClientUri: sip:me@x | ServerUri: sip:x | Status: ${status}
     AuthDetail | ObjectName: reg1 | Username: me | Password: topsecret | Status: Registered`,
  ),
});

const registry = (status: string, cause = '') =>
  eventsOf(
    `Registry | ChannelType: PJSIP | Username: sip:me@x | Domain: sip:x | Status: ${status} | Cause: ${cause}`,
  );

const key = 'PJSIP/sip:me@x@sip:x';

describe('Registrations', () => {
  it.each(['a16', 'a22'])(
    'are read from the lists of a busy %s, and kept by an event',
    (version) => {
      const action = 'PJSIPShowRegistrationsOutbound';
      const tracked = new Tracked(registrationKind).seed(listsIn(`${version}-lists-busy`, action));
      const port = version === 'a16' ? 5337 : 5237;
      const id = `PJSIP/sip:me@127.0.0.1:${port}@sip:127.0.0.1:${port}`;
      expect([...tracked.map]).toEqual([
        [
          id,
          {
            id,
            technology: 'PJSIP',
            name: 'reg1',
            username: `sip:me@127.0.0.1:${port}`,
            server: `sip:127.0.0.1:${port}`,
            state: 'rejected',
            cause: undefined,
          },
        ],
      ]);
      // The same registration in an event: nothing new.
      tracked.changes.length = 0;
      tracked.take(newsOf(version === 'a16' ? 'a16-moh' : 'a22-setup-all-events'));
      expect(tracked.changes).toEqual([]);
    },
  );

  it('are known by an event alone', () => {
    const tracked = new Tracked(registrationKind).take(newsOf('a16-moh'));
    expect(tracked.told(word)).toEqual(['PJSIP/sip:me@127.0.0.1:5337@sip:127.0.0.1:5337 rejected']);
    // Its name is in the list only.
    expect(tracked.stale).toBe(1);
  });

  // What Asterisk 16.28.0 sent for registrations of chan_sip and IAX2, without fields that do not matter.
  it('of all technologies have the same key in lists and events', () => {
    const events = eventsOf(`
      Registry | ChannelType: IAX2 | Username: dyn | Domain: 127.0.0.1:30774 | Status: Registered
      Registry | ChannelType: SIP | Username: sdyn | Domain: 127.0.0.1 | Status: Registered
    `);
    const tracked = new Tracked(registrationKind).take(events).seed({
      SIPshowregistry: eventsOf(
        'RegistryEntry | Host: 127.0.0.1 | Port: 30773 | Username: sdyn | Domain: 127.0.0.1 | DomainPort: 5060 | Refresh: 105 | State: Registered | RegistrationTime: 1795574977',
      ),
      IAXregistry: eventsOf(
        'RegistryEntry | Host: 127.0.0.1:30774 | DNSmanager: N | Username: dyn | Perceived: 127.0.0.1:30774 | Refresh: 60 | State: Registered',
      ),
    });
    expect(tracked.told(word)).toEqual([
      'IAX2/dyn@127.0.0.1:30774 registered',
      'SIP/sdyn@127.0.0.1 registered',
    ]);
  });

  // No recording has these: they are written after the catalogue and the sources named in the reader.
  it('have states of every kind', () => {
    const words = [
      ...['Registered', 'Unregistered', 'Rejected', 'Failed', 'Request Sent', 'Timeout'],
      ...['No Authentication', 'Auth. Sent', 'Stopped', 'Whatever'],
    ];
    const tracked = new Tracked(registrationKind);
    for (const status of words) tracked.take(registry(status));
    expect(tracked.told(word).map((told) => told.slice(key.length + 1))).toEqual([
      ...['registered', 'unregistered', 'rejected', 'failed', 'requesting', 'timed-out'],
      ...['unauthenticated', 'requesting', 'unregistered', 'unknown'],
    ]);
  });

  it('keep the cause that lists do not repeat', () => {
    const tracked = new Tracked(registrationKind).take(registry('Rejected', 'Forbidden'));
    tracked.seed(pjsip('Rejected'));
    expect(tracked.map.get(key)).toMatchObject({ name: 'reg1', cause: 'Forbidden' });
    tracked.seed(pjsip('Registered'));
    expect(tracked.map.get(key)).toMatchObject({ state: 'registered', cause: undefined });
  });

  it('have no secrets in them', () => {
    const tracked = new Tracked(registrationKind).seed(pjsip('Registered'));
    expect(tracked.map.size).toBe(1);
    expect(JSON.stringify([...tracked.map.values()])).not.toContain('topsecret');
  });

  it('go when they are listed no more, and do not come back by their end', () => {
    const tracked = new Tracked(registrationKind).seed(pjsip('Registered'));
    tracked.seed({ SIPshowregistry: [] }).seed({ PJSIPShowRegistrationsOutbound: [] });
    tracked.take(registry('Unregistered'));
    expect(tracked.told(word)).toEqual([`${key} registered`, `${key} gone`]);
  });

  it('are put right by a check, and left alone where an event is newer', () => {
    const tracked = new Tracked(registrationKind)
      .seed(pjsip('Registered'))
      .check(pjsip('Unregistered'));
    expect(tracked.map.get(key)?.state).toBe('unregistered');
    tracked.check(pjsip('Unregistered'), registry('Rejected'));
    expect(tracked.map.get(key)?.state).toBe('rejected');
  });

  it('are none where an event says nothing', () => {
    const tracked = new Tracked(registrationKind).take(
      eventsOf(`
        Registry
        Registry | ChannelType: SIP | Username: me | Status: Registered
        Registry | ChannelType: SIP | Domain: x
        Registry | Username: me | Domain: x | Status: Registered
      `),
    );
    expect(tracked.changes).toEqual([]);
  });

  it('end up the same wherever the list comes', () => {
    const story = fc.array(fc.constantFrom('Registered', 'Unregistered', 'Rejected'), {
      minLength: 1,
    });
    fc.assert(
      fc.property(story, fc.nat(), fc.nat(), (steps, heard, ahead) => {
        const before = heard % (steps.length + 1);
        // The list may be ahead of the events.
        const listed = before + (ahead % (steps.length - before + 1));
        const events = steps.flatMap((status) => registry(status));
        const tracked = new Tracked(registrationKind)
          .take(events.slice(0, before))
          .seed(pjsip(steps[listed - 1] ?? 'Unregistered'))
          .take(events.slice(before));
        const end = new Tracked(registrationKind).seed(pjsip(steps.at(-1) ?? ''));
        expect(new Map(tracked.map)).toEqual(new Map(end.map));
      }),
    );
  });
});
