import { isTrue } from '../is-true.js';
import { readConfig } from '../read-config.js';
import type { ConfigSection } from '../read-config.js';

/** What a user of a conference may do, and what is done with him. */
export interface UserProfile {
  readonly isAdmin: boolean;
  readonly isMarked: boolean;
  readonly waitsForMarked: boolean;
  /** Whether he has to go when the last marked user goes. */
  readonly endsWithMarked: boolean;
  readonly startsMuted: boolean;
  /** Whether he hears music while he waits, or is alone. */
  readonly hasMusic: boolean;
  readonly musicClass: string;
}

/** What a conference is like. */
export interface BridgeProfile {
  /** 0 for any number. */
  readonly maxMembers: number;
  readonly isRecorded: boolean;
}

/** The profiles of confbridge.conf by their names. */
export interface Profiles {
  readonly users: ReadonlyMap<string, UserProfile>;
  readonly bridges: ReadonlyMap<string, BridgeProfile>;
}

/** Reads confbridge.conf; the profiles `default_user` and `default_bridge` are always there. */
export function readProfiles(text: string): Profiles {
  const sections = [
    { name: 'default_user', entries: [['type', 'user'] as const] },
    { name: 'default_bridge', entries: [['type', 'bridge'] as const] },
    ...readConfig(text),
  ];
  const ofType = (type: string): [string, ReadonlyMap<string, string>][] =>
    sections.map(optionsOf).filter(([, options]) => options.get('type') === type);
  return {
    users: new Map(ofType('user').map(([name, options]) => [name, userProfile(options)])),
    bridges: new Map(ofType('bridge').map(([name, options]) => [name, bridgeProfile(options)])),
  };
}

function optionsOf({ name, entries }: ConfigSection): [string, ReadonlyMap<string, string>] {
  return [name, new Map(entries)];
}

function userProfile(options: ReadonlyMap<string, string>): UserProfile {
  const is = (name: string): boolean => isTrue(options.get(name) ?? '');
  return {
    isAdmin: is('admin'),
    isMarked: is('marked'),
    waitsForMarked: is('wait_marked'),
    endsWithMarked: is('end_marked'),
    startsMuted: is('startmuted'),
    hasMusic: is('music_on_hold_when_empty'),
    musicClass: options.get('music_on_hold_class') ?? 'default',
  };
}

function bridgeProfile(options: ReadonlyMap<string, string>): BridgeProfile {
  return {
    maxMembers: Number(options.get('max_members') ?? 0),
    isRecorded: isTrue(options.get('record_conference') ?? ''),
  };
}
