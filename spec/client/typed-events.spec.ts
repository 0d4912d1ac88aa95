import { map } from 'rxjs';
import { z } from 'zod';
import { Hangup } from '../../lib/catalogue/events/index.js';
import { createAction, defineEvent } from '../../lib/index.js';
import { FakeExchange } from '../support/fake-exchange.js';
import { watch } from '../support/watch.js';

const Order = defineEvent('UserEvent', 'Order', { Total: z.coerce.number() });
const hangup = {
  Event: 'Hangup',
  Channel: 'SIP/a-1',
  ChannelState: 6,
  Uniqueid: '1.1',
  Linkedid: '1.1',
  Cause: 16,
};

describe('typed events of a client', () => {
  const start = () => {
    const exchange = new FakeExchange();
    return { exchange, ami: exchange.online() };
  };

  it('are decoded once, however many subscribe, and not for others', () => {
    const { exchange, ami } = start();
    const decoded = jest.fn((text: string) => Number(text));
    const Counted = Hangup.extend({ Cause: z.string().transform(decoded) });
    const one = watch(ami.event(Counted));
    const other = watch(ami.event(Counted));
    exchange.socket.reply(hangup);
    exchange.socket.reply({ ...hangup, Event: 'Newchannel' });
    expect(decoded).toHaveBeenCalledTimes(1);
    expect(one.values).toHaveLength(1);
    expect(other.values[0]).toBe(one.values[0]);
    one.subscription.unsubscribe();
    other.subscription.unsubscribe();
    exchange.socket.reply(hangup);
    expect(decoded).toHaveBeenCalledTimes(1);
  });

  it('go to each schema of their name, and to the name itself', () => {
    const { exchange, ami } = start();
    const byName = watch(ami.event('Hangup'));
    const bySchema = watch(ami.event(Hangup));
    const extended = watch(ami.event(Hangup.extend({ Cause: z.literal('16') })));
    exchange.socket.reply(hangup);
    expect(byName.values[0]).toBe(bySchema.values[0]);
    expect(byName.values[0]?.Cause).toBe(16);
    expect(extended.values[0]?.Cause).toBe('16');
  });

  it('are text where nobody knows their name', () => {
    const { exchange, ami } = start();
    const events = watch(ami.event('Nobodys'));
    exchange.socket.reply({ Event: 'Nobodys', Privilege: 'call,all', Count: 1, None: '' });
    expect(events.values).toEqual([
      { Event: 'Nobodys', Privilege: ['call', 'all'], Count: '1', None: '' },
    ]);
    expect(events.values[0]?.message.get('count')).toBe('1');
  });

  it('are told apart by the name of a UserEvent', () => {
    const { exchange, ami } = start();
    const orders = watch(ami.event(Order));
    const all = watch(ami.event('UserEvent'));
    exchange.socket.reply({ Event: 'UserEvent', UserEvent: 'Order', Total: 7 });
    exchange.socket.reply({ Event: 'UserEvent', UserEvent: 'Other', Total: 'x' });
    expect(orders.values.map(({ Total }) => Total)).toEqual([7]);
    expect(all.values.map(({ UserEvent }) => UserEvent)).toEqual(['Order', 'Other']);
  });

  it('come all the same where they do not fit, and it is told', () => {
    const { exchange, ami } = start();
    const diagnostics = watch(ami.diagnostics$);
    const events = watch(ami.event('Hangup'));
    exchange.socket.reply({ ...hangup, Cause: 'odd', Linkedid: '' });
    expect(events.values).toEqual([
      { Event: 'Hangup', Channel: 'SIP/a-1', ChannelState: 6, Uniqueid: '1.1' },
    ]);
    expect(Object.keys(events.values[0] ?? {})).not.toContain('Cause');
    expect(events.values[0]?.message.get('Cause')).toBe('odd');
    expect(diagnostics.values).toMatchObject([
      {
        type: 'schema-mismatch',
        text: 'Hangup does not fit its schema: Linkedid is missing, Cause is no number',
        message: { name: 'Hangup' },
      },
    ]);
  });

  it('leave out what does not fit a schema of the user, named by its own name', () => {
    const { exchange, ami } = start();
    const diagnostics = watch(ami.diagnostics$);
    const orders = watch(ami.event(Order));
    exchange.socket.reply({ Event: 'UserEvent', UserEvent: 'Order', Total: 'much' });
    expect(orders.values).toEqual([{ Event: 'UserEvent', UserEvent: 'Order' }]);
    expect(diagnostics.values[0]?.text).toMatch(/^UserEvent Order does not fit its schema: Total /);
  });

  it('come as text where a schema of the user throws', () => {
    const { exchange, ami } = start();
    const diagnostics = watch(ami.diagnostics$);
    const Throwing = defineEvent('Mine', {
      Field: z.string().transform(() => {
        throw new Error('my mistake');
      }),
    });
    const events = watch(ami.event(Throwing));
    exchange.socket.reply({ Event: 'Mine', Field: 'x' });
    expect(events.values).toEqual([{ Event: 'Mine', Field: 'x' }]);
    expect(diagnostics.values).toMatchObject([
      { type: 'schema-mismatch', text: 'Mine does not fit its schema: my mistake' },
    ]);
    expect(watch(ami.status$).values).toMatchObject([{ state: 'online' }]);
  });

  it('come as text where a schema is asynchronous, which is told', () => {
    const { exchange, ami } = start();
    const diagnostics = watch(ami.diagnostics$);
    const events = watch(ami.event(Hangup.refine(() => Promise.resolve(true))));
    exchange.socket.reply(hangup);
    expect(events.values).toHaveLength(1);
    expect(diagnostics.values).toMatchObject([{ type: 'schema-mismatch' }]);
  });

  it('fail for what is no schema of an event', () => {
    const { ami } = start();
    expect(watch(ami.event(z.object({}) as unknown as typeof Hangup)).error).toBeInstanceOf(
      TypeError,
    );
  });

  it('may be subscribed to and unsubscribed from in a handler', () => {
    const { exchange, ami } = start();
    const late: number[] = [];
    const first = ami.event('Hangup').subscribe(({ Cause }) => {
      first.unsubscribe();
      ami.event(Hangup.extend({})).subscribe(() => late.push(Cause));
    });
    exchange.socket.reply(hangup);
    expect(late).toEqual([]);
    exchange.socket.reply(hangup);
    expect(late).toEqual([16]);
  });
});

