import { SnapshotReader } from './snapshot-reader.js';

/** Of the channel that an event is about. */
export const plain = new SnapshotReader();
/** Of the channel that it dials. */
export const dest = new SnapshotReader('Dest');
const localOne = new SnapshotReader('LocalOne');
const localTwo = new SnapshotReader('LocalTwo');
const source = new SnapshotReader('Source');
const target = new SnapshotReader('Target');
const parkee = new SnapshotReader('Parkee');
const parker = new SnapshotReader('Parker');
const transferer = new SnapshotReader('Transferer');
const transferee = new SnapshotReader('Transferee');
const origTransferer = new SnapshotReader('OrigTransferer');
const secondTransferer = new SnapshotReader('SecondTransferer');
const transferTarget = new SnapshotReader('TransferTarget');
const spyer = new SnapshotReader('Spyer');
const spyee = new SnapshotReader('Spyee');

/**
 * The events about more than one channel, and the prefixes of those. What they say of a channel may be
 * older than what is known of it: an `AgentComplete` has the channels as they were before a transfer.
 *
 * Source: the events of the catalogue, which is made from Asterisk's own documentation.
 */
export const blockPrefixes: ReadonlyMap<string, readonly SnapshotReader[]> = new Map(
  Object.entries({
    DialBegin: [plain, dest],
    DialState: [plain, dest],
    DialEnd: [plain, dest],
    AgentCalled: [plain, dest],
    AgentConnect: [plain, dest],
    AgentComplete: [plain, dest],
    AgentDump: [plain, dest],
    AgentRingNoAnswer: [plain, dest],
    LocalBridge: [localOne, localTwo],
    LocalOptimizationBegin: [localOne, localTwo, source],
    LocalOptimizationEnd: [localOne, localTwo],
    Pickup: [plain, target],
    ParkedCall: [parkee, parker],
    ParkedCallSwap: [parkee, parker],
    ParkedCallTimeOut: [parkee, parker],
    ParkedCallGiveUp: [parkee, parker],
    UnParkedCall: [parkee, parker],
    BlindTransfer: [transferer, transferee],
    AttendedTransfer: [
      ...[origTransferer, secondTransferer, transferee],
      ...[transferTarget, localOne, localTwo],
    ],
    ChanSpyStart: [spyer, spyee],
    ChanSpyStop: [spyer, spyee],
  }),
);

/** Events that come often and are about no channel, so that none is looked for in them. */
export const withoutChannel: ReadonlySet<string> = new Set([
  'DeviceStateChange',
  'ExtensionStatus',
  'PresenceStateChange',
  'QueueMemberStatus',
  'ContactStatus',
  'PeerStatus',
  'TestEvent',
]);
