import { clean } from '../text/clean.js';
import { isInternal } from './channel.js';
import type { Channel } from './channel.js';
import type { ChannelTable } from './channel-table.js';

/** Somebody in a call, as far as the exchange knows. */
export interface Party {
  readonly name?: string;
  readonly number?: string;
  /** The channel's name, such as `PJSIP/alice-0000002a`. */
  readonly channel: string;
}

/**
 * The people in a call: its channels, where the two halves of a Local channel are one, and none if
 * both halves lead on to somebody else, since the pair is then a mere pipe.
 */
export function partiesOf(channels: readonly Channel[], table: ChannelTable): Party[] {
  const faces = channels.filter(
    (channel) => !isInternal(channel) && faceOf(channel, channels, table) === channel,
  );
  return faces.map((channel) => {
    const lenders = [faces[0], table.get(channel.dial?.by)].filter((one) => one !== channel);
    return toParty(channel, lenders);
  });
}

/** The channel that stands for a person: itself, or a half of its Local pair, or none for a pipe. */
function faceOf(
  channel: Channel,
  channels: readonly Channel[],
  table: ChannelTable,
): Channel | undefined {
  const half = /^(Local\/.*;)([12])$/.exec(channel.name);
  if (half === null) return channel;
  const otherName = `${half[1] ?? ''}${half[2] === '1' ? '2' : '1'}`;
  const other = channels.find(({ name }) => name === otherName);
  // The second half comes after the first: alone, it is what is left of a pair that has ended.
  if (other === undefined) return half[2] === '1' ? channel : undefined;
  const leadsOn = isConnected(channel, channels, table);
  const otherLeadsOn = isConnected(other, channels, table);
  if (leadsOn && otherLeadsOn) return undefined;
  if (leadsOn !== otherLeadsOn) return leadsOn ? channel : other;
  return half[2] === '1' ? channel : other;
}

function isConnected(
  { id, bridge, dial, isLinked }: Channel,
  channels: readonly Channel[],
  table: ChannelTable,
): boolean {
  return (
    bridge !== undefined ||
    isLinked === true ||
    table.get(dial?.by) !== undefined ||
    channels.some((other) => other.dial?.by === id)
  );
}

/** Where a phone has no caller ID of its own, some applications lend it that of its caller. */
function toParty(channel: Channel, lenders: readonly (Channel | undefined)[]): Party {
  const isName = (one: Channel | undefined): boolean => one?.callerName === channel.callerName;
  const isNumber = (one: Channel | undefined): boolean => one?.number === channel.number;
  const name = channel.member ?? (lenders.some(isName) ? undefined : channel.callerName);
  const number = lenders.some(isNumber) ? undefined : channel.number;
  return {
    ...(name === undefined ? {} : { name }),
    ...(number === undefined ? {} : { number }),
    channel: channel.name,
  };
}

/** A party for people: `Anna Fischer <201>`, or as much of it as is known. */
export function toPartyText({ name, number, channel }: Party): string {
  if (name !== undefined && number !== undefined) return clean(`${name} <${number}>`);
  return clean(name ?? number ?? channel.replace(/-[\da-f]{8}(?:;[12])?$/, ''));
}

/** A party where there is little room: the name, or what there is instead. */
export function toShortPartyText({ name, ...rest }: Party): string {
  return toPartyText(name === undefined ? rest : { name, channel: rest.channel });
}

/** Parties for people. */
export function toPartiesText(parties: readonly Party[], toText = toPartyText): string {
  return parties.map(toText).join(', ');
}
