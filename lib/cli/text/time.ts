function two(value: number): string {
  return String(value).padStart(2, '0');
}

/** A moment as the time of day here, such as `10:15:42`. */
export function toClock(at: number): string {
  const date = new Date(at);
  return [date.getHours(), date.getMinutes(), date.getSeconds()].map(two).join(':');
}

/** A length of time as `0:42`, `12:05` or `1:02:33`. */
export function toLength(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const minutes = Math.floor(seconds / 60);
  const hours = Math.floor(minutes / 60);
  return hours === 0
    ? `${minutes}:${two(seconds % 60)}`
    : `${hours}:${two(minutes % 60)}:${two(seconds % 60)}`;
}
