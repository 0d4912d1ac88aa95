import {
  ActionTimeoutError,
  ClosedError,
  InvalidActionError,
  ListCancelledError,
} from '../../lib/index.js';
import { parseEvent } from '../support/parse.js';

describe('what errors say', () => {
  it('of a time-out: whether the action was sent', () => {
    const unknown = new ActionTimeoutError('Ping', '1', 5000, 'unknown');
    expect(unknown.message).toBe('Ping got no answer within 5000 ms');
    expect(unknown).toMatchObject({ action: 'Ping', actionId: '1', timeoutMs: 5000 });
    const held = new ActionTimeoutError('Ping', undefined, 10, 'not-sent');
    expect(held.message).toBe('Ping was not sent, there being no session, within 10 ms');
    expect(held.outcome).toBe('not-sent');
  });

  it('of a closed client: whether the action was sent', () => {
    expect(new ClosedError('Ping', 'not-sent')).toMatchObject({
      message: 'Ping was not sent: the client is closed',
      outcome: 'not-sent',
      actionId: undefined,
    });
    expect(new ClosedError('Ping', 'unknown', '1')).toMatchObject({
      message: 'The client was closed before Ping had its answer',
      outcome: 'unknown',
      actionId: '1',
    });
  });

  it('of an invalid action: all that is wrong, the name shown as it is', () => {
    const error = new InvalidActionError('Pi\nng', ['it is long', 'it is bad']);
    expect(error.message).toBe(String.raw`"Pi\nng" is no valid action: it is long; it is bad`);
    expect(error.faults).toEqual(['it is long', 'it is bad']);
  });

  it('of a cancelled list: what had come', () => {
    const event = parseEvent('Event: StatusComplete\nEventList: Cancelled\n\n');
    const alone = new ListCancelledError('Status', '1', event);
    expect(alone.message).toBe('Status: the server cancelled the list');
    expect(alone).toMatchObject({ event, entries: [] });
    expect(new ListCancelledError('Status', '1', event, [event]).entries).toEqual([event]);
  });
});
