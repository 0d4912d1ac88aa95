import type { Channel } from '../channel.js';
import type { Place } from '../place.js';

/** What `Result` of a transfer says. */
export type TransferResult = 'Success' | 'Invalid';

/**
 * Sends whom a channel talks to elsewhere in the dialplan, and ends the channel
 * (ast_bridge_transfer_blind); only two who talk to each other can be parted so.
 */
export function transferBlind(
  transferer: Channel,
  place: Place,
  isExternal = true,
): TransferResult {
  const { pbx, bridge } = transferer;
  const [transferee] = bridge?.channels.filter((channel) => channel !== transferer) ?? [];
  const destination = {
    IsExternal: isExternal ? 'Yes' : 'No',
    Context: place.context,
    Extension: place.exten,
  };
  if (transferee === undefined || bridge?.init.type !== 'basic' || bridge.size > 2) {
    pbx.emit('BlindTransfer', ['call'], {
      Result: 'Invalid',
      ...transferer.fields('Transferer'),
      ...(bridge === undefined ? {} : bridge.fields()),
      ...destination,
    });
    return 'Invalid';
  }
  pbx.emit('Unhold', ['call'], transferer.fields());
  transferer.setVariable('BLINDTRANSFER', transferee.name);
  transferee.setVariable('BLINDTRANSFER', transferer.name);
  pbx.emit('BlindTransfer', ['call'], {
    Result: 'Success',
    ...transferer.fields('Transferer'),
    ...transferee.fields('Transferee'),
    ...bridge.fields(),
    ...destination,
  });
  bridge.kick(transferer);
  transferee.moveTo(place);
  return 'Success';
}
