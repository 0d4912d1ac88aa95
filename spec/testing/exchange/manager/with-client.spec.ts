import { connect } from '../../../../lib/index.js';
import type { AmiClient, ConnectOptions } from '../../../../lib/index.js';
import { createLinkPair } from '../../../../lib/testing/exchange/manager/link-pair.js';
import { Manager } from '../../../../lib/testing/exchange/manager/manager.js';
import { watch } from '../../../support/watch.js';
import { ManagerLab } from './support/raw-client.js';

/** A client of the library in the virtual time of a lab. */
function connectTo(lab: ManagerLab, options: ConnectOptions = {}): AmiClient {
  return connect({
    username: 'admin',
    secret: 's3cret',
    scheduler: lab.clock,
    transport: () => {
      const { client, server } = createLinkPair(lab.clock);
      lab.manager.accept(server);
      return client;
    },
    ...options,
  });
}

describe('a client of this library at the manager, in virtual time', () => {
  it('logs in, and is online', () => {
    const lab = new ManagerLab();
    const ami = connectTo(lab);
    const status = watch(ami.status$);
    lab.clock.advance();

    expect(status.values.at(-1)).toMatchObject({ state: 'online', version: '11.0.0' });
    expect([...lab.manager.sessions].map(({ username }) => username)).toEqual(['admin']);

    ami.close();
    lab.clock.advance();

    expect(lab.manager.sessions.size).toBe(0);
  });

  it('waits for FullyBooted', () => {
    const lab = new ManagerLab({ isBooted: false });
    const ami = connectTo(lab);
    const status = watch(ami.status$);
    lab.clock.advance(1000);

    expect(status.values.at(-1)).not.toMatchObject({ state: 'online' });

    lab.manager.boot();
    lab.clock.advance();

    expect(status.values.at(-1)).toMatchObject({ state: 'online' });

    ami.close();
  });

  it('is told that its secret is wrong', () => {
    const lab = new ManagerLab();
    const ami = connectTo(lab, { secret: 'wrong', reconnect: false });
    const status = watch(ami.status$);
    lab.clock.advance(1000);

    expect(status.error ?? status.values.at(-1)).toMatchObject({
      state: 'closed',
      cause: { name: 'AuthenticationError' },
    });
  });

  it('gets answers, lists and events', () => {
    const lab = new ManagerLab();
    const ami = connectTo(lab);
    const events = watch(ami.event('UserEvent'));
    lab.clock.advance();
    lab.manager.database.put('fam', 'k', 'v');
    const tree = watch(ami.list('DBGetTree'));
    const sent = watch(ami.request('UserEvent', { UserEvent: 'Hello', Name: 'José' }));
    lab.clock.advance();

    expect(tree.values).toMatchObject([{ Key: '/fam/k', Val: 'v' }]);
    expect(tree.isComplete).toBe(true);
    expect(sent.values.map((response) => response.get('Message'))).toEqual(['Event Sent']);
    expect(events.values).toMatchObject([{ UserEvent: 'Hello', Name: 'José' }]);

    ami.close();
  });

  it('comes back to the next Asterisk', () => {
    const lab = new ManagerLab();
    const next = new Manager(lab.pbx, lab.manager.options);
    let current = lab.manager;
    const ami = connectTo(lab, {
      transport: () => {
        const { client, server } = createLinkPair(lab.clock);
        current.accept(server);
        return client;
      },
    });
    const status = watch(ami.status$);
    lab.clock.advance();
    lab.manager.stop({ restart: true });
    lab.clock.advance();

    expect(status.values.at(-1)).not.toMatchObject({ state: 'online' });

    current = next;
    lab.clock.advance(60_000);

    expect(status.values.at(-1)).toMatchObject({ state: 'online' });
    expect(next.sessions.size).toBe(1);

    ami.close();
  });
});
