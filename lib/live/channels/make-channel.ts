import type { AmiEvent } from '../../wire/index.js';
import { ownText } from '../core/own-text.js';
import type { Application, Channel } from './channel.js';
import type { Snapshot } from './snapshot-reader.js';

type Draft = { -readonly [Field in keyof Channel]: Channel[Field] };

const noVariables: ReadonlyMap<string, string> = new Map();

/** A channel of which nothing is known but what any event says. */
export function newChannel(id: string, snapshot: Snapshot, startedAt: number): Channel {
  return {
    id,
    name: snapshot.name,
    state: snapshot.state,
    caller: snapshot.caller,
    connected: snapshot.connected,
    language: snapshot.language,
    account: snapshot.account,
    place: snapshot.place,
    linkedid: snapshot.linkedid,
    application: undefined,
    bridgeId: undefined,
    otherHalf: undefined,
    variables: noVariables,
    isHeld: false,
    musicOnHold: undefined,
    startedAt,
    answeredAt: undefined,
    hangup: undefined,
  };
}

/** A channel as an event says that it is now. */
export function updatedChannel(known: Channel, snapshot: Snapshot, at: number): Channel {
  if (snapshot === known) return known;
  const isAnswered = snapshot.state === 'up' && known.state !== 'up';
  const answeredAt = known.answeredAt ?? (isAnswered ? at : undefined);
  const draft = draftOf(known);
  draft.name = snapshot.name;
  draft.state = snapshot.state;
  draft.caller = snapshot.caller;
  draft.connected = snapshot.connected;
  draft.language = snapshot.language;
  draft.account = snapshot.account;
  draft.place = snapshot.place;
  draft.linkedid = snapshot.linkedid;
  draft.answeredAt = answeredAt;
  return draft;
}

/** A channel with one field changed; the same where that says the same. */
export function having<F extends keyof Channel>(
  channel: Channel,
  field: F,
  value: Channel[F],
): Channel {
  if (channel[field] === value) return channel;
  const draft = draftOf(channel);
  draft[field] = value;
  return draft;
}

/** A channel of which a variable has been set. */
export function withVariable(channel: Channel, name: string, value: string): Channel {
  const variables = new Map<string, string>();
  // The engine takes half the time for this that it takes for `new Map(…)`.
  for (const [known, old] of channel.variables) variables.set(known, old);
  const draft = draftOf(channel);
  draft.variables = variables.set(name, value);
  return draft;
}

/** A copy to be changed. A literal, since a copy of a copy by `...` takes the engine a microsecond. */
function draftOf(channel: Channel): Draft {
  return {
    id: channel.id,
    name: channel.name,
    state: channel.state,
    caller: channel.caller,
    connected: channel.connected,
    language: channel.language,
    account: channel.account,
    place: channel.place,
    linkedid: channel.linkedid,
    application: channel.application,
    bridgeId: channel.bridgeId,
    otherHalf: channel.otherHalf,
    variables: channel.variables,
    isHeld: channel.isHeld,
    musicOnHold: channel.musicOnHold,
    startedAt: channel.startedAt,
    answeredAt: channel.answeredAt,
    hangup: channel.hangup,
  };
}

/** The application in an event; the same object where it is known already. */
export function readApplication(
  event: Pick<AmiEvent, 'get'>,
  dataField: string,
  known: Application | undefined,
): Application | undefined {
  const name = event.get('Application') ?? '';
  const data = event.get(dataField) ?? '';
  if (name === '') return undefined;
  if (known?.name === name && known.data === data) return known;
  return { name: ownText(name), data: ownText(data) };
}
