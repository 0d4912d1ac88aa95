import type { Channel } from '../channel.js';
import { completeTransfer } from './complete-transfer.js';
import type { TransferResult } from './transfer-blind.js';

/**
 * Joins the two calls of a phone, which are done then: whom `transferer` talks to is connected with
 * whom `second` talks to (ast_bridge_transfer_attended).
 */
export function transferAttended(transferer: Channel, second: Channel): TransferResult {
  const transferee = peerOf(transferer);
  const target = peerOf(second);
  const { bridge: to } = transferer;
  const { bridge: from } = second;
  if (transferee === undefined || target === undefined || to === undefined) return 'Invalid';
  if (from === undefined || from === to) return 'Invalid';
  completeTransfer(to, from, { transferer, second, transferee, target, isExternal: true });
  to.kick(transferer);
  from.kick(second);
  return 'Success';
}

/** Whom a channel talks to, if it is one. */
function peerOf({ bridge, name }: Channel): Channel | undefined {
  if (bridge?.init.type !== 'basic' || bridge.size !== 2) return undefined;
  return bridge.channels.find((channel) => channel.name !== name);
}
