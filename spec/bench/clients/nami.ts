import type { EventEmitter } from 'node:events';
import { fail, PassCounter, report } from './pass.js';
import { requirePeer, target } from './target.js';

interface Client extends EventEmitter {
  open(): void;
}
interface Package {
  Nami: new (config: {
    host: string;
    port: number;
    username: string;
    secret: string;
    logger: Record<'error' | 'warn' | 'info' | 'debug', (message: string) => void>;
  }) => Client;
}
interface Event {
  event: string;
  channel?: string;
  uniqueid?: string;
  linkedid?: string;
}

const counter = new PassCounter();
const { Nami } = requirePeer('nami') as Package;
const silent = (): void => undefined;
const logger = { error: silent, warn: silent, info: silent, debug: silent };
const client = new Nami({ ...target, logger });
client.on('namiLoginIncorrect', () => fail('login refused'));
client.on('namiInvalidPeer', () => fail('greeting refused'));
client.on('namiConnectionError', ({ error }: { error: unknown }) => fail(error));
client.on('namiConnected', () => {
  report({ type: 'online' });
});
client.on('namiEvent', (event: Event) => {
  counter.event(event.event, event.channel, event.uniqueid, event.linkedid);
});
client.open();
