import type { Application } from '../application.js';
import { sendDigit } from '../digits.js';
import { pause } from '../pause.js';

/** Sends digits: by default each for 100 ms, with 250 ms in between. */
export const sendDtmf: Application = function* (channel, data) {
  const [digits = '', gap = '', duration = ''] = data.split(',');
  for (const digit of digits) {
    yield* sendDigit(channel, digit, Number(duration) || 100);
    yield* pause(channel.pbx, Number(gap) || 250);
  }
  return true;
};
