import { tableHead, tableRow } from './table.js';
import { unevenness } from './unevenness.js';
import { virtualHour } from './virtual-hour.js';

// An hour of calls in virtual time; exit code 1 where something grows.
const { samples, problems } = virtualHour();
console.log(tableHead);
for (const [i, sample] of samples.entries()) if (i % 5 === 0) console.log(tableRow(sample));
const found = [...problems, ...unevenness(samples)];
for (const text of found.slice(0, 20)) console.log(`- ${text}`);
process.exitCode = found.length === 0 ? 0 : 1;
