/** What events have told of since the lists of conferences were asked for. */
export class SinceAsked {
  /** Conferences, by name. */
  readonly touched = new Set<string>();
  /** Participants, by Uniqueid. */
  readonly came = new Set<string>();
  readonly left = new Set<string>();
}
