/** The ports of one server, all on loopback. */
export interface Ports {
  readonly ami: number;
  readonly tls: number;
  readonly pjsip: number;
  readonly chanSip: number;
  readonly iax: number;
  /** Held by the harness itself for as long as the block is taken. */
  readonly guard: number;
  /** Nobody listens there. */
  readonly nobody: number;
}

export const portsPerServer = 10;

export function portsFrom(base: number): Ports {
  return {
    ami: base,
    tls: base + 1,
    pjsip: base + 2,
    chanSip: base + 3,
    iax: base + 4,
    nobody: base + 8,
    guard: base + 9,
  };
}
