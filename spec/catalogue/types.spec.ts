import { expectTypeOf } from 'expect-type';
import type { Observable } from 'rxjs';
import { z } from 'zod';
import { Hangup, Newchannel, QueueCallerJoin } from '../../lib/catalogue/events/index.js';
import type { QueueEntry, QueueMember, QueueParams } from '../../lib/catalogue/events/index.js';
import { createAction, defineEvent, ofType } from '../../lib/index.js';
import type {
  AmiClient,
  AmiEvent,
  Collection,
  EventOf,
  Response,
  UntypedEvent,
} from '../../lib/index.js';

const use = (value: unknown): unknown => value;

/** Compiled and never called: what it says is said to the compiler. */
function typesOf(ami: AmiClient): void {
  // Names complete, and narrow.
  expectTypeOf(ami.event('Hangup')).toEqualTypeOf<Observable<Hangup>>();
  expectTypeOf(ami.event(Hangup)).toEqualTypeOf<Observable<EventOf<typeof Hangup>>>();
  expectTypeOf(ami.event('NobodyKnows')).toEqualTypeOf<Observable<UntypedEvent>>();

  ami.event('Hangup').subscribe((event) => {
    expectTypeOf(event.Event).toEqualTypeOf<'Hangup'>();
    expectTypeOf(event.Channel).toBeString();
    expectTypeOf(event.Cause).toBeNumber();
    expectTypeOf(event.Exten).toEqualTypeOf<string | undefined>();
    expectTypeOf(event.Timestamp).toEqualTypeOf<Date | undefined>();
    expectTypeOf(event.Privilege).toEqualTypeOf<readonly string[] | undefined>();
    expectTypeOf(event.ChanVariable?.['SIP/a-1']).toEqualTypeOf<
      Readonly<Record<string, string>> | undefined
    >();
    expectTypeOf(event.message).toEqualTypeOf<AmiEvent>();
    // @ts-expect-error: a field that a Hangup does not have
    use(event.Chanel);
    // @ts-expect-error: it cannot be written to
    event.Channel = 'SIP/other';
  });

  // A union that `Event` tells apart.
  expectTypeOf(ami.list('QueueStatus')).toEqualTypeOf<
    Observable<QueueParams | QueueMember | QueueEntry>
  >();
  ami.list('QueueStatus').subscribe((entry) => {
    if (entry.Event === 'QueueMember') expectTypeOf(entry.CallsTaken).toBeNumber();
    else if (entry.Event === 'QueueEntry') expectTypeOf(entry.Wait).toBeNumber();
    else expectTypeOf(entry.Strategy).toEqualTypeOf<string | undefined>();
    // @ts-expect-error: not every entry has it
    use(entry.Wait);
  });
  ami.collect('CoreShowChannels').subscribe(({ entries, complete, response }) => {
    expectTypeOf(entries[0]?.Duration).toEqualTypeOf<number | undefined>();
    expectTypeOf(complete?.ListItems).toEqualTypeOf<number | undefined>();
    expectTypeOf(response.values.EventList).toEqualTypeOf<string | undefined>();
  });
  ami.events$.pipe(ofType(Hangup, Newchannel)).subscribe((event) => {
    if (event.Event === 'Hangup') expectTypeOf(event.Cause).toBeNumber();
    // @ts-expect-error: a Newchannel has no cause
    else use(event.Cause);
  });
  expectTypeOf(ami.events$.pipe(ofType('QueueCallerJoin'))).toEqualTypeOf<
    Observable<QueueCallerJoin>
  >();

  // What an action takes.
  ami.action('Originate', {
    Channel: 'PJSIP/alice',
    Timeout: 30_000,
    Async: true,
    Codecs: ['alaw', 'ulaw'],
    Variable: { CAMPAIGN: 'spring', ATTEMPT: 2 },
    SomethingNew: 'possible',
  });
  ami.request('MuteAudio', { Channel: 'SIP/a-1', Direction: 'in', State: 'on' });
  ami.request('Ping');
  // @ts-expect-error: Channel is required
  ami.action('Originate', { Exten: '100' });
  // @ts-expect-error: fields are required
  ami.action('Originate');
  // @ts-expect-error: a flag is no number of seconds
  ami.action('Originate', { Channel: 'PJSIP/alice', Timeout: true });
  // @ts-expect-error: not one of the words
  ami.request('MuteAudio', { Channel: 'SIP/a-1', Direction: 'sideways', State: 'on' });
  // @ts-expect-error: no action of the catalogue
  ami.request('NobodyKnows');
  // @ts-expect-error: it is answered by no list
  ami.list('Ping');
  ami.request(createAction('NobodyKnows', { Field: ['a', 'b'] }));

  // What a response holds.
  ami.request('CoreStatus').subscribe((response) => {
    expectTypeOf(response).toExtend<Response>();
    expectTypeOf(response.values.CoreCurrentCalls).toBeNumber();
    expectTypeOf(response.values.Message).toEqualTypeOf<string | undefined>();
  });
  expectTypeOf(ami.collect(createAction('QueueStatus'))).toEqualTypeOf<Observable<Collection>>();

  // Events of one's own.
  const OrderPlaced = defineEvent('UserEvent', 'OrderPlaced', {
    Order: z.string(),
    Total: z.coerce.number(),
  });
  ami.event(OrderPlaced).subscribe((order) => {
    expectTypeOf(order.UserEvent).toEqualTypeOf<'OrderPlaced'>();
    expectTypeOf(order.Total).toBeNumber();
    expectTypeOf(order.message).toEqualTypeOf<AmiEvent>();
    // @ts-expect-error: a field that was not defined
    use(order.Customer);
  });
  const Tally = defineEvent('Tally', z.object({ Count: z.coerce.number() }));
  ami.event(Tally).subscribe(({ Event, Count }) => {
    expectTypeOf(Event).toEqualTypeOf<'Tally'>();
    expectTypeOf(Count).toBeNumber();
  });
  const Tagged = Hangup.extend({ 'X-Tag': z.string() });
  ami.event(Tagged).subscribe((event) => {
    expectTypeOf(event['X-Tag']).toBeString();
    expectTypeOf(event.Cause).toBeNumber();
    expectTypeOf(event.message).toEqualTypeOf<AmiEvent>();
  });
  // @ts-expect-error: no schema of an event
  ami.event(z.string());
}

describe('The types of the catalogue', () => {
  it('are as the compiler finds them', () => {
    expect(typesOf).toBeInstanceOf(Function);
    expect(QueueCallerJoin.shape.Event.value).toBe('QueueCallerJoin');
  });
});
