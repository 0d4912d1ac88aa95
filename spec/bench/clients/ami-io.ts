import type { EventEmitter } from 'node:events';
import { fail, PassCounter, report } from './pass.js';
import { requirePeer, target } from './target.js';

interface Client extends EventEmitter {
  connect(): void;
}
interface Package {
  createClient: (config: {
    host: string;
    port: number;
    login: string;
    password: string;
    logger: object;
  }) => Client;
  SilentLogger: new () => object;
}
interface Event {
  event: string;
  channel?: string;
  uniqueid?: string;
  linkedid?: string;
}

const counter = new PassCounter();
const { createClient, SilentLogger } = requirePeer('ami-io') as Package;
const { host, port, username, secret } = target;
const logger = new SilentLogger();
const client = createClient({ host, port, login: username, password: secret, logger });
client.on('error', fail);
client.on('incorrectLogin', () => fail('login refused'));
client.on('incorrectServer', () => fail('greeting refused'));
client.on('connected', () => {
  report({ type: 'online' });
});
client.on('event', (event: Event) => {
  counter.event(event.event, event.channel, event.uniqueid, event.linkedid);
});
client.connect();
