import type { DeviceState } from '../devices/device-state.js';
import type { Contact } from './contact.js';

/** Whether an endpoint answers; `lagged` is late, `unmonitored` is not asked. */
export type Reachability = 'reachable' | 'lagged' | 'unreachable' | 'unmonitored';

/**
 * A phone or a trunk as the exchange knows it: an endpoint of PJSIP, a peer of chan_sip or of IAX2. Its
 * values do not change; an event makes a new one.
 */
export interface Endpoint {
  /** Technology and name, such as `PJSIP/alice`: the name of its device as well. */
  readonly id: string;
  /** `PJSIP`, `SIP` or `IAX2`. */
  readonly technology: string;
  /** Its name within the technology. */
  readonly name: string;
  /** What its device does; `undefined` where the exchange has not come across it yet. */
  readonly deviceState: DeviceState | undefined;
  /** Whether it answers; `undefined` where that is not known. */
  readonly reachability: Reachability | undefined;
  /** Whether it can be found: it has registered, or its address is configured. */
  readonly isRegistered: boolean;
  /** Of PJSIP: where it can be called, by URI. */
  readonly contacts: ReadonlyMap<string, Contact>;
  /** Of PJSIP: its addresses of record. */
  readonly aors: readonly string[];
  /** Of PJSIP: the names of the sections with which it proves who it is; never what is in them. */
  readonly auths: readonly string[];
  /** Of PJSIP: the transport that it is bound to, if any. */
  readonly transport: string | undefined;
  /** Of peers: where it is. */
  readonly address: string | undefined;
  /** Of peers: the port there. */
  readonly port: number | undefined;
  /** Of peers: whether the address comes from a registration. */
  readonly isDynamic: boolean | undefined;
  /** Of peers: how long it took to answer; told when it is listed, and when its reachability changes. */
  readonly roundTripMs: number | undefined;
}
