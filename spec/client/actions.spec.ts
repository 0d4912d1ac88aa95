import { createAction, Response } from '../../lib/index.js';
import type { AmiClient, Message } from '../../lib/index.js';
import { FakeExchange } from '../support/fake-exchange.js';
import { watch } from '../support/watch.js';

describe('actions', () => {
  let exchange: FakeExchange;
  let ami: AmiClient;

  beforeEach(() => {
    exchange = new FakeExchange();
    ami = exchange.online();
  });

  const asked = (index: number): Message => {
    const action = exchange.asked[index];
    if (action === undefined) throw new Error(`no action ${index}`);
    return action;
  };
  const reply = (fields: Record<string, string | number>, index = 0): void => {
    exchange.socket.reply(fields, asked(index));
  };
  const startList = (index = 0): void => {
    reply({ Response: 'Success', EventList: 'start', Message: 'will follow' }, index);
  };

  it('are cold: nothing is sent before subscription, and each subscription sends once', () => {
    const ping$ = ami.request('Ping');
    expect(exchange.asked).toEqual([]);
    watch(ping$);
    watch(ping$);
    expect(exchange.asked).toHaveLength(2);
    expect(asked(0).actionId).not.toBe(asked(1).actionId);
  });

  it('are answered out of order, each by its own ActionID', () => {
    const first = watch(ami.request('Ping'));
    const second = watch(ami.request('Ping'));
    expect(ami.pending).toBe(2);
    reply({ Response: 'Success', N: 2 }, 1);
    expect([first.isComplete, second.isComplete]).toEqual([false, true]);
    reply({ Response: 'Success', N: 1 }, 0);
    expect(first.values[0]?.get('N')).toBe('1');
    expect(second.values[0]?.get('N')).toBe('2');
    expect(ami.pending).toBe(0);
  });

  it('have short ASCII ActionIDs that no other connection has', () => {
    const other = new FakeExchange();
    watch(other.online().request('Ping'));
    watch(ami.request('Ping'));
    const [mine, its] = [asked(0).actionId ?? '', other.asked[0]?.actionId ?? ''];
    expect(mine).toMatch(/^[a-z0-9-]{1,20}$/);
    expect(mine.split('-')[0]).not.toBe(its.split('-')[0]);
  });

  it('keep an ActionID that the user gave, unless one of that name is pending', () => {
    const action = createAction('Ping', { ActionID: 'mine' });
    const first = watch(ami.request(action));
    expect(watch(ami.request(action)).error).toMatchObject({
      name: 'InvalidActionError',
      faults: ['its ActionID is that of a pending action'],
    });
    exchange.socket.receive('Response: Success\r\nActionID: mine\r\n\r\n');
    expect(first.isComplete).toBe(true);
    expect(watch(ami.request(action)).error).toBeUndefined();
  });

  it('fail with the response when the server refuses', () => {
    const refused = watch(ami.action('QueueAdd', { Queue: 'nope', Interface: 'a' }));
    reply({ Response: 'Error', Message: 'No such queue' });
    expect(refused.values).toEqual([]);
    expect(refused.error).toMatchObject({
      name: 'ActionError',
      message: 'QueueAdd: No such queue',
      action: 'QueueAdd',
      actionId: asked(0).actionId,
      response: expect.any(Response),
    });
    expect(ami.pending).toBe(0);
  });

  it('name what a Command printed, where that is the reason', () => {
    const refused = watch(ami.request('Command', { Command: 'nope' }));
    exchange.socket.reply(
      { Response: 'Error', Message: 'Command output follows', Output: "No such command 'nope'" },
      asked(0),
    );
    expect(refused.error).toMatchObject({ message: "Command: No such command 'nope'" });
  });

  it('count as answered by the time the answer is told', () => {
    let pending = -1;
    ami.request('Ping').subscribe({ complete: () => (pending = ami.pending) });
    reply({ Response: 'Success' });
    expect(pending).toBe(0);
  });

  it('never throw: a fault is an error of the Observable', () => {
    const invalid = watch(ami.request('Ping', { 'a\nb': 'x' }));
    expect(invalid.error).toMatchObject({ name: 'InvalidActionError' });
    expect(exchange.asked).toEqual([]);
  });

  describe('with lists', () => {
    it('action() emits response, entries and complete event as they come', () => {
      const all = watch(ami.action('CoreShowChannels'));
      startList();
      expect(all.values).toHaveLength(1);
      reply({ Event: 'CoreShowChannel', Channel: 'a' });
      expect(all.values).toHaveLength(2);
      reply({ Event: 'CoreShowChannelsComplete', EventList: 'Complete', ListItems: 1 });
      expect(all.values.map((message) => message.lines[0])).toEqual([
        'Response: Success',
        'Event: CoreShowChannel',
        'Event: CoreShowChannelsComplete',
      ]);
      expect(all.isComplete).toBe(true);
    });

    it('list() emits the entries alone', () => {
      const entries = watch(ami.list('QueueStatus'));
      startList();
      reply({ Event: 'QueueParams', Queue: 'support' });
      reply({ Event: 'QueueMember', Queue: 'support' });
      expect(entries.values.map(({ Event }) => Event)).toEqual(['QueueParams', 'QueueMember']);
      reply({ Event: 'QueueStatusComplete', EventList: 'Complete' });
      expect(entries.values).toHaveLength(2);
      expect(entries.isComplete).toBe(true);
    });

    it('collect() emits everything at once', () => {
      const collection = watch(ami.collect('QueueSummary'));
      startList();
      reply({ Event: 'QueueSummary', Queue: 'support' });
      expect(collection.values).toEqual([]);
      reply({ Event: 'QueueSummaryComplete', EventList: 'Complete', ListItems: 1 });
      expect(collection.values).toMatchObject([
        {
          response: { status: 'Success' },
          entries: [{ Event: 'QueueSummary' }],
          complete: { Event: 'QueueSummaryComplete' },
        },
      ]);
    });

    it('request() emits the announcement, and the entries go nowhere else', () => {
      const events = watch(ami.events$);
      const changes = watch(ami.event('DeviceStateChange'));
      const all = watch(ami.messages$);
      const response = watch(ami.request('DeviceStateList'));
      startList();
      expect(response).toMatchObject({ isComplete: true, values: [{ status: 'Success' }] });
      reply({ Event: 'DeviceStateChange', Device: 'Custom:a' });
      reply({ Event: 'DeviceStateListComplete', EventList: 'Complete' });
      exchange.socket.reply({ Event: 'DeviceStateChange', Device: 'Custom:live' });
      expect(events.values.map((event) => event.get('Device'))).toEqual(['Custom:live']);
      expect(changes.values).toHaveLength(1);
      expect(all.values).toHaveLength(4);
    });

    it('unsubscribing in the middle forgets the list, and its entries stay out of events$', () => {
      const events = watch(ami.events$);
      const { subscription, values } = watch(ami.list('CoreShowChannels'));
      startList();
      reply({ Event: 'CoreShowChannel', Channel: 'a' });
      subscription.unsubscribe();
      expect(ami.pending).toBe(0);
      reply({ Event: 'CoreShowChannel', Channel: 'b' });
      reply({ Event: 'CoreShowChannelsComplete', EventList: 'Complete' });
      expect(values).toHaveLength(1);
      expect(events.values).toEqual([]);
    });

    it('an error that means "no entries" is an empty list, but refuses a request', () => {
      const none = { Response: 'Error', Message: 'No active conferences.' };
      const list = watch(ami.list('ConfbridgeListRooms'));
      const collection = watch(ami.collect('ConfbridgeListRooms'));
      const request = watch(ami.request('ConfbridgeListRooms'));
      [0, 1, 2].forEach((index) => {
        reply(none, index);
      });
      expect(list).toMatchObject({ values: [], isComplete: true });
      expect(collection.values).toMatchObject([{ entries: [], complete: undefined }]);
      expect(request.error).toMatchObject({ name: 'ActionError' });
    });

    it('a success without an announcement is an empty list', () => {
      const list = watch(ami.list('VoicemailUsersList'));
      reply({
        Response: 'Success',
        Message: 'There are no voicemail users currently defined.',
      });
      expect(list).toMatchObject({ values: [], isComplete: true });
    });

    it('a cancelled list fails, and collect() hands over what had come', () => {
      const list = watch(ami.list('PJSIPShowEndpoints'));
      const collection = watch(ami.collect('PJSIPShowEndpoints'));
      [0, 1].forEach((index) => {
        startList(index);
        reply({ Event: 'EndpointList', ObjectName: 'alice' }, index);
        reply({ Event: 'EndpointListComplete', EventList: 'Cancelled' }, index);
      });
      expect(list.values).toHaveLength(1);
      expect(list.error).toMatchObject({ name: 'ListCancelledError', entries: [] });
      expect(collection.error).toMatchObject({
        name: 'ListCancelledError',
        entries: [{ name: 'EndpointList' }],
      });
    });

    it('a second response that is an error ends the list, and its late end is swallowed', () => {
      const events = watch(ami.events$);
      const diagnostics = watch(ami.diagnostics$);
      const list = watch(ami.list('PJSIPShowEndpoint', { Endpoint: 'alice' }));
      startList();
      reply({ Event: 'EndpointDetail', ObjectName: 'alice' });
      reply({ Response: 'Error', Message: 'Unable to format endpoint alice\n' });
      reply({ Event: 'EndpointDetailComplete', EventList: 'Complete' });
      expect(list.values).toHaveLength(1);
      expect(list.error).toMatchObject({ name: 'ActionError' });
      expect(events.values).toEqual([]);
      expect(diagnostics.values).toMatchObject([{ type: 'late-list-event' }]);
    });

    it('one that passes maxListEntries fails alone', () => {
      ami = exchange.online({ limits: { maxListEntries: 2 } });
      const list = watch(ami.list('CoreShowChannels'));
      const ping = watch(ami.request('Ping'));
      startList();
      [1, 2, 3, 4].forEach((n) => {
        reply({ Event: 'CoreShowChannel', N: n });
      });
      reply({ Event: 'CoreShowChannelsComplete', EventList: 'Complete' });
      reply({ Response: 'Success' }, 1);
      expect(list.values).toHaveLength(3);
      expect(list.error).toMatchObject({ name: 'ProtocolError' });
      expect(ping.isComplete).toBe(true);
    });

    it('entries without ActionID find their list (IAXpeers), and no other', () => {
      const events = watch(ami.events$);
      const list = watch(ami.list('IAXpeers'));
      exchange.socket.reply({ Event: 'PeerEntry', ObjectName: 'before' });
      startList();
      exchange.socket.reply({ Event: 'PeerEntry', ObjectName: 'mine' });
      exchange.socket.reply({ Event: 'Hangup' });
      reply({ Event: 'PeerlistComplete', EventList: 'Complete' });
      expect(list.values.map((entry) => entry.ObjectName)).toEqual(['mine']);
      expect(list.isComplete).toBe(true);
      expect(events.values.map(({ name }) => name)).toEqual(['PeerEntry', 'Hangup']);
    });
  });

  describe('Originate', () => {
    const call = { Channel: 'Local/100', Application: 'Wait', Data: '1' };

    it('with Async ends with its OriginateResponse, which is an event for everybody as well', () => {
      const events = watch(ami.event('OriginateResponse'));
      const originate = watch(ami.action('Originate', { ...call, Async: true }));
      reply({ Response: 'Success', Message: 'Originate successfully queued' });
      expect(originate.isComplete).toBe(false);
      exchange.socket.receive(
        'Event: OriginateResponse\r\nActionID: somebody-else\r\nResponse: Success\r\n\r\n',
      );
      expect(originate.isComplete).toBe(false);
      reply({ Event: 'OriginateResponse', Response: 'Success', Reason: 4 });
      expect(originate).toMatchObject({
        isComplete: true,
        values: [{}, { name: 'OriginateResponse' }],
      });
      expect(events.values).toHaveLength(2);
    });

    it('with Async fails when the call does', () => {
      const originate = watch(ami.action('Originate', { ...call, Async: true }));
      reply({ Response: 'Success', Message: 'Originate successfully queued' });
      reply({ Event: 'OriginateResponse', Response: 'Failure', Reason: 5 });
      expect(originate.error).toMatchObject({
        name: 'ActionError',
        message: 'Originate: reason 5',
      });
    });

    it('without Async ends with its response', () => {
      const originate = watch(ami.action('Originate', call));
      reply({ Response: 'Success', Message: 'Originate successfully queued' });
      expect(originate.isComplete).toBe(true);
    });

    it('with Async ends with its response where the mask rules its event out', () => {
      ami = exchange.online({ events: ['agent'] });
      const originate = watch(ami.action('Originate', { ...call, Async: true }));
      reply({ Response: 'Success', Message: 'Originate successfully queued' });
      expect(originate).toMatchObject({ isComplete: true, values: [{ status: 'Success' }] });
    });

    it('may hear its event before its response', () => {
      const originate = watch(ami.action('Originate', { ...call, Async: true }));
      reply({ Event: 'OriginateResponse', Response: 'Success', Reason: 4 });
      expect(originate.isComplete).toBe(false);
      reply({ Response: 'Success', Message: 'Originate successfully queued' });
      expect(originate).toMatchObject({ isComplete: true, error: undefined });
    });
  });

  it('AGI ends with the AsyncAGIExec of its CommandID', () => {
    const agi = watch(ami.action('AGI', { Channel: 'a', Command: 'VERBOSE x', CommandID: 'c1' }));
    reply({ Response: 'Success', Message: 'Added AGI command to queue' });
    exchange.socket.reply({ Event: 'AsyncAGIExec', CommandId: 'other' });
    expect(agi.isComplete).toBe(false);
    exchange.socket.reply({
      Event: 'AsyncAGIExec',
      CommandId: 'c1',
      Result: '200%20result%3D0%0A',
    });
    expect(agi).toMatchObject({ isComplete: true, values: [{}, { name: 'AsyncAGIExec' }] });
  });

  it('what Asterisk answers without a response is not sent', () => {
    expect(watch(ami.request('IAXnetstats')).error).toMatchObject({
      name: 'InvalidActionError',
      faults: ['Asterisk answers it without a response'],
    });
    expect(exchange.asked).toEqual([]);
  });

  it('a list is not ended by a UserEvent that somebody sends under its ActionID', () => {
    const events = watch(ami.event('UserEvent'));
    const list = watch(ami.list('CoreShowChannels'));
    startList();
    reply({ Event: 'UserEvent', UserEvent: 'Forged', EventList: 'Complete' });
    expect(list.isComplete).toBe(false);
    reply({ Event: 'CoreShowChannelsComplete', EventList: 'Complete' });
    expect(list).toMatchObject({ isComplete: true, values: [] });
    expect(events.values).toHaveLength(1);
  });

  it('a UserEvent with our own ActionID is no answer, and an event for everybody', () => {
    const events = watch(ami.event('UserEvent'));
    const sent = watch(ami.action('UserEvent', { UserEvent: 'Mine' }));
    reply({ Response: 'Success', Message: 'Event Sent' });
    reply({ Event: 'UserEvent', UserEvent: 'Mine' });
    expect(sent.values).toHaveLength(1);
    expect(events.values).toHaveLength(1);
  });
});
