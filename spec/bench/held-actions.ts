import type { Socket } from 'node:net';
import { response, type ReceivedAction } from './actions.js';
import { BATCH } from './protocol.js';

/**
 * Holds as many actions as they ask for (`Size`), then answers ten of them, the oldest or (`Order:
 * any`) any ten, and holds again until the ten that the client sends in their place have come.
 */
export class HeldActions {
  private actions: ReceivedAction[] = [];

  constructor(private readonly socket: Socket) {}

  add(action: ReceivedAction): void {
    this.actions.push(action);
    if (this.actions.length < Number(action.get('size'))) return;
    if (action.get('order') === 'any') this.shuffleFirst();
    const answered = this.actions.slice(0, BATCH);
    this.actions = this.actions.slice(BATCH);
    this.socket.write(answered.map((held) => response(held, 'Success', 'Message: Done')).join(''));
  }

  private shuffleFirst(): void {
    for (let i = 0; i < BATCH; i++) {
      const other = i + Math.floor(Math.random() * (this.actions.length - i));
      const [a, b] = [this.actions[i], this.actions[other]];
      if (a === undefined || b === undefined) throw new Error('nothing held');
      this.actions[i] = b;
      this.actions[other] = a;
    }
  }
}
