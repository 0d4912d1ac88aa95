import { FaultyLink } from '../../../../lib/testing/exchange/faults/faulty-link.js';
import { VirtualClock } from '../../../../lib/testing/index.js';
import { watch } from '../../../support/watch.js';
import { FakeLink } from './fake-link.js';
import { greeting } from './messages.js';

/** A connection with faults, that has greeted; the link behind it notes what it is given. */
export class LinkLab {
  readonly clock = new VirtualClock();
  readonly inner = new FakeLink(this.clock);
  /** How often it has closed. */
  closed = 0;
  readonly link = new FaultyLink(this.inner, this.clock, () => this.closed++);
  readonly received = watch(this.link.received$);

  constructor() {
    this.link.send(greeting);
    this.inner.log.length = 0;
  }

  /** What the client has said. */
  get heard(): string {
    return this.received.values.map((bytes) => Buffer.from(bytes).toString('latin1')).join('');
  }
}
