import type { Pbx } from '../pbx.js';
import { readConfig } from '../read-config.js';

/** How a registration with others is doing, in the words of Asterisk. */
export type RegistrationStatus =
  'Registered' | 'Unregistered' | 'Rejected' | 'Stopping' | 'Stopped';

/** A registration of the PBX with somebody else. */
export interface Registration {
  readonly name: string;
  /** What pjsip.conf says of it. */
  readonly settings: ReadonlyMap<string, string>;
  readonly status: RegistrationStatus;
}

/** The outbound registrations that pjsip.conf has (res_pjsip_outbound_registration.c). */
export class Registrations {
  readonly all = new Map<string, Registration>();

  constructor(
    private readonly pbx: Pbx,
    config: string,
  ) {
    for (const { name, entries } of readConfig(config)) {
      const settings = new Map(entries);
      if (settings.get('type') !== 'registration') continue;
      this.all.set(name, { name, settings, status: 'Registered' });
    }
  }

  /** A registration succeeds or fails, and tells of it. */
  set(name: string, status: RegistrationStatus): void {
    const known = this.all.get(name);
    if (known === undefined) return;
    this.all.set(name, { ...known, status });
    this.pbx.emit('Registry', ['system'], {
      ChannelType: 'PJSIP',
      Username: known.settings.get('client_uri') ?? '',
      Domain: known.settings.get('server_uri') ?? '',
      Status: status,
    });
  }
}
