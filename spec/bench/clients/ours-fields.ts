import { dial } from './ours.js';
import { PassCounter, report } from './pass.js';

const counter = new PassCounter();
const client = await dial();
client.events$.subscribe((event) => {
  counter.event(event.name, event.get('Channel'), event.get('Uniqueid'), event.get('Linkedid'));
});
report({ type: 'online' });
