/**
 * The fields that Asterisk writes of a channel, in this order, in nearly every event about it.
 *
 * Source: `ast_manager_build_channel_state_string_prefix` in `main/manager_channels.c`.
 */
export const fields = [
  'Channel',
  'ChannelState',
  'ChannelStateDesc',
  'CallerIDNum',
  'CallerIDName',
  'ConnectedLineNum',
  'ConnectedLineName',
  'Language',
  'AccountCode',
  'Context',
  'Exten',
  'Priority',
  'Uniqueid',
  'Linkedid',
] as const;

/** One of them. */
export type SnapshotField = (typeof fields)[number];

/** Where in a block a field is. */
export const at = Object.fromEntries(fields.map((field, i) => [field, i])) as Record<
  SnapshotField,
  number
>;
