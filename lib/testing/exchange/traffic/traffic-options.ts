import type { CallKind } from './call-kind.js';

/** What calls come, and how many. */
export interface TrafficOptions {
  /** How many calls begin each second, on average; the gaps between them are as chance makes them. */
  readonly callsPerSecond: number;
  /**
   * How often each kind occurs, by weights; kinds that are not named don't.
   * @defaultValue a mix of all kinds, as in an office with queues
   */
  readonly mix?: Readonly<Partial<Record<CallKind, number>>>;
  /**
   * Where chance begins: the same seed makes the same calls.
   * @defaultValue 1
   */
  readonly seed?: number;
  /**
   * How many calls there are in all.
   * @defaultValue Infinity
   */
  readonly calls?: number;
  /**
   * How many go on at the same time at most; while there are so many, none begins.
   * @defaultValue Infinity
   */
  readonly concurrent?: number;
  /**
   * How long two talk on average, in ms. All other times keep their proportion to it.
   * @defaultValue 20000
   */
  readonly talkMs?: number;
}

/** A call of traffic, as it begins. */
export interface TrafficCall {
  /** Its number, from 1. */
  readonly number: number;
  readonly kind: CallKind;
  readonly from: string;
  readonly to: string;
}
