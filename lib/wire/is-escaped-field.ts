/**
 * Whether Asterisk C-escapes the values of this field in this event.
 *
 * It does so (13.5 and later) for caller and connected names in channel snapshots under any
 * prefix, for the channel variables sent along, and for the value of a VarSet. It does not for
 * numbers, account codes, `AppData`, `EffectiveConnectedLineName`, the names in a QueueEntry and
 * the text of UserEvents, which arrive raw.
 *
 * Source: `ast_manager_build_channel_state_string_prefix` in `main/manager_channels.c`, and the
 * recordings of `spec/transcripts/`.
 */
export function isEscapedField(eventName: string, fieldName: string): boolean {
  const name = fieldName.toLowerCase();
  if (name.endsWith('calleridname')) return !rawNames.has(eventName);
  if (name.endsWith('connectedlinename')) {
    return name !== 'effectiveconnectedlinename' && !rawNames.has(eventName);
  }
  return name === 'value' ? eventName === 'VarSet' : name.endsWith('chanvariable');
}

const rawNames = new Set(['QueueEntry', 'UserEvent']);
