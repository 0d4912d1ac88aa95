/**
 * Whether Asterisk C-escapes the values of this field in this event.
 *
 * It does so (13.5 and later) for caller and connected names in channel snapshots under any
 * prefix, for the channel variables sent along with them, for the value of a VarSet, and for the
 * words of a PresenceStateChange. It does not for numbers, account codes, `AppData`,
 * `EffectiveConnectedLineName`, and the names in what it writes without a snapshot.
 *
 * Source: `ast_manager_build_channel_state_string_prefix` in `main/manager_channels.c`,
 * `presence_state_to_ami` in `main/presencestate.c`, and the recordings of `spec/transcripts/`.
 */
export function isEscapedField(eventName: string, fieldName: string): boolean {
  const name = fieldName.toLowerCase();
  if (name === 'value') return eventName === 'VarSet';
  if (name === 'message' || name === 'subtype') return eventName === 'PresenceStateChange';
  if (rawEvents.has(eventName) || name === 'effectiveconnectedlinename') return false;
  return /(?:calleridname|connectedlinename|chanvariable)$/.test(name);
}

const rawEvents = new Set(['CEL', 'OriginateResponse', 'QueueEntry']);