describe('typed answers of a client', () => {
  it('are the entries of a list, by the name of each', () => {
    const exchange = new FakeExchange();
    const list = watch(exchange.online().list('QueueStatus'));
    const { socket } = exchange;
    const id = exchange.asked[0];
    socket.reply({ Response: 'Success', EventList: 'start' }, id);
    socket.reply(
      {
        Event: 'QueueEntry',
        Queue: 'q',
        Position: 1,
        Channel: 'c',
        Uniqueid: 'u',
        Wait: 3,
        Priority: 0,
      },
      id,
    );
    socket.reply({ Event: 'NewInTwoYears', Queue: 'q', Position: 1 }, id);
    expect(list.values).toMatchObject([
      { Event: 'QueueEntry', Wait: 3 },
      { Event: 'NewInTwoYears', Position: '1' },
    ]);
  });

  it('are the values of a response, also where somebody has read them before', () => {
    const exchange = new FakeExchange();
    const ami = exchange.online();
    const before = watch(ami.responses$.pipe(map(({ values }) => values['OldMessages'])));
    const request = watch(ami.request('MailboxCount', { Mailbox: '1@default' }));
    const counts = { Mailbox: '1@default', NewMessages: 1, OldMessages: 2, UrgMessages: 0 };
    exchange.socket.reply({ Response: 'Success', ...counts }, exchange.asked[0]);
    expect(before.values).toEqual(['2']);
    expect(request.values[0]?.values.OldMessages).toBe(2);
  });

  it('are the values of a response, decoded when they are read', () => {
    const exchange = new FakeExchange();
    const ami = exchange.online();
    const diagnostics = watch(ami.diagnostics$);
    const known = watch(ami.request('MailboxCount', { Mailbox: '1@default' }));
    const unknown = watch(ami.request(createAction('Nobodys')));
    exchange.socket.reply(
      {
        Response: 'Success',
        Mailbox: '1@default',
        NewMessages: 'many',
        OldMessages: 2,
        UrgMessages: 0,
      },
      exchange.asked[0],
    );
    exchange.socket.reply({ Response: 'Success', NewMessages: 2 }, exchange.asked[1]);
    expect(diagnostics.values).toEqual([]);
    expect(known.values[0]?.values).toMatchObject({ NewMessages: undefined, OldMessages: 2 });
    expect(known.values[0]?.values).toBe(known.values[0]?.values);
    expect(diagnostics.values).toMatchObject([
      {
        type: 'schema-mismatch',
        text: 'The response to MailboxCount does not fit its schema: NewMessages is no number',
      },
    ]);
    expect(unknown.values[0]?.values).toMatchObject({ Response: 'Success', NewMessages: '2' });
  });
});
