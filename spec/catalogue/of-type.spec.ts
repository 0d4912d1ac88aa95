import { map } from 'rxjs';
import { z } from 'zod';
import { Hangup, Newchannel } from '../../lib/catalogue/events/index.js';
import { defineEvent, ofType } from '../../lib/catalogue/index.js';
import { AmiEvent, Message, Response } from '../../lib/wire/index.js';
import { marbles } from '../support/marbles.js';

const user = (name: string): Message =>
  new AmiEvent(['Event: UserEvent', `UserEvent: ${name}`, 'Total: 7']);

const messages: Record<string, Message> = {
  h: new AmiEvent(['Event: Hangup', 'Channel: SIP/a-1', 'Cause: 16']),
  n: new AmiEvent(['Event: Newchannel', 'Channel: SIP/a-1']),
  v: new AmiEvent(['Event: VarSet', 'Variable: A', 'Value: b']),
  r: new Response(['Response: Success']),
  m: new Message(['Hangup: x']),
  o: user('OrderPlaced'),
  u: user('Other'),
};

const Order = defineEvent('UserEvent', 'OrderPlaced', { Total: z.coerce.number() });

describe('ofType', () => {
  it('narrows to the events of one type, and ends with its source', () => {
    marbles(({ hot, expectObservable, expectSubscriptions }) => {
      const source$ = hot<Message>(' --h-n-r-m-v-h-|', messages);
      const subscription = '        ^-------------!';
      const expected = '            --h---------h-|';
      const causes$ = source$.pipe(
        ofType(Hangup),
        map(({ Event, Cause }) => `${Event} ${Cause}`),
      );
      expectObservable(causes$).toBe(expected, { h: 'Hangup 16' });
      expectSubscriptions(source$.subscriptions).toBe(subscription);
    });
  });

  it('keeps several types in their order, by name or schema', () => {
    marbles(({ hot, expectObservable, expectSubscriptions }) => {
      const source$ = hot<Message>(' --h-n-r-v-n-#', messages);
      const subscription = '        ^-----------!';
      const expected = '            --h-n-----n-#';
      const names$ = source$.pipe(
        ofType('Hangup', Newchannel),
        map(({ Event }) => Event),
      );
      expectObservable(names$).toBe(expected, { h: 'Hangup', n: 'Newchannel' });
      expectSubscriptions(source$.subscriptions).toBe(subscription);
    });
  });

  it('unsubscribes from its source', () => {
    marbles(({ hot, expectObservable, expectSubscriptions }) => {
      const source$ = hot<Message>('   --h-n-h-', messages);
      const subscription = '          ^----!  ';
      const expected = '              --h-----';
      const events$ = source$.pipe(
        ofType('Hangup'),
        map(({ Event }) => Event),
      );
      expectObservable(events$, subscription).toBe(expected, { h: 'Hangup' });
      expectSubscriptions(source$.subscriptions).toBe(subscription);
    });
  });

  it('knows a UserEvent by the name that its sender gave it', () => {
    marbles(({ hot, expectObservable }) => {
      const source$ = hot<Message>(' --o-u-h-o-|', messages);
      const expected = '            --o-----o-|';
      expectObservable(
        source$.pipe(
          ofType(Order),
          map(({ Total }) => Total + 1),
        ),
      ).toBe(expected, { o: 8 });
    });
  });

  it('gives a UserEvent to the schema of its own name, whichever is named first', () => {
    marbles(({ hot, expectObservable }) => {
      const source$ = hot<Message>('--o-u-|', messages);
      const expected = '            --o-u-|';
      const totals$ = source$.pipe(
        ofType('UserEvent', Order),
        map((event) => `${event.UserEvent ?? ''} ${typeof ('Total' in event ? event.Total : '')}`),
      );
      expectObservable(totals$).toBe(expected, { o: 'OrderPlaced number', u: 'Other string' });
    });
  });

  it('tells of what is no type of an event when it is made', () => {
    expect(() => ofType('Hangupp' as 'Hangup')).toThrow(
      new TypeError('The catalogue has no event Hangupp'),
    );
    expect(() => ofType(z.object({}) as unknown as typeof Hangup)).toThrow(TypeError);
  });
});

describe('defineEvent', () => {
  it('takes a shape or a zod object, and keeps what it does not name', () => {
    const Tally = defineEvent('Tally', z.object({ Count: z.coerce.number() }));
    const event = Tally.parse(
      new AmiEvent(['Event: Tally', 'Privilege: user,all', 'Count: 3', 'More: x']),
    );
    expect(event).toEqual({ Event: 'Tally', Privilege: ['user', 'all'], Count: 3, More: 'x' });
    expect(event.message.name).toBe('Tally');
  });

  it('is for one name alone', () => {
    expect(Order.safeParse(messages['u']).success).toBe(false);
    expect(Order.safeParse(messages['h']).success).toBe(false);
    expect(Order.parse(messages['o'])).toMatchObject({ UserEvent: 'OrderPlaced', Total: 7 });
  });

  it('may say more of what every event has', () => {
    const Stamped = defineEvent('Stamped', { Timestamp: z.string() });
    expect(Stamped.parse({ Event: 'Stamped', Timestamp: '1.5' }).Timestamp).toBe('1.5');
  });
});
