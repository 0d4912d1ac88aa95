import type { Socket } from 'node:net';

const timeoutMs = 10_000;

/** The bytes of a connection as text, for specs of what a server itself does. */
export class RawSession {
  #received = '';
  #ended = false;
  #wake: () => void = () => undefined;

  constructor(readonly socket: Socket) {
    socket.setEncoding('utf8');
    socket.on('data', (chunk: string) => {
      this.#received += chunk;
      this.#wake();
    });
    const end = () => {
      this.#ended = true;
      this.#wake();
    };
    socket.on('error', end);
    socket.on('close', end);
  }

  send(...lines: string[]): void {
    this.socket.write([...lines, '', ''].join('\r\n'));
  }

  /** Everything received so far, once it holds such a text. */
  until(expected: RegExp): Promise<string> {
    return this.#when(() => expected.test(this.#received), `holds ${String(expected)}`);
  }

  /** Everything received, once the connection is closed. */
  untilClosed(): Promise<string> {
    return this.#when(() => this.#ended, 'is all there is');
  }

  close(): void {
    this.socket.destroy();
  }

  #when(reached: () => boolean, what: string): Promise<string> {
    return new Promise((resolve, reject) => {
      const fail = () => {
        clearTimeout(timer);
        reject(new Error(`Nothing that ${what} in: ${JSON.stringify(this.#received)}`));
      };
      const timer = setTimeout(fail, timeoutMs);
      this.#wake = () => {
        if (reached()) {
          clearTimeout(timer);
          resolve(this.#received);
        } else if (this.#ended) fail();
      };
      this.#wake();
    });
  }
}
