import {
  concat,
  concatMap,
  defer,
  ignoreElements,
  lastValueFrom,
  map,
  merge,
  NEVER,
  takeUntil,
  tap,
  throwError,
} from 'rxjs';
import type { Observable } from 'rxjs';
import { listActions, openSession } from '../../client/index.js';
import type { AmiSession, EventMask, ListAction } from '../../client/index.js';
import { ActionError } from '../../errors/index.js';
import { createAction } from '../../wire/index.js';
import type { Action, Message } from '../../wire/index.js';
import { redact } from '../../wire/redact.js';
import { abilitiesOf } from '../abilities.js';
import type { ActionOptions } from '../invocation.js';
import type { Io } from '../io.js';
import { Printer } from '../printer.js';
import { whenToStop } from '../stop.js';
import { toJsonLine } from '../text/clean.js';
import { inColour, plain } from '../text/paint.js';
import { toMessageText, toOutputText } from './message-text.js';
