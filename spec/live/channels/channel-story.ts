import type { Change } from '../../../lib/live/core/change.js';
import type { Channel } from '../../../lib/live/channels/channel.js';

/** A Uniqueid without the second in it: of `1795396819.34`, `34`. */
export function short(id: string | undefined): string {
  return id?.replace(/^\d{10}\./, '') ?? '-';
}

/** What has changed of channels, a line for each change: `<event> <channel>: <what is new>`. */
export function storyOf(changes: readonly Change<Channel>[]): string[] {
  return changes.map(({ value, previous, cause }) => {
    const why = cause.type === 'event' ? cause.event.name : cause.type;
    const what = value === undefined ? 'gone' : difference(value, previous);
    return `${why} ${short((value ?? previous).id)}: ${what}`;
  });
}

/** Such as `state up, answered`. */
function difference(channel: Channel, before: Channel | undefined): string {
  if (before === undefined) return `${channel.state} ${channel.name} of ${short(channel.linkedid)}`;
  const { place, application, caller, connected, hangup } = channel;
  const said: Record<keyof Channel, string> = {
    id: channel.id,
    name: `named ${channel.name}`,
    state: channel.state,
    caller: `caller ${String(caller.number)} ${String(caller.name)}`,
    connected: `connected ${String(connected.number)} ${String(connected.name)}`,
    language: `language ${String(channel.language)}`,
    account: `account ${String(channel.account)}`,
    place: `at ${String(place.extension)},${String(place.priority)}`,
    application: `${application?.name ?? 'no app'}(${application?.data ?? ''})`,
    linkedid: `of ${short(channel.linkedid)}`,
    bridgeId: channel.bridgeId === undefined ? 'in no bridge' : 'in a bridge',
    otherHalf: `half of ${short(channel.otherHalf)}`,
    variables: `variables ${String(channel.variables.size)}`,
    isHeld: channel.isHeld ? 'holds' : 'holds no more',
    musicOnHold: `hears ${String(channel.musicOnHold)}`,
    startedAt: 'started',
    answeredAt: 'answered',
    hangup: `ended by ${String(hangup?.code)}`,
  };
  const fields = Object.keys(channel) as (keyof Channel)[];
  const changed = fields.filter((field) => channel[field] !== before[field]);
  return changed.length === 0 ? 'nothing' : changed.map((field) => said[field]).join(', ');
}
