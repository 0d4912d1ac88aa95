import type { Pbx } from '../pbx.js';
import { Conference } from './conference.js';
import { readProfiles } from './read-profiles.js';
import type { BridgeProfile, Profiles } from './read-profiles.js';

/** The conferences of a PBX. */
export class Conferences {
  /** Those that somebody is in, by their names. */
  readonly all = new Map<string, Conference>();
  readonly profiles: Profiles;

  constructor(
    private readonly pbx: Pbx,
    config = '',
  ) {
    this.profiles = readProfiles(config);
  }

  /** The conference of a name, which begins if there is none. */
  open(name: string, profile: BridgeProfile): Conference {
    const found = this.all.get(name);
    if (found !== undefined) return found;
    const conference = new Conference(this.pbx, name, profile);
    this.all.set(name, conference);
    return conference;
  }
}
