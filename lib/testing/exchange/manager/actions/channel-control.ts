import { runProcess } from '../../pbx/process.js';
import { sendDigit } from '../../pbx/digits.js';
import type { ManagerAction } from '../manager-action.js';

const absoluteTimeout: ManagerAction = {
  name: 'AbsoluteTimeout',
  privilege: ['system', 'call'],
  synopsis: 'Set absolute timeout.',
  run: (request) => {
    const [name, timeout] = [request.get('Channel'), request.get('Timeout')];
    const channel = request.pbx.findChannel(name);
    if (name === '') request.fail('No channel specified');
    else if (!(Number(timeout) >= 0) || timeout === '') request.fail('No timeout specified');
    else if (channel === undefined) request.fail('No such channel');
    else {
      channel.setTimeLimit(Number(timeout) * 1000);
      request.succeed('Timeout Set');
    }
    return undefined;
  },
};

const playDtmf: ManagerAction = {
  name: 'PlayDTMF',
  privilege: ['call'],
  synopsis: 'Play DTMF signal on a specific channel.',
  run: (request) => {
    const digit = request.get('Digit');
    const channel = request.pbx.findChannel(request.get('Channel'));
    if (channel === undefined) request.fail('Channel not found');
    else if (digit === '') request.fail('No digit specified');
    else {
      const durationMs = Number(request.get('Duration')) || 100;
      request.pbx.own(
        runProcess(() => sendDigit(channel, digit.slice(0, 1), durationMs)).subscribe(),
      );
      request.succeed('DTMF successfully queued');
    }
    return undefined;
  },
};

/** What is done to a channel that goes on. */
export const channelControlActions: readonly ManagerAction[] = [absoluteTimeout, playDtmf];
