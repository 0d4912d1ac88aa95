/**
 * Where the sound of channels is mixed: two parties of a call, a conference, or a place to wait in.
 * Its values do not change; an event makes a new one.
 */
export interface Bridge {
  /** Its BridgeUniqueid. */
  readonly id: string;
  /** Such as `basic`, `base` (of a conference), `parking`, `agent`, `stasis`. */
  readonly type: string;
  /** How it mixes: `simple_bridge`, `native_rtp`, `softmix`, `holding_bridge` … */
  readonly technology: string;
  /** The application that made it, such as `ConfBridge`. */
  readonly creator: string | undefined;
  /** The name that its creator gave it. */
  readonly name: string | undefined;
  /**
   * The Uniqueids of the channels in it, in the order in which they came; of what was there before,
   * the oldest first.
   */
  readonly channels: readonly string[];
  /** Whose picture the others see: a Uniqueid, where the bridge has one source. */
  readonly videoSource: string | undefined;
  /** In milliseconds since 1970; `undefined` of a bridge that was there before. */
  readonly startedAt: number | undefined;
  /** The bridge that its channels went on to. */
  readonly mergedInto: string | undefined;
}
