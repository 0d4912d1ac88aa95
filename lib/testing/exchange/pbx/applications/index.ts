import type { Application } from '../application.js';
import { dial } from './dial.js';
import { musicOnHold } from './music-on-hold.js';
import { sendDtmf } from './send-dtmf.js';
import * as simple from './simple.js';
import { goto, set } from './variables.js';

/** The applications that there are, by their names in small letters. */
export const applications: Readonly<Record<string, Application>> = {
  answer: simple.answer,
  busy: simple.busy,
  congestion: simple.congestion,
  dial,
  echo: simple.play,
  goto,
  hangup: simple.hangup,
  milliwatt: simple.play,
  musiconhold: musicOnHold,
  noop: simple.noOp,
  playback: simple.playback,
  proceeding: simple.proceeding,
  progress: simple.progress,
  ringing: simple.ringing,
  senddtmf: sendDtmf,
  set,
  userevent: simple.userEvent,
  verbose: simple.noOp,
  wait: simple.wait,
};
