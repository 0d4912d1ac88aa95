import { realMinutes } from './real-minutes.js';
import { tableHead, tableRow } from './table.js';
import { unevenness } from './unevenness.js';

// npm run soak: minutes of calls on a real socket; exit code 1 where something grows.
const seconds = Number(process.env['SOAK_SECONDS'] ?? 300);
const rate = Number(process.env['SOAK_RATE'] ?? 1000);

console.log(`${seconds} s at ${rate} events a second`);
console.log(tableHead);
const { samples, problems, eventsPerSecond } = await realMinutes(seconds, rate, (sample) => {
  console.log(tableRow(sample));
});
const found = [...problems, ...unevenness(samples)];
if (eventsPerSecond < rate * 0.95) found.push('that was not the rate that was asked for');
console.log(
  `${eventsPerSecond.toFixed(0)} events a second; ${found.length === 0 ? 'flat' : 'not flat:'}`,
);
for (const text of found.slice(0, 20)) console.log(`- ${text}`);
process.exitCode = found.length === 0 ? 0 : 1;
