import type { Channel } from '../pbx/channel.js';
import type { Pbx } from '../pbx/pbx.js';

/** Who calls whom. */
export interface ScriptedCall {
  /** The name of a phone, or a number outside: then the call comes by the trunk `PJSIP/trunk`. */
  readonly from: string;
  /** An extension, or the name of a phone. */
  readonly to: string;
  /** What the caller is called, where that is not what the phone says. */
  readonly name?: string;
}

/** The phone that calls from outside come by. */
const trunk = 'trunk';

/** Lets a phone dial: the channel of who calls. */
export function beginCall(pbx: Pbx, { from, to, name }: ScriptedCall): Channel {
  const inside = pbx.phones.all.get(from);
  const phone = inside ?? pbx.phones.all.get(trunk) ?? pbx.phones.add(trunk);
  const exten = extensionOf(pbx, to);
  const caller = inside === undefined ? { number: from } : inside.party;
  const channel = pbx.phones.dial(phone, exten, name === undefined ? caller : { ...caller, name });
  pbx.enterDialplan(channel, channel.place);
  return channel;
}

/** The extension that a text stands for: itself, or the number of a phone. */
export function extensionOf(pbx: Pbx, to: string): string {
  return pbx.phones.all.get(to)?.party.number ?? to;
}

/** The phone whose channel it is. */
export function phoneOf(channel: Channel): string {
  return channel.device.slice(channel.device.indexOf('/') + 1);
}
