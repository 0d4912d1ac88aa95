import type { AmiEvent } from '../../wire/index.js';
import { ownText } from '../core/own-text.js';
import { readNumber, readText } from '../core/read-value.js';
import { keepSame } from '../core/keep-same.js';
import type { Extension } from './extension.js';
import { toHintStatus } from './hint-status.js';

/** Such as `901@default`; `undefined` where an event is about no extension. */
export function extensionKey(event: AmiEvent): string | undefined {
  const extension = event.get('Exten') ?? '';
  const context = event.get('Context') ?? '';
  return extension === '' || context === '' ? undefined : `${extension}@${context}`;
}

/** The bits of an `ExtensionStatus`; negative where the hint is gone. */
export function readStatusBits(event: AmiEvent): number | undefined {
  return readNumber(event, 'Status');
}

/** What an `ExtensionStatus` says, be it news or an entry of the list. */
export function readExtension(
  event: AmiEvent,
  bits: number,
  known: Extension | undefined,
): Extension {
  // While the exchange starts there are events without the hint.
  const text = event.get('Hint') ?? '';
  const hint = text === '' || text === known?.hint ? known?.hint : ownText(text);
  const isSame = hint === known?.hint;
  const presentity = isSame ? known?.presentity : presentityOf(hint ?? '');
  return keepSame(known, {
    extension: known?.extension ?? readText(event, 'Exten') ?? '',
    context: known?.context ?? readText(event, 'Context') ?? '',
    hint,
    status: toHintStatus(bits),
    presentity,
    presence: presentity === known?.presentity ? known?.presence : undefined,
  });
}

/** What follows the comma of a hint. */
function presentityOf(hint: string): string | undefined {
  const comma = hint.indexOf(',');
  const presentity = comma < 0 ? '' : hint.slice(comma + 1).trim();
  return presentity === '' ? undefined : ownText(presentity);
}
