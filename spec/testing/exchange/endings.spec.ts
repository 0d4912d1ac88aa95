import { NEVER } from 'rxjs';
import { Exchange, VirtualClock } from '../../../lib/testing/index.js';
import { watch } from '../../support/watch.js';

function made(): { readonly clock: VirtualClock; readonly exchange: Exchange } {
  const clock = new VirtualClock();
  return { clock, exchange: new Exchange({ scheduler: clock }) };
}

describe('the end of an exchange', () => {
  it('leaves nothing to come when it is down for a restart', () => {
    const { clock, exchange } = made();
    exchange.restart({ downMs: 5000 });
    void exchange.close();
    clock.advance();

    expect(clock.pending).toBe(0);
  });

  it('leaves nothing of a connection that was on its way out slowly', () => {
    const { clock, exchange } = made();
    const ami = exchange.connect();
    clock.advance();
    exchange.faults.inject({ kind: 'stall', ms: 60_000 });
    exchange.manager.stop();
    ami.close();
    clock.advance();

    expect(clock.pending).not.toBe(0);

    void exchange.close();
    clock.advance();

    expect(clock.pending).toBe(0);
  });
});

describe('a restart', () => {
  it('gives no Uniqueid a second time, however soon it is over', () => {
    const { clock, exchange } = made();
    exchange.call({ from: 'alice', to: '1002' });
    clock.advance(10);
    const before = [...exchange.pbx.channels.keys()];
    exchange.restart();
    clock.advance(10);
    exchange.call({ from: 'alice', to: '1002' });
    clock.advance(10);
    const after = [...exchange.pbx.channels.keys()];

    expect([before.length, after.length]).toEqual([2, 2]);
    expect(after.filter((id) => before.includes(id))).toEqual([]);
  });

  it('ends the calls of traffic, which goes on with others', () => {
    const { clock, exchange } = made();
    const calls = watch(
      exchange.traffic({ callsPerSecond: 5, mix: { answered: 1 }, concurrent: 2, talkMs: 60_000 }),
    );
    clock.advance(5000);

    expect(calls.values).toHaveLength(2);

    exchange.restart({ downMs: 100 });
    clock.advance(5000);

    expect(calls.values).toHaveLength(4);
    expect(exchange.pbx.channels.size).toBe(4);

    calls.subscription.unsubscribe();
  });
});

describe('a channel that has ended', () => {
  it('does nothing any more, and tells of its end once', () => {
    const { clock, exchange } = made();
    const { pbx } = exchange;
    const ends = watch(pbx.events$);
    exchange.call({ from: 'alice', to: '1002' });
    clock.advance(10);
    const [channel] = [...pbx.channels.values()];
    channel?.hangUp();
    channel?.publish();
    channel?.run(function* () {
      channel.enter('Echo', '');
      yield NEVER;
    });
    clock.advance(10);
    const told = ends.values
      .filter(({ fields }) => fields['Uniqueid'] === channel?.uniqueid)
      .map(({ name }) => name);

    expect(told.filter((name) => name === 'Hangup')).toHaveLength(1);
    expect(channel?.application).not.toBe('Echo');
  });
});
