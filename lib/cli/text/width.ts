const segmenter = new Intl.Segmenter();
const WIDE =
  /^[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;
const PLAIN = /^[\u0020-\u007e\u00a0-\u02ff]*$/;

function widthOf(grapheme: string): number {
  return WIDE.test(grapheme) || grapheme.includes('\ufe0f') ? 2 : 1;
}

/** How many columns of a terminal a text takes; it holds no control characters. */
export function displayWidth(text: string): number {
  if (PLAIN.test(text)) return text.length;
  let width = 0;
  for (const { segment } of segmenter.segment(text)) width += widthOf(segment);
  return width;
}

/** The text in exactly so many columns: filled up with blanks, or cut off with `…`. */
export function fitWidth(text: string, columns: number): string {
  if (columns <= 0) return '';
  const width = displayWidth(text);
  if (width <= columns) return text + ' '.repeat(columns - width);
  let kept = '';
  let used = 0;
  for (const { segment } of segmenter.segment(text)) {
    const next = used + widthOf(segment);
    if (next > columns - 1) break;
    kept += segment;
    used = next;
  }
  return `${kept}…${' '.repeat(columns - 1 - used)}`;
}
