import { Buffer } from 'node:buffer';
import { ProtocolError } from '../../lib/index.js';
import type { AmiClient } from '../../lib/index.js';
import { FakeExchange } from '../support/fake-exchange.js';
import { watch } from '../support/watch.js';
import type { Watched } from '../support/watch.js';
import type { Diagnostic } from '../../lib/index.js';

describe('diagnostics$', () => {
  let exchange: FakeExchange;
  let ami: AmiClient;
  let diagnostics: Watched<Diagnostic>;

  beforeEach(() => {
    exchange = new FakeExchange();
    ami = exchange.online();
    diagnostics = watch(ami.diagnostics$);
  });

  const types = (): string[] => diagnostics.values.map(({ type }) => type);

  it('tells of a response that nobody awaits', () => {
    exchange.socket.receive('Response: Success\r\nActionID: stranger\r\nMessage: hm\r\n\r\n');
    expect(diagnostics.values).toMatchObject([
      { type: 'orphan-response', message: { status: 'Success' } },
    ]);
  });

  it('tells of a response without ActionID, which goes to the oldest that awaits one', () => {
    const [oldest, other] = [watch(ami.request('Ping')), watch(ami.request('Ping'))];
    exchange.socket.receive('Response: Error\r\nMessage: Missing action in request\r\n\r\n');
    expect(oldest.error).toMatchObject({ name: 'ActionError' });
    expect(other.error).toBeUndefined();
    expect(types()).toEqual(['response-without-action-id']);
    exchange.socket.reply({ Response: 'Success' }, exchange.asked[1]);
    exchange.socket.receive('Response: Success\r\n\r\n');
    expect(types()).toEqual(['response-without-action-id', 'orphan-response']);
  });

  it('tells of a message that is neither event nor response', () => {
    const messages = watch(ami.messages$);
    exchange.socket.receive('-- LOCAL --  -- REMOTE --\r\nChannel: x\r\n\r\n');
    expect(types()).toEqual(['unclassified-message', 'malformed-line']);
    expect(messages.values).toHaveLength(1);
  });

  it('tells of bytes that are no text', () => {
    exchange.socket.receive(Buffer.from('Event: UserEvent\r\nName: Jos\xe9\r\n\r\n', 'latin1'));
    expect(diagnostics.values).toMatchObject([
      { type: 'malformed-line', message: { name: 'UserEvent' } },
    ]);
  });

  it('tells of a message that was cut by the end of the connection', () => {
    exchange.socket.receive('Event: Hangup\r\nChannel: PJSIP/al');
    exchange.socket.finish();
    expect(types()).toEqual(['truncated-message']);
  });

  it('completes with the client', () => {
    ami.close();
    expect(diagnostics).toMatchObject({ isComplete: true, error: undefined });
  });

  it('leaves unasked what costs something: nobody listens, nothing is looked for', () => {
    diagnostics.subscription.unsubscribe();
    const events = watch(ami.events$);
    exchange.socket.receive('Event: UserEvent\r\nno colon here\r\n\r\n');
    expect(events.values).toHaveLength(1);
    expect(events.error).not.toBeInstanceOf(ProtocolError);
  });
});
