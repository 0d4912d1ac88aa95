/** Where an Asterisk Manager listens, and whether it speaks TLS there. */
export interface Address {
  readonly host: string;
  readonly port: number;
  readonly tls: boolean;
}

/** For messages: `tls://pbx.example.com:5039`, never with credentials. */
export function describeAddress({ host, port, tls }: Address): string {
  return `${tls ? 'tls' : 'tcp'}://${host.includes(':') ? `[${host}]` : host}:${port}`;
}
