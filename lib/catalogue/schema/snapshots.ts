import type { FieldKind, Fields } from './field-kind.js';

/**
 * The fields by which Asterisk shows a channel in an event.
 *
 * Source: `ast_manager_build_channel_state_string_prefix` in `main/manager_channels.c`.
 */
export const channel = {
  Channel: 'name',
  ChannelState: 'number',
  ChannelStateDesc: [
    'Down',
    'Rsrvd',
    'OffHook',
    'Dialing',
    'Ring',
    'Ringing',
    'Up',
    'Busy',
    'Dialing Offhook',
    'Pre-ring',
    'Unknown',
  ],
  CallerIDNum: 'text',
  CallerIDName: 'text',
  ConnectedLineNum: 'text',
  ConnectedLineName: 'text',
  Language: 'text',
  AccountCode: 'text',
  Context: 'text',
  Exten: 'text',
  Priority: 'text',
  Uniqueid: 'name',
  Linkedid: 'name',
  Tenantid: 'text',
} as const satisfies Fields;

/**
 * The fields by which Asterisk shows a bridge.
 *
 * Source: `ast_manager_build_bridge_state_string_prefix` in `main/manager_bridges.c`.
 */
export const bridge = {
  BridgeUniqueid: 'name',
  BridgeType: 'text',
  BridgeTechnology: 'text',
  BridgeCreator: 'text',
  BridgeName: 'text',
  BridgeNumChannels: 'number',
  BridgeVideoSourceMode: ['none', 'talker', 'single'],
  BridgeVideoSource: 'text',
} as const satisfies Fields;

/** The same fields under a prefix, such as those of the other channel. */
export type Prefixed<P extends string, F extends Fields> = {
  readonly [K in keyof F & string as `${P}${K}`]: F[K];
};

/** Fields that are there with their snapshot, or not at all. */
export type Optional<F extends Fields> = { readonly [K in keyof F]: OptionalKind<F[K]> };

type OptionalKind<K extends FieldKind> = K extends 'name'
  ? 'text'
  : K extends 'number' | 'flag' | 'duration'
    ? `${K}?`
    : K;

/** A snapshot under a prefix. */
/* @__NO_SIDE_EFFECTS__ */
export function prefixed<const P extends string, const F extends Fields>(
  prefix: P,
  fields: F,
): Prefixed<P, F> {
  return mapFields(fields, (name, kind) => [prefix + name, kind]) as Prefixed<P, F>;
}

/** A snapshot that not every event of that name has. */
/* @__NO_SIDE_EFFECTS__ */
export function optional<const F extends Fields>(fields: F): Optional<F> {
  return mapFields(fields, (name, kind) => [name, optionalKind(kind)]) as Optional<F>;
}

function optionalKind(kind: FieldKind): FieldKind {
  if (kind === 'name') return 'text';
  return kind === 'number' || kind === 'flag' || kind === 'duration' ? `${kind}?` : kind;
}

function mapFields(
  fields: Fields,
  map: (name: string, kind: FieldKind) => [string, FieldKind],
): Fields {
  return Object.fromEntries(Object.entries(fields).map(([name, kind]) => map(name, kind)));
}
