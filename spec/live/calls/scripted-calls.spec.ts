import type { CallScript, Exchange } from '../../../lib/testing/index.js';
import { valuesOf } from './simulated-calls.js';

const consulted = (exchange: Exchange): CallScript =>
  exchange
    .call({ from: '2025550123', to: 'alice' })
    .wait(1000)
    .answer()
    .wait(3000)
    .consult('1002')
    .wait(2000)
    .answer()
    .wait(4000)
    .complete()
    .wait(5000)
    .hangUp();

describe('a call of the simulated exchange', () => {
  it('was not talked in for longer than since its answer, after a consultation', () => {
    const last = valuesOf(consulted).at(-1);
    const { answeredAt = NaN, endedAt = NaN, talkMs = NaN } = last ?? {};
    expect(last?.state).toBe('ended');
    expect(talkMs).toBeGreaterThan(0);
    expect(talkMs).toBeLessThanOrEqual(endedAt - answeredAt);
  });

  it('tells whom it was transferred to after a consultation', () => {
    const transfers = valuesOf(consulted).flatMap((call) => call.transfers);
    expect(transfers.at(-1)).toMatchObject({ type: 'attended', to: '1002', isSuccessful: true });
  });

  it('has no hangup while the caller is there, though others have hung up', () => {
    const values = valuesOf((exchange) =>
      exchange.queue('support').join('2025550123').wait(4000).answer().wait(9000).hangUp(),
    );
    const talking = values.filter(({ state }) => state === 'up');
    expect(talking.length).toBeGreaterThan(0);
    expect(talking.map(({ hangup }) => hangup?.code)).not.toContain(26);
    expect(values.at(-1)?.hangup?.code).toBe(16);
  });

  it('was on hold while somebody else was consulted', () => {
    expect(valuesOf(consulted).at(-1)?.heldMs).toBe(6000);
  });

  it('has the callee still when it has become part of another one', () => {
    const [merged] = valuesOf(consulted).filter(({ mergedInto }) => mergedInto !== undefined);
    expect(merged?.callee).toEqual({ number: '1002', name: 'Bob' });
  });

  it('has no hangup of half a Local channel while people talk', () => {
    const values = valuesOf((exchange) => {
      for (const name of ['alice', 'bob']) {
        const phone = exchange.pbx.phones.all.get(name);
        if (phone !== undefined)
          phone.onCall = (channel) => {
            channel.receive('answer');
          };
      }
      const Channel = 'Local/1001@default';
      const originate = { Channel, Context: 'default', Exten: '1002', Priority: 1 };
      exchange.connect().action('Originate', originate).subscribe();
    });
    const talking = values.filter(({ talkingSince }) => talkingSince !== undefined);
    expect(talking.length).toBeGreaterThan(0);
    expect(talking.flatMap(({ hangup }) => hangup ?? [])).toEqual([]);
    expect(talking.at(-1)?.callee).toEqual({ number: '1002', name: 'Bob' });
  });
});
