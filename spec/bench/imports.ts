import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Measured } from './interleave.js';

const dist = fileURLToPath(new URL('../../dist/', import.meta.url));

/** The builds, and a program for each that prints how many milliseconds it takes to load. */
export const BUILDS = {
  esm: {
    title: "`import 'rxjs-ami'`",
    flags: ['--input-type=module'],
    program: `
      await import('rxjs');
      await import('zod');
      const start = performance.now();
      await import(${JSON.stringify(`${dist}esm/index.js`)});
      console.log(performance.now() - start);`,
  },
  events: {
    title: "`import 'rxjs-ami/events'`",
    flags: ['--input-type=module'],
    program: `
      await import('rxjs');
      await import('zod');
      const start = performance.now();
      await import(${JSON.stringify(`${dist}esm/catalogue/events/index.js`)});
      console.log(performance.now() - start);`,
  },
  cjs: {
    title: "`require('rxjs-ami')`",
    flags: ['--input-type=commonjs'],
    program: `
      require('rxjs');
      require('zod');
      const start = performance.now();
      require(${JSON.stringify(`${dist}cjs/index.js`)});
      console.log(performance.now() - start);`,
  },
} as const;

export type Build = keyof typeof BUILDS;

/** Measures in a process of its own each time: what is loaded once is loaded. */
export function measureImport(build: Build): Measured<number> {
  const { flags, program } = BUILDS[build];
  return {
    measure: () => {
      const printed = execFileSync(process.execPath, [...flags, '--eval', program], {
        cwd: fileURLToPath(new URL('../..', import.meta.url)),
        encoding: 'utf8',
      });
      return Promise.resolve(Number(printed));
    },
    end: () => undefined,
  };
}
