import { Child } from './child.js';
import type { Measured } from './interleave.js';
import { CHANNELS_A_CALL, type ChangeCommand, type ClientReport } from './protocol.js';

const FEW = 500;
const MANY = 50_000;
/** Filling in so many channels takes a while. */
const PATIENCE_MS = 30_000;

const channels = ['liveChannels'];
const all = ['liveChannels', 'liveBridges', 'liveCalls', 'liveQueues'];

/** What is kept, how many channels are up, and how many of them change. */
export const SIZES = {
  'channels alone: 500': { kinds: channels, up: FEW, changing: FEW },
  'channels alone: 50,000': { kinds: channels, up: MANY, changing: FEW },
  'channels alone: 50,000, of which 5,000 change': { kinds: channels, up: MANY, changing: 5000 },
  'channels, bridges, calls and queues: 500': { kinds: all, up: FEW, changing: FEW },
  'channels, bridges, calls and queues: 50,000': { kinds: all, up: MANY, changing: FEW },
} as const;

export type Size = keyof typeof SIZES;

export interface SizeCost {
  /** Of heap, for each channel with all that belongs to it. */
  readonly bytes: number;
  /** From the bytes of an event to those who hear of the change. */
  readonly microseconds: number;
}

/** Fills a process of its own with channels, which then change again and again. */
export async function startSize({
  kinds,
  up,
  changing,
}: (typeof SIZES)[Size]): Promise<Measured<SizeCost>> {
  const child = new Child<ClientReport, ChangeCommand>('clients/live-size.ts', {
    BENCH_KINDS: kinds.join(','),
    BENCH_CALLS: String(up / CHANNELS_A_CALL),
  });
  const change = async (): Promise<number> => {
    child.send({ type: 'change', calls: changing / CHANNELS_A_CALL });
    return (await child.next('changed', PATIENCE_MS)).microseconds;
  };
  const { bytes } = await child.next('filled', PATIENCE_MS);
  await change();
  return {
    measure: async () => ({ bytes, microseconds: await change() }),
    end: () => {
      child.kill();
    },
  };
}
