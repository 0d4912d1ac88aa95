/** A list with one more at its end; with too many, without the first. */
export function appended<T>(list: readonly T[], one: T, most: number): readonly T[] {
  return list.length < most ? [...list, one] : [...list.slice(1 - most), one];
}
