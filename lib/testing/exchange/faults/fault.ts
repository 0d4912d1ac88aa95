/**
 * The kinds of faults, each with its parameters. Times are milliseconds.
 *
 * What the client sees of a kind is what any client does; what "ours" does is what `connect` of
 * rxjs-ami does by its default options. There are three endings:
 *
 * - The session is lost and has to be renewed by `reset`, `end`, `half-open`, `cut-mid-line`, `endless-line`,
 *   `restart`, and by a `stall` that outlasts keep-alive. Ours fails what is in flight with a `ConnectionLostError`
 *   and outcome `'unknown'`, tells `waiting` in `status$`, and connects again.
 * - The attempt to connect fails by `refuse`, and by a `slow-login` that outlasts `loginTimeoutMs`, with a
 *   `ConnectError` in `status$`; what is held stays held.
 * - The session goes on after all others.
 */
export interface FaultParameters {
  /**
   * The next connections are closed before the greeting. Ours: a `ConnectError` with the phase `'greeting'` (or
   * `'dial'`, where they are reset) for each, and another attempt.
   */
  readonly refuse: {
    /**
     * How many connections.
     * @defaultValue 1
     */
    readonly connections?: number;
    /**
     * Orderly, as Asterisk does with too many connections that are not logged in; or by a reset.
     * @defaultValue 'end'
     */
    readonly how?: 'end' | 'reset';
  };
  /**
   * The next connection hears nothing from its `Login` on until `ms` have passed. Ours waits; beyond
   * `loginTimeoutMs` (10 seconds) the attempt fails with a `ConnectError` of the phase `'login'`.
   */
  readonly 'slow-login': {
    /** @defaultValue 5000 */
    readonly ms?: number;
  };
  /**
   * The exchange itself restarts: all calls and connections are gone, and what begins afterwards has unique IDs of
   * another epoch. Ours renews its session, and live state removes what was there. It is the exchange that does
   * it; on one connection alone it is a `reset`.
   */
  readonly restart: {
    /**
     * How long connections are refused.
     * @defaultValue 2000
     */
    readonly downMs?: number;
  };
  /** The connection is cut at once, and what was still to go out is lost. Ours renews the session. */
  readonly reset: object;
  /** The connection is closed in an orderly way, after what was sent. Ours renews the session. */
  readonly end: object;
  /**
   * The far end is gone without a word: bytes are swallowed in both directions, no FIN comes, for good. Ours
   * sends a Ping after silence and, unanswered, renews the session: by default within 40 seconds. What is sent
   * meanwhile fails with outcome `'unknown'`.
   */
  readonly 'half-open': object;
  /**
   * Nothing goes out for `ms`, then all of it. Ours waits. Actions time out as usual (`ActionTimeoutError`, outcome
   * `'unknown'`), and their answers are recognised when they come; if a Ping is not answered in time, the session is renewed.
   */
  readonly stall: {
    /** @defaultValue 5000 */
    readonly ms?: number;
  };
  /** Bytes come in small pieces with gaps. Ours puts them together; characters and lines stay whole. */
  readonly 'slow-drip': {
    /**
     * Of a piece.
     * @defaultValue 7
     */
    readonly bytes?: number;
    /** @defaultValue 5 */
    readonly gapMs?: number;
    /**
     * After which everything goes out as usual.
     * @defaultValue 2000
     */
    readonly forMs?: number;
  };
  /**
   * The next message goes out as far as the middle of its second line, then the connection is cut. Ours drops
   * the part, tells of it by the diagnostic `truncated-message`, and renews the session.
   */
  readonly 'cut-mid-line': object;
  /**
   * The next responses come twice. Ours takes the first, and tells of the second by the diagnostic
   * `orphan-response`; within a list, `action` emits both.
   */
  readonly 'duplicate-response': RepeatedFaultParameters;
  /**
   * The next responses do not come; the entries of a list still do. Ours: `ActionTimeoutError`, outcome `'unknown'`,
   * since the action was carried out. Of a login: a `ConnectError`, and another attempt. Of a Ping: the session is
   * renewed if nothing else comes.
   */
  readonly 'missing-response': RepeatedFaultParameters;
  /**
   * The next responses come `ms` late, each, and what follows overtakes them: other responses, and the entries
   * of a list. Ours matches them by ActionID. What comes after the action has timed out is recognised as late
   * for as long again, and is nobody's answer.
   */
  readonly 'late-response': RepeatedFaultParameters & {
    /** @defaultValue 2000 */
    readonly ms?: number;
  };
  /** The next two responses change places. Ours matches them by ActionID. */
  readonly 'out-of-order-responses': {
    /**
     * How long the first is kept back for a second.
     * @defaultValue 1000
     */
    readonly withinMs?: number;
  };
  /** A response comes to an ActionID that nobody used. Ours tells of it by the diagnostic `orphan-response`. */
  readonly 'unknown-response': {
    /** @defaultValue 'nobody-1' */
    readonly actionId?: string;
  };
  /**
   * Random bytes come between two messages. Ours takes them for messages of no class, and tells of them by the
   * diagnostics `unclassified-message` and `malformed-line`. Where they do not end by a blank line, they spoil
   * the next message as well: a response is then missing, an event lost.
   */
  readonly garbage: {
    /** @defaultValue 64 */
    readonly bytes?: number;
    /**
     * The same bytes for the same seed.
     * @defaultValue 1
     */
    readonly seed?: number;
    /**
     * Whether they end by a blank line.
     * @defaultValue true
     */
    readonly isClosed?: boolean;
  };
  /**
   * A UserEvent comes whose `Text` is bytes that are no UTF-8. Ours reads each of them as U+FFFD (or as they are, with
   * `encoding: 'latin1'`), and tells of it by the diagnostic `malformed-line`.
   */
  readonly 'invalid-utf8': object;
  /**
   * A line without an end begins, 64 KiB at a time; everything else waits behind it. Ours renews the session with a
   * `ProtocolError` when the line passes `limits.maxLineLength` (1 MiB).
   */
  readonly 'endless-line': {
    /**
     * After which the line ends for somebody who bears it.
     * @defaultValue 2097152
     */
    readonly bytes?: number;
    /**
     * Between two pieces.
     * @defaultValue 10
     */
    readonly everyMs?: number;
  };
  /**
   * The next list that has entries does not come to its end: its last entry comes again and again, and everything
   * else waits behind it. Ours goes on reading, since entries are signs of life; the list fails with a `ProtocolError` where
   * it passes `limits.maxListEntries`, and other actions may time out.
   */
  readonly 'endless-list': ActionFaultParameters & {
    /**
     * How many entries there are in addition before it ends after all.
     * @defaultValue 1000
     */
    readonly entries?: number;
    /**
     * Between two of them.
     * @defaultValue 10
     */
    readonly everyMs?: number;
  };
  /**
   * The next list is given up by `EventList: Cancelled` after some entries. Ours: `ListCancelledError`. A live
   * state goes on by events alone, and tells so by the diagnostic `list-unavailable`.
   */
  readonly 'list-cancelled': ActionFaultParameters & {
    /**
     * How many entries come before.
     * @defaultValue 1
     */
    readonly entries?: number;
  };
  /**
   * The next actions that need a privilege are refused by `Permission denied`, and not carried out. Ours:
   * `ActionError`. A live state goes on by events alone; a `Filter` that is refused ends the client.
   */
  readonly 'permission-denied': RepeatedFaultParameters;
}

