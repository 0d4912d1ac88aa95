#!/usr/bin/env node
import { createRequire } from 'node:module';
import process from 'node:process';
import { processIo } from './process-io.js';
import { run } from './run.js';

// By the package's own name, since this file lies deeper in the compiled package than here.
const { version } = createRequire(import.meta.url)('rxjs-ami/package.json') as { version: string };

process.exitCode = await run(process.argv.slice(2), process.env, processIo(version));
