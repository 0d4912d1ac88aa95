import { defaultIfEmpty, Observable, Subscription, take } from 'rxjs';

/**
 * What happens on a channel, one thing after the other: a generator that yields what it waits for
 * and goes on with the first value of that. Its `finally` blocks run when it is cut short; they
 * must not wait.
 */
export type Process<T = void> = Generator<Observable<unknown>, T, unknown>;

/** Waits for the first value; `undefined` if there is none. */
export function* first<T>(source: Observable<T>): Process<T> {
  return (yield source) as T;
}

/** Runs a process on subscription, and emits what it returns; unsubscribing cuts it short. */
export function runProcess<T>(start: () => Process<T>): Observable<T> {
  return new Observable<T>((subscriber) => {
    const process = start();
    const waiting = new Subscription();
    let isRunning = false;
    const end = (): void => {
      waiting.unsubscribe();
      // A process that ends itself is not cut short before it waits again.
      if (!isRunning) process.return(undefined as T);
    };
    const goOn = (value?: unknown): void => {
      isRunning = true;
      const step = process.next(value);
      isRunning = false;
      if (subscriber.closed) {
        process.return(undefined as T);
      } else if (step.done === true) {
        subscriber.next(step.value);
        subscriber.complete();
      } else {
        const wait = new Subscription();
        waiting.add(wait);
        wait.add(
          step.value.pipe(take(1), defaultIfEmpty(undefined)).subscribe((result) => {
            waiting.remove(wait);
            goOn(result);
          }),
        );
      }
    };
    subscriber.add(end);
    goOn();
  });
}
