import type { AmiError } from '../errors/index.js';
import type { AmiEvent, Response } from '../wire/index.js';
import type { Diagnostic } from './diagnostic.js';
import type { PendingAction } from './pending-action.js';
import type { Verdict } from './reply.js';

// How many failed lists are remembered, in case the server still ends them.
const MAX_FAILED = 64;

/**
 * The actions of one session that are on the wire, by ActionID: a message finds its action through
 * a map, however many there are.
 */
export class PendingActions {
  readonly #byId = new Map<string, PendingAction>();
  readonly #anonymous = new Set<PendingAction>();
  readonly #failed = new Set<string>();

  constructor(private readonly report: (diagnostic: Diagnostic) => void) {}

  has(id: string): boolean {
    return this.#byId.has(id);
  }

  add(pending: PendingAction): void {
    this.#byId.set(pending.id, pending);
    const commandId = commandIdOf(pending);
    if (commandId !== undefined) this.#byId.set(agiKey(commandId), pending);
    if (pending.reply.isAnonymous) this.#anonymous.add(pending);
  }

  remove(pending: PendingAction, verdict?: Verdict): void {
    this.#byId.delete(pending.id);
    const commandId = commandIdOf(pending);
    if (commandId !== undefined) this.#byId.delete(agiKey(commandId));
    this.#anonymous.delete(pending);
    if (verdict !== 'refused' && verdict !== 'cancelled') return;
    this.#failed.add(pending.id);
    for (const oldest of this.#failed) {
      if (this.#failed.size <= MAX_FAILED) break;
      this.#failed.delete(oldest);
    }
  }

  /** Gives a response to its action. */
  takeResponse(response: Response): void {
    const id = response.actionId;
    const pending = id === undefined ? this.#oldestUnanswered() : this.#byId.get(id);
    if (pending === undefined) {
      const text = `No action awaits the response ${response.status} (${response.message ?? ''})`;
      this.report({ type: 'orphan-response', text, message: response });
      return;
    }
    if (id === undefined) {
      const text = `A response without ActionID was given to ${pending.action.name}`;
      this.report({ type: 'response-without-action-id', text, message: response });
    }
    pending.take(response);
  }

  /** Gives an event to its action, if it has one; returns whether it is an event for everybody. */
  takeEvent(event: AmiEvent): boolean {
    if (this.#byId.size === 0 && this.#failed.size === 0) return true;
    // Any session can send one under any ActionID, so it answers nothing.
    if (event.name === 'UserEvent') return true;
    const pending = this.#find(event);
    if (pending === undefined) return !this.#isLate(event);
    const isPublic = !pending.reply.owns(event);
    pending.take(event);
    return isPublic;
  }

  /** Ends all of them with errors. */
  failAll(toError: (pending: PendingAction) => AmiError): void {
    const all = new Set(this.#byId.values());
    this.#byId.clear();
    this.#anonymous.clear();
    for (const pending of all) pending.fail(toError(pending));
  }

  #find(event: AmiEvent): PendingAction | undefined {
    const id = event.actionId;
    if (id !== undefined) return this.#byId.get(id);
    if (event.name.startsWith('AsyncAGI'))
      return this.#byId.get(agiKey(event.get('CommandId') ?? ''));
    for (const pending of this.#anonymous) if (pending.reply.owns(event)) return pending;
    return undefined;
  }

  #isLate(event: AmiEvent): boolean {
    const id = event.actionId;
    if (id === undefined || !this.#failed.has(id) || !event.has('EventList')) return false;
    const text = `${event.name} came for a list that had failed`;
    this.report({ type: 'late-list-event', text, message: event });
    return true;
  }

  /** Asterisk answers in the order of asking, so a response without a name is the oldest's. */
  #oldestUnanswered(): PendingAction | undefined {
    for (const pending of this.#byId.values()) if (pending.reply.awaitsResponse) return pending;
    return undefined;
  }
}

/** No ActionID has a blank in it, so this is none. */
function agiKey(commandId: string): string {
  return `AGI ${commandId}`;
}

/** An AGI command is answered under an id of its own. */
function commandIdOf({ action }: PendingAction): string | undefined {
  return action.name.toLowerCase() === 'agi' ? action.get('CommandID') : undefined;
}