/** The parameters of a fault that may be for some actions only. */
export interface ActionFaultParameters {
  /**
   * Only actions of this name.
   * @defaultValue any
   */
  readonly action?: string;
}

/** The parameters of a fault that may strike several times. */
export interface RepeatedFaultParameters extends ActionFaultParameters {
  /**
   * How many actions or responses in a row.
   * @defaultValue 1
   */
  readonly count?: number;
}

/** The name of a kind of fault. */
export type FaultKind = keyof FaultParameters;

/**
 * Something that goes wrong, once: its kind, and the parameters of that kind, all of which have defaults; see
 * {@link FaultParameters}. Plain data: `JSON.stringify` writes it, and what is read again is the same fault.
 *
 * @example
 * ```ts
 * import type { Fault } from 'rxjs-ami/testing';
 *
 * const faults: Fault[] = [
 *   { kind: 'reset' },
 *   { kind: 'late-response', action: 'Originate', ms: 500 },
 * ];
 * console.log(JSON.stringify(faults));
 * ```
 */
export type Fault = {
  [K in FaultKind]: { readonly kind: K } & FaultParameters[K];
}[FaultKind];

/** A fault of one kind, or of one of several. */
export type FaultOf<K extends FaultKind> = Extract<Fault, { readonly kind: K }>;
