import type { Application } from '../application.js';
import { hangupCause } from '../hangup-cause.js';
import { forever, pause } from '../pause.js';
import type { Channel } from '../channel.js';
import type { Process } from '../process.js';

/** Makes an application of what is done at once. */
function atOnce(act: (channel: Channel, data: string) => boolean | undefined): Application {
  return function* (channel, data): Process<boolean | undefined> {
    yield* nothing();
    return act(channel, data);
  };
}

function* nothing(): Process {
  // There is nothing to wait for.
}

const seconds = (text: string): number => Math.round(Number(text) * 1000) || 0;

export const noOp = atOnce(() => undefined);

export const answer: Application = function* (channel, data) {
  channel.answer();
  yield* pauseIf(channel, Number(data));
  return true;
};

function* pauseIf(channel: Channel, ms: number): Process {
  if (ms > 0) yield* pause(channel.pbx, ms);
}

export const wait: Application = function* (channel, data) {
  yield* pause(channel.pbx, seconds(data));
  return true;
};

export const hangup = atOnce((channel, data) => {
  channel.hangupCause = data === '' ? hangupCause.normalClearing : Number(data) || 0;
  return false;
});

export const ringing = atOnce((channel) => {
  channel.indicate('ringing');
  return undefined;
});

export const progress = atOnce((channel) => {
  channel.indicate('progress');
  return undefined;
});

export const proceeding = atOnce((channel) => {
  channel.indicate('proceeding');
  return undefined;
});

export const busy: Application = function* (channel, data) {
  channel.indicate('busy');
  channel.hangupCause = hangupCause.userBusy;
  yield* data === '' ? forever() : pause(channel.pbx, seconds(data));
  return false;
};

export const congestion: Application = function* (channel, data) {
  channel.indicate('congestion');
  channel.hangupCause = hangupCause.congestion;
  yield* data === '' ? forever() : pause(channel.pbx, seconds(data));
  return false;
};

/** Plays until somebody hangs up: Echo, Milliwatt. */
export const play: Application = function* () {
  yield* forever();
  return undefined;
};

/** Plays a file: of each it is said that it takes two seconds. */
export const playback: Application = function* (channel, data) {
  channel.answer();
  const [files = ''] = data.split(',');
  yield* pause(channel.pbx, files.split('&').length * 2000);
  return true;
};

export const userEvent = atOnce((channel, data) => {
  const [name = '', ...lines] = data.split(',');
  const fields = lines.map((line) => {
    const colon = line.indexOf(':');
    return [line.slice(0, colon).trim(), line.slice(colon + 1).trimStart()] as const;
  });
  channel.pbx.emit('UserEvent', ['user'], {
    ...channel.fields(),
    UserEvent: name,
    ...Object.fromEntries(fields),
  });
  return undefined;
});
