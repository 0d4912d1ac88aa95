// `npm start`: the monitor, on the demo unless AMI_URL or --url names a server.
import process from 'node:process';
import { processIo } from './process-io.js';
import { run } from './run.js';

const given = process.argv.slice(2);
const hasServer =
  (process.env['AMI_URL'] ?? '') !== '' ||
  given.some((argument) => /^--(url|demo)\b/.test(argument));

process.exitCode = await run(
  ['monitor', ...given, ...(hasServer ? [] : ['--demo'])],
  process.env,
  processIo(),
);
