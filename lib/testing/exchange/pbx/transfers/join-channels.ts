import type { Bridge } from '../bridge.js';
import type { Channel } from '../channel.js';
import { runDialplan } from '../run-dialplan.js';
import { introduce } from './introduce.js';
import { yank } from './yank.js';

/**
 * Has two channels talk, whatever they do (the action Bridge). Who was talking leaves alone the one
 * he was talking to; who was not goes on in the dialplan afterwards.
 */
export function joinChannels(one: Channel, other: Channel): void {
  const bridge = one.pbx.bridges.createBasic();
  bring(one, bridge);
  bring(other, bridge);
  introduce(one, other);
}

function bring(channel: Channel, bridge: Bridge): void {
  const { bridge: from } = channel;
  if (from === undefined) {
    yank(channel, function* () {
      yield* bridge.seat(channel);
      yield* runDialplan(channel, channel.place);
    });
    return;
  }
  bridge.adopt(channel);
  if (from.init.isDissolvedByHangup === true && from.channels.length === 1) from.dissolve();
}
