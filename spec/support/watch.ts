import type { Observable, Subscription } from 'rxjs';

/** What an Observable has done so far. */
export interface Watched<T> {
  readonly values: T[];
  error: unknown;
  isComplete: boolean;
  readonly subscription: Subscription;
}

/** Subscribes and notes everything. */
export function watch<T>(source: Observable<T>): Watched<T> {
  const values: T[] = [];
  const ends = { error: undefined as unknown, isComplete: false };
  const subscription = source.subscribe({
    next: (value) => {
      values.push(value);
    },
    error: (error: unknown) => {
      ends.error = error;
    },
    complete: () => {
      ends.isComplete = true;
    },
  });
  return Object.assign(ends, { values, subscription });
}
