import { MARKER } from '../protocol.js';
import { dial } from './ours.js';
import { PassCounter, report } from './pass.js';

const EACH = 10;

/** The names subscribed to, each so many times. */
const names = (process.env['BENCH_NAMES'] ?? '').split(',').filter((name) => name !== '');
const counter = new PassCounter();
const client = await dial();
for (const name of names) {
  for (let i = 0; i < EACH; i++) {
    client.event(name).subscribe(() => {
      counter.event(name);
    });
  }
}
client.event(MARKER).subscribe(() => {
  counter.event(MARKER);
});
report({ type: 'online' });
