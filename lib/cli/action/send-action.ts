import {
  catchError,
  concat,
  concatMap,
  defer,
  lastValueFrom,
  map,
  merge,
  takeUntil,
  tap,
  throwError,
} from 'rxjs';
import type { Observable } from 'rxjs';
import { openSession } from '../../client/index.js';
import type { AmiSession } from '../../client/index.js';
import { ActionError } from '../../errors/index.js';
import { createAction } from '../../wire/index.js';
import type { Action, Message } from '../../wire/index.js';
import { abilitiesOf } from '../abilities.js';
import { logOff } from '../log-off.js';
import { InterruptedError } from '../interrupted-error.js';
import type { ActionOptions } from '../invocation.js';
import type { Io } from '../io.js';
import { Printer } from '../printer.js';
import { whenUnread } from '../stop.js';
import { toJsonLine } from '../text/clean.js';
import { inColour, plain } from '../text/paint.js';
import { eventsFor } from './events-for.js';
import { toMessageObject, toMessageText } from './message-text.js';

/**
 * The `action` command: one action in a session of its own. Prints each message of the answer as
 * it comes; rejects if the action fails or is interrupted.
 */
export async function sendAction(
  options: ActionOptions,
  env: Readonly<Record<string, string | undefined>>,
  io: Io,
): Promise<void> {
  const action = createAction(options.name, options.fields);
  // What is no valid action is found without a connection.
  action.serialize();
  const printer = new Printer(io.stdout);
  const paint = abilitiesOf(io.stdout, env).colours ? inColour : plain;
  const { scheduler } = io;
  const answer$ = openSession(options.url ?? '', { scheduler, events: eventsFor(action) }).pipe(
    concatMap((session) => perform(session, action, io)),
    tap({
      next: (message) => {
        if (options.json) printer.line(toJsonLine(toMessageObject(message)));
        else printer.print(toMessageText(message, paint));
      },
      error: (error: unknown) => {
        if (!options.json || !(error instanceof ActionError)) return;
        printer.line(toJsonLine(toMessageObject(error.response)));
      },
    }),
    takeUntil(merge(whenUnread(printer), interruption(io))),
  );
  await lastValueFrom(answer$, { defaultValue: undefined });
}

/** The answer to the action, then the Logoff, also after a refusal. */
function perform(session: AmiSession, action: Action, io: Io): Observable<Message> {
  const farewell$ = defer(() => logOff(session, io));
  return concat(
    session.action(action).pipe(
      catchError((error: unknown) =>
        concat(
          farewell$,
          throwError(() => error),
        ),
      ),
    ),
    farewell$,
  );
}

function interruption({ signals$ }: Io): Observable<never> {
  return signals$.pipe(
    map(() => {
      throw new InterruptedError();
    }),
  );
}
