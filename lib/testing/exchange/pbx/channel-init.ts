import type { ChannelState } from './channel-state.js';
import type { Party } from './party.js';
import type { Place } from './place.js';
import type { Technology } from './technology.js';

/** What a channel is made with. */
export interface ChannelInit {
  readonly name: string;
  readonly uniqueid: string;
  readonly linkedid: string;
  readonly state: ChannelState;
  readonly place: Place;
  readonly technology: Technology;
  readonly caller?: Party;
  readonly accountCode?: string;
}
