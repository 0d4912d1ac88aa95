import type { EventEmitter } from 'node:events';
import { fail, PassCounter, report } from './pass.js';
import { requirePeer, target } from './target.js';

interface Client extends EventEmitter {
  connect(callback: () => void): void;
}
type Package = new (options: {
  host: string;
  port: number;
  login: string;
  password: string;
  events: boolean;
}) => Client;
interface Event {
  Event: string;
  Channel?: string;
  Uniqueid?: string;
  Linkedid?: string;
}

const counter = new PassCounter();
const Yana = requirePeer('yana') as Package;
const { host, port, username, secret } = target;
const client = new Yana({ host, port, login: username, password: secret, events: true });
client.on('error', fail);
client.on('event', (event: Event) => {
  counter.event(event.Event, event.Channel, event.Uniqueid, event.Linkedid);
});
client.connect(() => {
  report({ type: 'online' });
});
