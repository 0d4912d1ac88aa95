/** Bounds on what a peer may send; whoever passes one gets a `ProtocolError`. */
export interface ReadLimits {
  /**
   * The longest line, in bytes.
   * @defaultValue 1048576
   */
  readonly maxLineLength?: number;
  /**
   * The largest message, in characters; Command output counts as one message.
   * @defaultValue 33554432
   */
  readonly maxMessageSize?: number;
}

/** The limits that hold where the user says nothing. */
export const defaultReadLimits: Required<ReadLimits> = {
  maxLineLength: 2 ** 20,
  maxMessageSize: 2 ** 25,
};
