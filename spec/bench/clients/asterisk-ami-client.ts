import type { EventEmitter } from 'node:events';
import { fail, PassCounter, report } from './pass.js';
import { requirePeer, target } from './target.js';

interface Client extends EventEmitter {
  connect(user: string, secret: string, options: { host: string; port: number }): Promise<unknown>;
}
type Package = new () => Client;
interface Event {
  Event: string;
  Channel?: string;
  Uniqueid?: string;
  Linkedid?: string;
}

const counter = new PassCounter();
const AmiClient = requirePeer('asterisk-ami-client') as Package;
const client = new AmiClient();
client.on('internalError', fail);
client.on('event', (event: Event) => {
  counter.event(event.Event, event.Channel, event.Uniqueid, event.Linkedid);
});
const { host, port, username, secret } = target;
client.connect(username, secret, { host, port }).then(() => {
  report({ type: 'online' });
}, fail);
