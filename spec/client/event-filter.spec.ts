import type { EventFilter } from '../../lib/index.js';
import { knowsAdvancedFilters, writeFilter } from '../../lib/client/event-filter.js';
import { FakeExchange } from '../support/fake-exchange.js';
import { watch } from '../support/watch.js';

const event =
  'Event: VarSet\r\nPrivilege: dialplan,all\r\nChannel: Local/1-0;1\r\nValue: a.b\r\n\r\n';

/** What a POSIX extended regular expression does, as far as these use it. */
const matches = (filter: EventFilter): boolean => {
  const { Filter } = writeFilter(filter, false) as { Filter: string };
  const source = Filter.replace(/^!/, '')
    .replaceAll('[^[:cntrl:]]', '[^\\x00-\\x1f]')
    .replaceAll('[[:cntrl:]]', '[\\x00-\\x1f]');
  return new RegExp(source, 's').test(event);
};

describe('an event filter', () => {
  it.each<[EventFilter, Record<string, string>]>([
    [
      { action: 'exclude', name: 'VarSet' },
      { MatchCriteria: 'action(exclude),name(VarSet),method(none)' },
    ],
    [
      { action: 'include', header: 'Queue', pattern: 'support' },
      { MatchCriteria: 'action(include),header(Queue),method(exact)', Filter: 'support' },
    ],
    [
      { action: 'include', pattern: 'alice' },
      { MatchCriteria: 'action(include),method(contains)', Filter: 'alice' },
    ],
    ['!Event: RTCP', { Filter: '!Event: RTCP' }],
  ])('%j is written in the new syntax', (filter, fields) => {
    expect(writeFilter(filter, true)).toEqual({ Operation: 'Add', ...fields });
  });

  it.each<[boolean, EventFilter]>([
    [true, { action: 'exclude', name: 'VarSet' }],
    [false, { action: 'exclude', name: 'Var' }],
    [false, { action: 'exclude', name: 'Privilege' }],
    [true, { action: 'include', header: 'Channel', pattern: 'Local/1-0;1' }],
    [false, { action: 'include', header: 'Channel', pattern: 'Local/1-0' }],
    [true, { action: 'include', header: 'Channel', method: 'starts_with', pattern: 'Local/' }],
    [false, { action: 'include', header: 'Channel', method: 'starts_with', pattern: 'ocal/' }],
    [true, { action: 'include', header: 'Channel', method: 'ends_with', pattern: ';1' }],
    [false, { action: 'include', header: 'Channel', method: 'ends_with', pattern: 'Local/' }],
    [true, { action: 'include', header: 'Channel', method: 'contains', pattern: '1-0' }],
    [false, { action: 'include', header: 'Channel', method: 'contains', pattern: 'a.b' }],
    [true, { action: 'include', header: 'Value', pattern: 'a.b' }],
    [false, { action: 'include', header: 'Value', pattern: 'a*b' }],
    [true, { action: 'include', header: 'Channel', method: 'regex', pattern: '^Local/[0-9]' }],
    [true, { action: 'include', header: 'Channel', method: 'regex', pattern: '[0-9]-' }],
    [true, { action: 'include', name: 'VarSet', header: 'Value', pattern: 'a.b' }],
    [true, { action: 'include', name: 'VarSet', header: 'Privilege', pattern: 'dialplan,all' }],
    [false, { action: 'include', name: 'Hangup', header: 'Value', pattern: 'a.b' }],
    [false, { action: 'include', name: 'VarSet', header: 'Value', pattern: 'a' }],
    [true, { action: 'include', name: 'VarSet', pattern: 'Local' }],
    [true, { action: 'include', pattern: 'Local' }],
    [false, { action: 'include', pattern: 'PJSIP' }],
  ])('for older servers, a regular expression that says %j of %j', (expected, filter) => {
    expect(matches(filter)).toBe(expected);
  });

  it('marks what is excluded', () => {
    expect(writeFilter({ action: 'exclude', pattern: 'x' }, false)).toMatchObject({
      Filter: expect.stringMatching(/^!/),
    });
  });

  it.each([
    ['12.0.0', '', true],
    ['13.0.0', '', true],
    ['11.0.0', '22.10.1~dfsg+~cs6.15.60671435-1', true],
    ['11.0.0', '22.0.0', false],
    ['11.0.0', '', false],
    ['9.0.0', '20.11.0', true],
    ['9.0.0', '20.10.0', false],
    ['7.0.3', '18.26.1', true],
    ['10.0.0', '21.5.0', false],
    ['5.0.4', '16.28.0', false],
    ['11.0.0', 'GIT-22-abc', false],
  ])('AMI %s of Asterisk %j knows the new syntax: %j', (ami, asterisk, known) => {
    expect(knowsAdvancedFilters(ami, asterisk)).toBe(known);
  });

  describe('on a session', () => {
    const filters: EventFilter[] = [{ action: 'exclude', name: 'VarSet' }, '!Event: RTCP'];
    let exchange: FakeExchange;

    beforeEach(() => {
      exchange = new FakeExchange();
      exchange.answer = (action, socket) => {
        if (action.get('Action') === 'CoreSettings') {
          socket.reply({ Response: 'Success', AsteriskVersion: '22.10.1' }, action);
        } else {
          socket.reply({ Response: 'Success', Message: 'Filter added' }, action);
        }
      };
    });

    const sent = (): (string | undefined)[] =>
      exchange.asked
        .filter((action) => action.get('Action') === 'Filter')
        .map((action) => action.get('MatchCriteria') ?? action.get('Filter'));

    it('is set before it is online, and again after every renewal', () => {
      const ami = exchange.online({ filters, reconnect: { jitter: 'none' } });
      const expected = ['action(exclude),name(VarSet),method(none)', '!Event: RTCP'];
      expect(sent()).toEqual(expected);
      exchange.socket.finish();
      watch(ami.request('Ping'));
      exchange.clock.advance(1000);
      expect(exchange.sockets).toHaveLength(2);
      expect(sent()).toEqual(expected);
      expect(exchange.asked.at(-1)?.get('Action')).toBe('Ping');
    });

    it('asks for the version only where it matters', () => {
      exchange.online({ filters: ['!Event: RTCP'] });
      expect(exchange.asked.map((action) => action.get('Action'))).toEqual(['Filter']);
      exchange.greeting = 'Asterisk Call Manager/12.0.0\r\n';
      exchange.online({ filters });
      expect(exchange.asked.map((action) => action.get('Action'))).toEqual(['Filter', 'Filter']);
    });

    it('takes the old syntax where the version may not be asked for', () => {
      exchange.answer = (action, socket) => {
        const isFilter = action.get('Action') === 'Filter';
        socket.reply(
          { Response: isFilter ? 'Success' : 'Error', Message: 'Permission denied' },
          action,
        );
      };
      exchange.online({ filters });
      expect(sent()[0]).toBe('!^Event: VarSet[[:cntrl:]]');
    });

    it('is final when it is refused: unfiltered events are not what was asked for', () => {
      exchange.answer = (action, socket) => {
        socket.reply({ Response: 'Error', Message: 'Permission denied' }, action);
      };
      const ami = exchange.connect({ filters });
      const events = watch(ami.events$);
      exchange.clock.advance(60_000);
      expect(exchange.sockets).toHaveLength(1);
      expect(events.error).toMatchObject({ name: 'ActionError', action: 'Filter' });
    });
  });
});
