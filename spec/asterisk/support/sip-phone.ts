import { createSocket } from 'node:dgram';
import type { Socket } from 'node:dgram';
import { once } from 'node:events';

/** As much of a SIP phone as registers an endpoint without a password, and watches an extension. */
export class SipPhone {
  readonly #socket: Socket = createSocket('udp4');
  readonly #replies = new Map<string, (status: number) => void>();
  #count = 0;

  constructor(
    private readonly endpoint: string,
    private readonly serverPort: number,
  ) {
    this.#socket.on('message', (datagram) => {
      this.#take(datagram.toString());
    });
  }

  async open(): Promise<void> {
    this.#socket.bind(0, '127.0.0.1');
    await once(this.#socket, 'listening');
  }

  register(): Promise<number> {
    return this.#send('REGISTER', `sip:127.0.0.1`, this.endpoint, ['Expires: 60']);
  }

  subscribe(extension: string): Promise<number> {
    const fields = ['Expires: 60', 'Event: presence', 'Accept: application/pidf+xml'];
    return this.#send('SUBSCRIBE', `sip:${extension}@127.0.0.1`, extension, fields);
  }

  close(): void {
    this.#socket.close();
  }

  /** Gives the status of the final reply. */
  #send(method: string, uri: string, to: string, fields: readonly string[]): Promise<number> {
    this.#count += 1;
    const id = `${method}-${String(this.#count)}`;
    const { port } = this.#socket.address();
    const lines = [
      `${method} ${uri} SIP/2.0`,
      `Via: SIP/2.0/UDP 127.0.0.1:${String(port)};branch=z9hG4bK${id}`,
      `From: <sip:${this.endpoint}@127.0.0.1>;tag=${id}`,
      `To: <sip:${to}@127.0.0.1>`,
      `Call-ID: ${id}`,
      `CSeq: 1 ${method}`,
      `Contact: <sip:${this.endpoint}@127.0.0.1:${String(port)}>`,
      ...fields,
    ];
    return new Promise((resolve) => {
      this.#replies.set(id, resolve);
      this.#write(lines);
    });
  }

  #take(text: string): void {
    const status = Number(/^SIP\/2\.0 (\d+)/.exec(text)?.[1] ?? 0);
    const id = /^Call-ID: (.*)\r$/im.exec(text)?.[1] ?? '';
    if (status >= 200) this.#replies.get(id)?.(status);
    // What the server asks for, such as to take note of a state, is granted.
    const echoed = text.split('\r\n').filter((line) => /^(Via|From|To|Call-ID|CSeq):/i.test(line));
    if (status === 0) this.#write(['SIP/2.0 200 OK', ...echoed]);
  }

  #write(lines: readonly string[]): void {
    const text = [...lines, 'Max-Forwards: 70', 'Content-Length: 0', '', ''].join('\r\n');
    this.#socket.send(text, this.serverPort, '127.0.0.1');
  }
}
