import { dial } from './ours.js';
import { PassCounter, report } from './pass.js';

interface Decoded {
  Event: string;
  Channel?: string;
  Uniqueid?: string;
  Linkedid?: string;
}

const counter = new PassCounter();
const client = await dial();
client.events$.subscribe((event) => {
  const fields = event.toObject() as unknown as Decoded;
  counter.event(fields.Event, fields.Channel, fields.Uniqueid, fields.Linkedid);
});
report({ type: 'online' });
