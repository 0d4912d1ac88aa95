import { EventFilters } from '../../../../lib/testing/exchange/manager/event-filters.js';
import { writeEvent } from '../../../../lib/testing/exchange/manager/manager-event.js';

const varSet = writeEvent({ name: 'VarSet', privilege: ['dialplan'] }, [
  'Channel: PJSIP/alice-00000001',
  'Variable: X',
  'Value: 1',
]);
const hangup = writeEvent({ name: 'Hangup', privilege: ['call'] }, [
  'Channel: PJSIP/bob-00000002',
  'Cause: 16',
]);

/** Which of the two events pass the filters. */
function passing(...filters: readonly (readonly [criteria: string, pattern: string])[]): string[] {
  const made = new EventFilters();
  for (const [criteria, pattern] of filters) {
    expect(made.add(criteria, pattern)).toBeUndefined();
  }
  return [varSet, hangup].filter((event) => made.admits(event)).map(({ name }) => name);
}

describe('event filters', () => {
  it('let everything pass while there are none', () => {
    expect(passing()).toEqual(['VarSet', 'Hangup']);
  });

  it('are regular expressions over the whole text, line ends included', () => {
    expect(passing(['', 'Event: VarSet'])).toEqual(['VarSet']);
    expect(passing(['', '!Event: VarSet'])).toEqual(['Hangup']);
    expect(passing(['', 'bob.*Cause: 1[56]'])).toEqual(['Hangup']);
  });

  it('include first, and exclude from that', () => {
    expect(passing(['', 'Channel: PJSIP'], ['', '!alice'])).toEqual(['Hangup']);
    expect(passing(['', 'nothing'], ['', '!alice'])).toEqual([]);
  });

  it('read POSIX brackets as POSIX does', () => {
    expect(passing(['', 'Cause: [[:digit:]]+[[:cntrl:]]'])).toEqual(['Hangup']);
    expect(passing(['', String.raw`[\]Cause`])).toEqual([]);
    expect(passing(['', 'Channel[]:] PJSIP/a'])).toEqual(['VarSet']);
  });

  it('look at an event, or at a field of any', () => {
    expect(passing(['action(exclude),name(VarSet)', ''])).toEqual(['Hangup']);
    expect(passing(['name(Hangup)', ''])).toEqual(['Hangup']);
    expect(passing(['header(Channel),method(contains)', 'bob'])).toEqual(['Hangup']);
    expect(passing(['header(Value),method(none)', ''])).toEqual(['VarSet']);
  });

  it.each([
    ['exact', '16', '1'],
    ['starts_with', '1', '6'],
    ['ends_with', '6', '1'],
    ['contains', '6', '7'],
    ['regex', '^1.$', '^1$'],
  ])('compare by %s', (method, right, wrong) => {
    const criteria = `header(Cause),method(${method})`;

    expect(passing([criteria, right])).toEqual(['Hangup']);
    expect(passing([criteria, wrong])).toEqual([]);
  });

  it('take "!" for what an action says better', () => {
    expect(passing(['header(Cause),method(exact)', '!16'])).toEqual(['VarSet']);
    expect(passing(['action(include),header(Cause),method(exact)', '!16'])).toEqual(['Hangup']);
  });

  it.each(['[', '(', '!['])('refuse %s, which is no regular expression', (pattern) => {
    expect(new EventFilters().add('', pattern)).toBe(
      'Filter did not compile.  Check the syntax of the filter given.',
    );
  });

  it.each([
    ['action(inlude),name(X)', ''],
    ['heder(X),method(contains)', 'x'],
    ['method(coins)', 'x'],
    ['method(regex)', ''],
    ['name(X)', 'x'],
    ['action(include)', ''],
    ['nothing', 'x'],
  ])('refuse the criteria %s with the pattern "%s"', (criteria, pattern) => {
    expect(new EventFilters().add(criteria, pattern)).toBe(
      'Filter was formatted incorrectly.  Check the syntax of the filter given.',
    );
  });
});
