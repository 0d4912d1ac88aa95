import type { Bridge } from '../bridge.js';
import type { Channel } from '../channel.js';
import type { Fields } from '../fields.js';
import { introduce } from './introduce.js';

/** An attended transfer that is about to be complete: what is told of it. */
export interface AttendedTransferParts {
  readonly transferer: Channel;
  /** The channel of the transferer towards the target, where it is another one. */
  readonly second?: Channel;
  readonly transferee: Channel;
  readonly target: Channel;
  readonly isExternal: boolean;
}

/** Brings the target of an attended transfer to whom he shall talk to. */
export function completeTransfer(to: Bridge, from: Bridge, parts: AttendedTransferParts): void {
  const { transferer, second = transferer, transferee, target, isExternal } = parts;
  const { pbx } = to;
  pbx.emit('BridgeMerge', ['call'], { ...to.fields('To'), ...from.fields('From') });
  to.adopt(target);
  pbx.emit('AttendedTransfer', ['call'], {
    Result: 'Success',
    ...transferer.fields('OrigTransferer'),
    ...to.fields('Orig'),
    ...second.fields('SecondTransferer'),
    ...from.fields('Second'),
    ...transferee.fields('Transferee'),
    ...(pbx.version === '16' ? target.fields('TransferTarget') : ({} satisfies Fields)),
    IsExternal: isExternal ? 'Yes' : 'No',
    DestType: 'Bridge',
    DestBridgeUniqueid: to.id,
  });
  introduce(target, transferee);
}
