import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/**
 * Packs the package and uses it as a stranger would: both builds, the types in every mode of
 * resolution, with the newest and the oldest zod that it takes, the command. Run after the build.
 */
const root = path.resolve(import.meta.dirname, '../..');
const home = mkdtempSync(path.join(tmpdir(), 'rxjs-ami-package-'));
const run = (command: string, ...args: string[]): string =>
  execFileSync(command, args, { cwd: home, encoding: 'utf8' });

const programs = {
  'esm.mjs': `
    import { connect, isAmiError, ConnectError, Message } from 'rxjs-ami';
    import { Hangup } from 'rxjs-ami/events';
    import { liveChannels } from 'rxjs-ami/live';
    import { createExchange } from 'rxjs-ami/testing';
    import { createRequire } from 'node:module';
    import { firstValueFrom, lastValueFrom } from 'rxjs';
    const require = createRequire(import.meta.url);
    const cjs = require('rxjs-ami');
    if (cjs.ConnectError === ConnectError) throw new Error('the builds are one');
    if (!isAmiError(new cjs.ConnectError('x', 'dial'))) throw new Error('the brand is not shared');
    const state = { ChannelState: '6', ChannelStateDesc: 'Up' };
    const channel = { Channel: 'a', ...state, Uniqueid: '1', Linkedid: '1' };
    const server = await createExchange({
      onAction: (request) => {
        if (request.get('Action') !== 'CoreShowChannels') return false;
        request.list('Channels', [['CoreShowChannel', channel]], 'CoreShowChannelsComplete');
        return true;
      },
    });
    for (const dial of [connect, cjs.connect]) {
      const ami = dial(server.url);
      const pong = await firstValueFrom(ami.request('Ping'));
      if (pong.get('Ping') !== 'Pong') throw new Error('no pong');
      for (const track of [liveChannels, require('rxjs-ami/live').liveChannels]) {
        const channels = await firstValueFrom(track(ami).values$);
        if (channels.get('1')?.state !== 'up') throw new Error('no live channel');
      }
      await lastValueFrom(ami.end());
    }
    await server.close();
    for (const schema of [Hangup, require('rxjs-ami/events').Hangup]) {
      const { Cause } = schema.parse({ Event: 'Hangup', ...channel, Cause: '16' });
      if (Cause !== 16) throw new Error('not decoded');
    }
    console.log(new Message(['A: b']).get('a'));`,
  'cjs.cjs': `
    const { createAction } = require('rxjs-ami');
    console.log(createAction('Ping').serialize('1').split('\\r\\n')[1]);`,
  'types.ts': `
    import { connect, type AmiEvent, type Response } from 'rxjs-ami';
    import type { Hangup } from 'rxjs-ami/events';
    import { liveCalls, type Call } from 'rxjs-ami/live';
    import { createExchange } from 'rxjs-ami/testing';
    import { map, type Observable } from 'rxjs';
    const ami = connect('admin:secret@localhost', { keepAlive: { silenceMs: 1 } });
    const events: Observable<AmiEvent> = ami.events$;
    const causes: Observable<Hangup['Cause']> = ami.event('Hangup').pipe(map(({ Cause }) => Cause));
    const response: Observable<Response> = ami.request('Ping');
    const calls: ReadonlyMap<string, Call> = liveCalls(ami).current;
    export const all = [calls, events, causes, response, createExchange];`,
};

/** As TypeScript finds modules: `--module` and `--moduleResolution`. */
const resolutions = [
  ['nodenext', 'nodenext'],
  ['esnext', 'bundler'],
  ['commonjs', 'node10'],
] as const;

try {
  const [packed] = JSON.parse(run('npm', 'pack', root, '--json', '--ignore-scripts')) as [
    { filename: string; files: { path: string }[] },
  ];
  mkdirSync(path.join(home, 'node_modules/rxjs-ami'), { recursive: true });
  run('tar', 'xzf', packed.filename, '-C', 'node_modules/rxjs-ami', '--strip-components=1');
  const link = (name: string, target = name): void => {
    const place = path.join(home, 'node_modules', name);
    rmSync(place, { force: true });
    symlinkSync(path.join(root, 'node_modules', target), place);
  };
  for (const peer of ['rxjs', '@types', 'tslib', 'undici-types']) link(peer);
  writeFileSync(path.join(home, 'package.json'), '{"type":"module"}');
  for (const [name, text] of Object.entries(programs)) writeFileSync(path.join(home, name), text);
  const tsc = path.join(root, 'node_modules/typescript/bin/tsc');
  for (const zod of ['zod', 'zod-oldest']) {
    link('zod', zod);
    console.log(`${zod}: ${run('node', 'esm.mjs').trim()}, ${run('node', 'cjs.cjs').trim()}`);
    for (const [module, resolution] of zod === 'zod' ? resolutions : resolutions.slice(0, 1)) {
      // TypeScript 6 warns of it, and many still have it.
      const old = resolution === 'node10' ? ['--ignoreDeprecations', '6.0'] : [];
      const flags = ['--strict', '--noEmit', '--target', 'es2022', '--types', 'node', ...old];
      run('node', tsc, ...flags, '--module', module, '--moduleResolution', resolution, 'types.ts');
      console.log(`types: ${resolution}, with library checks`);
    }
  }
  const help = run('node', 'node_modules/rxjs-ami/dist/esm/cli/main.js', '--help');
  if (!help.includes('monitor')) throw new Error('the command gives no help');
  console.log(`${packed.files.length} files in the package`);
} finally {
  rmSync(home, { recursive: true, force: true });
}
