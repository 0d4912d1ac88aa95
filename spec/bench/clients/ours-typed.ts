import { loadRecording } from '../recording.js';
import { MARKER } from '../protocol.js';
import { dial } from './ours.js';
import { PassCounter, report } from './pass.js';

interface Decoded {
  readonly Event: string;
  readonly Channel?: string;
  readonly Uniqueid?: string;
  readonly Linkedid?: string;
}

/** Every event of the recording is asked for by its name: decoded and validated by its schema. */
const { names } = loadRecording();
const counter = new PassCounter();
const client = await dial();
for (const name of [...names, MARKER]) {
  client.event(name).subscribe((event) => {
    const { Event, Channel, Uniqueid, Linkedid } = event as Decoded;
    counter.event(Event, Channel, Uniqueid, Linkedid);
  });
}
report({ type: 'online' });
