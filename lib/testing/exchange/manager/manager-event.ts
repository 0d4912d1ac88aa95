import type { PbxEvent } from '../pbx/pbx-event.js';
import type { AsteriskVersion } from '../pbx/pbx.js';
import { describeMask, maskOf } from './class-mask.js';
import { encodeText, hasStrayBytes } from './encode-text.js';
import { fieldLines, messageText } from './message-text.js';

/** An event as sessions get it. */
export interface ManagerEvent {
  readonly name: string;
  /** The classes that a session must see all of. */
  readonly mask: number;
  /** Its text on the wire. */
  readonly text: string;
  readonly bytes: Uint8Array;
}

/** What every event of a server carries behind its privilege. */
export type EventStamp = readonly string[];

/** Writes an event from lines, which may be no fields at all. */
export function writeEvent(
  { name, privilege }: Omit<PbxEvent, 'fields'>,
  lines: readonly string[],
  stamp: EventStamp = [],
): ManagerEvent {
  const mask = maskOf(privilege);
  const head = [`Event: ${name}`, `Privilege: ${describeMask(mask)}`];
  const text = messageText([...head, ...stamp, ...lines]);
  return { name, mask, text, bytes: encodeText(text) };
}

/**
 * Writes an event of the PBX; `undefined` for one that is lost on its way. Asterisk makes these of
 * JSON, which takes UTF-8 only.
 */
export function writePbxEvent(
  event: PbxEvent,
  version: AsteriskVersion,
  stamp: EventStamp = [],
): ManagerEvent | undefined {
  const lines = fieldLines(event.fields);
  if (!jsonEvents.test(event.name) || !lines.some(hasStrayBytes)) {
    return writeEvent(event, lines, stamp);
  }
  if (event.name !== 'VarSet' || version === '16') return undefined;
  const replaced = lines.map((line) => line.replace(/[\udc80-\udcff]/gu, '\ufffd'));
  return writeEvent(event, replaced, stamp);
}

const jsonEvents = /^(VarSet|UserEvent|QueueMember\w+)$/;
