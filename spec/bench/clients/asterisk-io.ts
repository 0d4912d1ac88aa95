import type { EventEmitter } from 'node:events';
import { fail, PassCounter, report } from './pass.js';
import { requirePeer, target } from './target.js';

interface Package {
  ami: (host: string, port: number, username: string, secret: string) => EventEmitter;
}
interface Event {
  Event: string;
  Channel?: string;
  Uniqueid?: string;
  Linkedid?: string;
}

const counter = new PassCounter();
const { ami } = requirePeer('asterisk.io') as Package;
const client = ami(target.host, target.port, target.username, target.secret);
client.on('error', fail);
client.on('ready', () => {
  report({ type: 'online' });
});
client.on('eventAny', (event: Event) => {
  counter.event(event.Event, event.Channel, event.Uniqueid, event.Linkedid);
});
