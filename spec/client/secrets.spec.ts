import { inspect } from 'node:util';
import { checkAction } from '../../lib/catalogue/index.js';
import { createAction } from '../../lib/index.js';
import type { ConnectOptions } from '../../lib/index.js';
import { FakeExchange } from '../support/fake-exchange.js';
import { watch } from '../support/watch.js';

const SECRET = 's3cret';
const show = (value: unknown): string =>
  inspect(value, { depth: 20, showHidden: true, getters: true }) +
  JSON.stringify(value) +
  String(value);

describe('secrets', () => {
  it.each<ConnectOptions>([{ auth: 'md5' }, { auth: 'plain' }])(
    'are in no client, status, error or diagnostic (%j)',
    (options) => {
      const exchange = new FakeExchange();
      exchange.refusal = 'Authentication failed';
      const ami = exchange.connect(options);
      const status = watch(ami.status$);
      const events = watch(ami.events$);
      const diagnostics = watch(ami.diagnostics$);
      exchange.clock.advance();
      expect(events.error).toMatchObject({ name: 'AuthenticationError' });
      for (const one of [status.values, events.error, diagnostics.values]) {
        expect(show(one)).not.toContain(SECRET);
      }
      expect(inspect(ami, { depth: 20, showHidden: true })).not.toContain(SECRET);
    },
  );

  it('of a login by action are in no error of it', () => {
    const exchange = new FakeExchange();
    const ami = exchange.online({ actionTimeoutMs: 100 });
    exchange.isDeaf = true;
    const login = createAction('Login', { Username: 'a', Secret: SECRET });
    const timedOut = watch(ami.request(login));
    exchange.clock.advance(100);
    const lost = watch(ami.request(login));
    exchange.socket.finish();
    const invalid = watch(ami.request('Login', { Username: 'a', Secret: `${SECRET}\r\n` }));
    const incomplete = watch(ami.request(checkAction('Login', { Secret: SECRET })));
    expect(incomplete.error).toMatchObject({ name: 'InvalidActionError' });
    for (const { error } of [timedOut, lost, invalid, incomplete]) {
      expect(error).toBeDefined();
      expect(show(error)).not.toContain(SECRET);
    }
    expect(show(login)).not.toContain(SECRET);
  });
});
