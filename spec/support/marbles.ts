import { TestScheduler } from 'rxjs/testing';

/** What `TestScheduler.run` lends to a spec. */
export type RunHelpers = Parameters<Parameters<TestScheduler['run']>[0]>[0];

/** Runs a spec of marbles in virtual time. */
export function marbles(spec: (helpers: RunHelpers) => void): void {
  new TestScheduler((actual, expected) => {
    expect(actual).toEqual(expected);
  }).run(spec);
}
