import type { EventEmitter } from 'node:events';
import { fail, PassCounter, report } from './pass.js';
import { requirePeer, target } from './target.js';

type Package = new (
  port: number,
  host: string,
  username: string,
  secret: string,
  events: boolean,
) => EventEmitter;
interface Event {
  event: string;
  channel?: string;
  uniqueid?: string;
  linkedid?: string;
}

const counter = new PassCounter();
const Manager = requirePeer('asterisk-manager') as Package;
const client = new Manager(target.port, target.host, target.username, target.secret, true);
client.on('error', fail);
// It has no event of its own for being logged in.
client.once('fullybooted', () => {
  report({ type: 'online' });
});
client.on('managerevent', (event: Event) => {
  counter.event(event.event, event.channel, event.uniqueid, event.linkedid);
});
