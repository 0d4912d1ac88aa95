import type { LiveExchange } from '../../../lib/live/index.js';
import type { Facts } from '../../asterisk/support/live/differences.js';

type Kinds = Omit<LiveExchange, 'state$' | 'channels' | 'bridges' | 'calls' | 'queues'>;
type ValueOf<K extends keyof Kinds> =
  Kinds[K]['current'] extends ReadonlyMap<string, infer V> ? V : never;

/**
 * What lists say of the kinds that are not compared with the lists themselves. Left out is what only events
 * tell (docs/guide/live-*.md): when something began, who talks in a conference, its bridge and recording;
 * and what is counted in seconds by who asks: how long a contact is registered and a call parked.
 */
const facts: { readonly [K in keyof Kinds]: (value: ValueOf<K>) => Facts } = {
  conferences: ({ isLocked, participants }) => ({
    isLocked,
    participants: [...participants.values()]
      .map(({ channelId, channel, caller, isAdmin, isMuted }) =>
        [channelId, channel, caller.number, caller.name, isAdmin, isMuted].join(' '),
      )
      .sort(),
    marks: [...participants.values()]
      .map(({ channelId, isMarked, isWaiting }) => [channelId, isMarked, isWaiting].join(' '))
      .sort(),
  }),
  parking: ({ channel, caller, lot, space, parker, timeoutAt }) => ({
    ...{ channel, lot, space, parker, caller: [caller.number, caller.name] },
    isLimited: timeoutAt !== undefined,
  }),
  parkingLots: (lot) => ({ ...lot }),
  agents: ({ name, state, channel, channelId, talkingTo, talkingToChannel }) => ({
    ...{ name, state, channel, channelId, talkingToChannel },
    talkingTo: talkingTo && [talkingTo.number, talkingTo.name],
  }),
  devices: ({ state }) => ({ state }),
  extensions: ({ hint, status, presentity, presence }) => ({ hint, status, presentity, presence }),
  endpoints: ({ contacts, roundTripMs, reachability, ...endpoint }) => ({
    ...endpoint,
    // Of an endpoint in a call the lists do not say it.
    ...(reachability === undefined ? {} : { reachability }),
    isTimed: roundTripMs !== undefined,
    contacts: [...contacts.values()].map(({ uri, aor, state }) => [uri, aor, state]).sort(),
  }),
  registrations: (registration) => ({ ...registration }),
  mailboxes: (mailbox) => ({ ...mailbox }),
};

export type FactKind = keyof typeof facts;

export const factKinds = Object.keys(facts) as FactKind[];

/** What lists say of what is there of a kind, by key. */
export function factsOf(kind: FactKind, live: LiveExchange): Map<string, Facts> {
  const toFacts = facts[kind] as (value: unknown) => Facts;
  return new Map([...live[kind].current].map(([key, value]) => [key, toFacts(value)]));
}
