import { NEVER, race, timer } from 'rxjs';
import type { Application } from '../application.js';
import { hangupCause } from '../hangup-cause.js';
import { forever, pause } from '../pause.js';
import type { Channel } from '../channel.js';
import { first } from '../process.js';
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

/** How long Answer waits for the first sound, which a Local channel may not have (channel.c). */
const soundMs = 500;

export const answer: Application = function* (channel, data) {
  const waitsForSound = channel.state !== 'Up' && channel.name.startsWith('Local/');
  channel.answer();
  const delayMs = Number(data) || 0;
  const ms = waitsForSound ? Math.max(delayMs, soundMs) : delayMs;
  const sound$ = delayMs > 0 ? NEVER : channel.sound$;
  if (ms > 0) yield* first(race(timer(ms, channel.pbx.scheduler), sound$));
  return true;
};

export const wait: Application = function* (channel, data) {
  yield* pause(channel.pbx, seconds(data));
  return true;
};

export const hangup = atOnce((channel, data) => {
  if (data !== '') channel.hangupCause = Number(data) || hangupCause.normalClearing;
  else if (channel.hangupCause === hangupCause.notDefined) {
    channel.hangupCause = hangupCause.normalClearing;
  }
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
  refuse(channel, 'busy', hangupCause.userBusy);
  yield* data === '' ? forever() : pause(channel.pbx, seconds(data));
  return false;
};

export const congestion: Application = function* (channel, data) {
  refuse(channel, 'congestion', hangupCause.congestion);
  yield* data === '' ? forever() : pause(channel.pbx, seconds(data));
  return false;
};

/** Who talks already just hears the tone. */
function refuse(channel: Channel, indication: 'busy' | 'congestion', cause: number): void {
  channel.indicate(indication);
  if (channel.state === 'Up') return;
  channel.hangupCause = cause;
  channel.setState('Busy');
}

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
