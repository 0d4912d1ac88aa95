import type { Channel } from '../pbx/channel.js';
import type { Pbx } from '../pbx/pbx.js';
import type { Phone } from '../pbx/phones.js';

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

/** What may be a number outside, and no misspelt phone. */
const NUMBER = /^(?:[+*#\d].*|anonymous|)$/i;

/** Throws where a call can't be meant. */
export function checkCall(pbx: Pbx, { from, to }: ScriptedCall): void {
  if (!NUMBER.test(from)) findPhone(pbx, from);
  findExtension(pbx, to);
}

/** Lets a phone dial: the channel of who calls. */
export function beginCall(pbx: Pbx, { from, to, name }: ScriptedCall): Channel {
  const inside = pbx.phones.all.get(from);
  const phone = inside ?? pbx.phones.all.get(trunk) ?? pbx.phones.add(trunk);
  const caller = inside === undefined ? { number: from } : inside.party;
  const channel = pbx.phones.dial(
    phone,
    extensionOf(pbx, to),
    name === undefined ? caller : { ...caller, name },
  );
  pbx.enterDialplan(channel, channel.place);
  return channel;
}

/** The phone of a name. */
export function findPhone(pbx: Pbx, name: string): Phone {
  const phone = pbx.phones.all.get(name);
  if (phone === undefined) throw new Error(`There is no phone ${name}`);
  return phone;
}

/** The extension that a text stands for, which the dialplan has somewhere. */
export function findExtension(pbx: Pbx, to: string): string {
  const exten = extensionOf(pbx, to);
  if (!pbx.dialplan.hasAnywhere(exten)) throw new Error(`The dialplan has no extension ${exten}`);
  return exten;
}

/** The phone whose channel it is. */
export function phoneOf(channel: Channel): string {
  return channel.device.slice(channel.device.indexOf('/') + 1);
}

/** The extension that a text stands for: itself, or the number of a phone. */
function extensionOf(pbx: Pbx, to: string): string {
  return pbx.phones.all.get(to)?.party.number ?? to;
}
