import fc from 'fast-check';
import { extensionKind } from '../../../lib/live/extensions/extension-model.js';
import type { Extension } from '../../../lib/live/extensions/extension.js';
import { toHintStatus } from '../../../lib/live/extensions/hint-status.js';
import { listsIn } from '../support/recorded-lists.js';
import { Tracked } from '../support/tracked.js';
import { eventsOf } from '../support/written-events.js';
import type { Lists } from '../support/tracked.js';
import { newsOf } from '../support/fold.js';

const word = ({ status, presence }: Extension): string =>
  presence === undefined ? status : `${status} ${presence.state}`;

const status = (extension: string, bits: number) => {
  const hint = extension === '902' ? 'Custom:a,CustomPresence:p1' : `Custom:${extension}`;
  return eventsOf(
    `ExtensionStatus | Exten: ${extension} | Context: default | Hint: ${hint} | Status: ${bits}`,
  );
};

const presence = (presentity: string, state: string) =>
  eventsOf(`PresenceStateChange | Presentity: ${presentity} | Status: ${state}`);

const busy = (version: string): Lists =>
  listsIn(`${version}-lists-busy`, 'ExtensionStateList', 'PresenceStateList');

describe('Extensions', () => {
  it.each(['a16', 'a22'])('are read from the lists of a busy %s', (version) => {
    const tracked = new Tracked(extensionKind).seed(busy(version));
    expect(tracked.told(word)).toEqual([
      '1000@demo unavailable',
      '1001@demo unavailable',
      '900@default idle',
      '901@default idle',
      '902@default idle',
      '1234@default unavailable',
      '902@default idle away',
    ]);
    expect(tracked.map.get('902@default')).toEqual({
      extension: '902',
      context: 'default',
      hint: 'Custom:a&Custom:b,CustomPresence:p1',
      status: 'idle',
      presentity: 'CustomPresence:p1',
      presence: { state: 'away', subtype: 'sub', message: 'msg' },
    });
    expect(tracked.map.get('901@default')).toEqual({
      extension: '901',
      context: 'default',
      hint: 'PJSIP/alice',
      status: 'idle',
      presentity: undefined,
      presence: undefined,
    });
  });

  it('follow their events', () => {
    const tracked = new Tracked(extensionKind).seed(busy('a22'));
    tracked.changes.length = 0;
    tracked.take(newsOf('a22-device-ext-presence'));
    expect(tracked.told(word)).toEqual([
      '900@default in-use',
      '902@default idle dnd',
      '900@default idle',
    ]);
    expect(tracked.map.get('902@default')?.presence).toEqual({
      state: 'dnd',
      subtype: 'sub',
      message: 'hello',
    });
  });

  it('get their hints while the exchange starts', () => {
    const tracked = new Tracked(extensionKind).take(newsOf('a16-login-before-booted'));
    expect(tracked.told(({ hint }) => hint ?? 'new')).toEqual([
      '1000@demo new',
      '1001@demo new',
      '1234@default new',
      '900@default new',
      '901@default new',
      '902@default new',
      '1001@demo SIP/1001',
      '1000@demo SIP/1000',
      '1234@default SIP/1234',
      '902@default Custom:a&Custom:b,CustomPresence:p1',
      '901@default PJSIP/alice',
      '900@default Custom:mydev',
    ]);
    // Nothing has told of the presence yet.
    expect(tracked.stale).toBe(1);
  });

  // No recording has these: they are written after the catalogue.
  it('go with their hints', () => {
    const tracked = new Tracked(extensionKind).take([
      ...[...status('900', 0), ...status('901', 0), ...status('902', 9)],
      ...[...status('900', -2), ...status('901', -1), ...status('903', -2)],
    ]);
    expect(tracked.told(word)).toEqual([
      '900@default idle',
      '901@default idle',
      '902@default in-use-ringing',
      '900@default gone',
      '901@default gone',
    ]);
  });

  it('show presence by whichever event comes first', () => {
    const tracked = new Tracked(extensionKind).take([...status('900', 0), ...status('902', 0)]);
    tracked.take(presence('CustomPresence:p1', 'xa')).take(
      eventsOf(`
        PresenceStatus | Exten: 902 | Context: default | Status: xa
        PresenceStatus | Exten: 902 | Context: default | Status: available | Message: here
        PresenceStateChange | Presentity: CustomPresence:p1 | Status: available | Message: here
      `),
    );
    expect(tracked.told(word)).toEqual([
      '900@default idle',
      '902@default idle',
      '902@default idle extended-away',
      '902@default idle available',
    ]);
  });

  it('have no presence any more where the hint names another', () => {
    const tracked = new Tracked(extensionKind)
      .take([...status('902', 0), ...presence('CustomPresence:p1', 'dnd')])
      .take(
        eventsOf('ExtensionStatus | Exten: 902 | Context: default | Hint: SIP/a,X:y | Status: 1'),
      );
    expect(tracked.map.get('902@default')).toMatchObject({
      hint: 'SIP/a,X:y',
      presentity: 'X:y',
      presence: undefined,
    });
    expect(tracked.stale).toBe(2);
  });

  it('are not made by a presence alone', () => {
    const tracked = new Tracked(extensionKind).take(newsOf('a22-setup-all-events'));
    expect([tracked.map.size, tracked.stale]).toEqual([0, 1]);
  });

  it('are none where an event says nothing', () => {
    const tracked = new Tracked(extensionKind).take(status('900', 1)).take(
      eventsOf(`
        ExtensionStatus
        ExtensionStatus | Exten: 900 | Context: default
        ExtensionStatus | Exten: 900 | Context: default | Status: busy
        ExtensionStatus | Context: default | Status: 1
        ExtensionStatus | Exten: 900 | Status: 1
        PresenceStatus
        PresenceStatus | Exten: 900 | Context: default
        PresenceStateChange
        PresenceStateChange | Presentity:  | Status: dnd
        PresenceStateChange | Presentity: Custom:900 | Status: dnd
      `),
    );
    expect(tracked.told(word)).toEqual(['900@default in-use']);
  });

  it('are none where an entry of a list says nothing', () => {
    const tracked = new Tracked(extensionKind).seed({
      ExtensionStateList: eventsOf(`
        ExtensionStatus
        ExtensionStatus | Exten: 900 | Context: default | Status:
        ExtensionStatus | Exten: 901 | Context: default | Status: -1
      `),
      PresenceStateList: eventsOf('PresenceStateChange'),
    });
    expect(tracked.changes).toEqual([]);
  });

  it('are put right by a check', () => {
    const tracked = new Tracked(extensionKind).take([...status('900', 0), ...status('902', 0)]);
    tracked.check({
      ExtensionStateList: [...status('902', 1), ...status('903', 2), ...status('904', -1)],
      PresenceStateList: presence('CustomPresence:p1', 'chat'),
    });
    expect(tracked.told(word).slice(2)).toEqual([
      '902@default in-use chat',
      '903@default busy',
      '900@default gone',
    ]);
  });

  it('are left alone where the exchange refuses the lists', () => {
    const tracked = new Tracked(extensionKind).take(status('900', 0)).seed({}).check({});
    expect(tracked.told(word)).toEqual(['900@default idle']);
  });

  it.each([
    [0, 'idle'],
    [1, 'in-use'],
    [2, 'busy'],
    [4, 'unavailable'],
    [8, 'ringing'],
    [9, 'in-use-ringing'],
    [16, 'hold'],
    [17, 'in-use-hold'],
  ])('with the bits %d are %s', (bits, expected) => {
    expect(toHintStatus(bits)).toBe(expected);
  });

  it('end up the same wherever the lists come', () => {
    const bits = fc.constantFrom(0, 1, 4, 8, 9);
    const step = fc.oneof(
      fc.tuple(fc.constantFrom('900', '902'), bits),
      fc.tuple(fc.constant('901'), fc.constantFrom(0, 1, -2)),
      fc.tuple(fc.constant('p1'), fc.constantFrom('away', 'dnd', 'available')),
    );
    type Steps = readonly [string, string | number][];
    const listsOf = (steps: Steps): Lists => {
      const now = [...new Map(steps)];
      return {
        ExtensionStateList: now.flatMap(([extension, to]) =>
          typeof to === 'number' && to >= 0 ? status(extension, to) : [],
        ),
        PresenceStateList: now.flatMap(([, to]) =>
          typeof to === 'string' ? presence('CustomPresence:p1', to) : [],
        ),
      };
    };
    fc.assert(
      fc.property(fc.array(step), fc.nat(), fc.nat(), (later, heard, ahead) => {
        const steps: Steps = [['900', 0], ['902', 0], ['p1', 'chat'], ...later];
        const before = heard % (steps.length + 1);
        // The lists may be ahead of the events.
        const listed = before + (ahead % (steps.length - before + 1));
        const events = steps.flatMap(([name, to]) =>
          typeof to === 'number' ? status(name, to) : presence('CustomPresence:p1', to),
        );
        const tracked = new Tracked(extensionKind)
          .take(events.slice(0, before))
          .seed(listsOf(steps.slice(0, listed)))
          .take(events.slice(before));
        const end = new Tracked(extensionKind).seed(listsOf(steps));
        expect(new Map(tracked.map)).toEqual(new Map(end.map));
      }),
    );
  });
});
