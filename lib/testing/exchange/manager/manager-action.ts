import type { Observable } from 'rxjs';
import type { EventClass } from '../../../catalogue/index.js';
import type { Pbx } from '../pbx/pbx.js';
import type { Request } from './request.js';

/** An action that the manager knows. */
export interface ManagerAction {
  readonly name: string;
  /** A user needs one of these classes; none for an action that is open to all. */
  readonly privilege: readonly EventClass[];
  /** What `ListCommands` says of it. */
  readonly synopsis: string;
  /** Whether a server has it, where not every server does. */
  isLoaded?(pbx: Pbx): boolean;
  /** Performs it. The session does nothing else until an Observable that it returns completes. */
  run(request: Request): Observable<unknown> | undefined;
}
