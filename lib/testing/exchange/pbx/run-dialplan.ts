import { applications } from './applications/index.js';
import type { Channel } from './channel.js';
import type { Place } from './place.js';
import type { Process } from './process.js';
import { substitute } from './substitute.js';

/** Who asks for the end when the dialplan of a channel is over (AST_SOFTHANGUP_APPUNLOAD). */
const dialplanIsOver = 16;

/** Runs a channel through the dialplan, from a place on, to its end (pbx.c). */
export function* runDialplan(channel: Channel, from: Place): Process {
  channel.place = from;
  channel.isInDialplan = true;
  try {
    for (;;) {
      const { context, exten, priority } = channel.place;
      const step = channel.pbx.dialplan.find(context, exten, priority);
      if (step === undefined) return;
      const data = substitute(channel, step.data);
      channel.enter(step.application, data);
      const application = applications[step.application.toLowerCase()];
      if (application === undefined) return;
      const before = channel.place;
      const goesOn = yield* application(channel, data);
      if (goesOn === false) return;
      if (channel.place === before) channel.place = { context, exten, priority: priority + 1 };
    }
  } finally {
    channel.isInDialplan = false;
    if (!channel.isMoving) channel.requestHangup(dialplanIsOver);
  }
}
