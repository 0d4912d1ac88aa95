import fc from 'fast-check';
import { matchGlob, matchGlobs } from '../../../lib/cli/events/glob.js';

describe('matchGlob', () => {
  it.each([
    ['Hangup', 'Hangup', true],
    ['Hangup', 'HangupRequest', false],
    ['hangup', 'Hangup', true],
    ['Queue*', 'QueueCallerJoin', true],
    ['Queue*', 'AgentCalled', false],
    ['*state', 'Newstate', true],
    ['*call*', 'AgentCalled', true],
    ['New?tate', 'Newstate', true],
    ['New?', 'Newstate', false],
    ['*', '', true],
    ['a.c', 'abc', false],
    ['[a]', 'a', false],
    ['DataGet Tree', 'DataGet Tree', true],
  ])('%s on %s is %s', (glob, name, expected) => {
    expect(matchGlob(glob)(name)).toBe(expected);
  });

  it('takes any text literally but for the two signs', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(matchGlob(text)(text)).toBe(true);
        fc.pre(!/[*?]/.test(text));
        expect(matchGlob(text)(`${text}x`)).toBe(false);
      }),
    );
  });

  it('is quick with many stars', () => {
    expect(matchGlob('*'.repeat(200))('a'.repeat(200))).toBe(true);
  });
});

describe('matchGlobs', () => {
  it('takes every name where there is no glob, and otherwise any of them', () => {
    expect(matchGlobs([])('Any')).toBe(true);
    expect(matchGlobs(['A*', 'B*'])('Bridge')).toBe(true);
    expect(matchGlobs(['A*', 'B*'])('Call')).toBe(false);
  });
});
