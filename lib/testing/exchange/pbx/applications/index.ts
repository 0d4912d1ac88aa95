import type { Application } from '../application.js';
import { agentLogin } from './agent-login.js';
import { agentRequest } from './agent-request.js';
import { confBridge } from './conf-bridge.js';
import { dial } from './dial.js';
import { musicOnHold } from './music-on-hold.js';
import { park, parkedCall } from './park.js';
import { pickup, pickupChannel } from './pickup.js';
import { sendDtmf } from './send-dtmf.js';
import { queue } from './queue.js';
import * as simple from './simple.js';
import { goto, set } from './variables.js';
import { voiceMail } from './voice-mail.js';

/** The applications that there are, by their names in small letters. */
export const applications: Readonly<Record<string, Application>> = {
  agentlogin: agentLogin,
  agentrequest: agentRequest,
  answer: simple.answer,
  busy: simple.busy,
  congestion: simple.congestion,
  confbridge: confBridge,
  dial,
  echo: simple.play,
  goto,
  hangup: simple.hangup,
  milliwatt: simple.play,
  musiconhold: musicOnHold,
  noop: simple.noOp,
  park,
  parkedcall: parkedCall,
  pickup,
  pickupchan: pickupChannel,
  playback: simple.playback,
  proceeding: simple.proceeding,
  progress: simple.progress,
  queue,
  ringing: simple.ringing,
  senddtmf: sendDtmf,
  set,
  userevent: simple.userEvent,
  verbose: simple.noOp,
  voicemail: voiceMail,
  wait: simple.wait,
};
