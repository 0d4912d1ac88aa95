import { ignoreElements, tap } from 'rxjs';
import { applications } from '../../pbx/applications/index.js';
import type { Channel } from '../../pbx/channel.js';
import type { Fields } from '../../pbx/fields.js';
import { originate } from '../../pbx/originate.js';
import type { Originated, Origination } from '../../pbx/originate.js';
import { parseParty } from '../../pbx/party.js';
import { runProcess } from '../../pbx/process.js';
import type { ManagerAction } from '../manager-action.js';
import type { Request } from '../request.js';

const yes = /^(yes|true|y|t|1|on)$/i;

const originateAction: ManagerAction = {
  name: 'Originate',
  privilege: ['originate'],
  synopsis: 'Originate a call.',
  run: (request) => {
    const origination = read(request);
    if (typeof origination === 'string') {
      request.fail(origination);
      return undefined;
    }
    const { pbx } = request;
    const attempt$ = runProcess(() => originate(pbx, origination));
    if (yes.test(request.get('Async'))) {
      request.succeed('Originate successfully queued');
      pbx.own(
        attempt$.subscribe((originated) => {
          pbx.emit('OriginateResponse', ['call'], outcome(request, originated));
        }),
      );
      return undefined;
    }
    return attempt$.pipe(
      tap(({ isAnswered }) => {
        if (isAnswered) request.succeed('Originate successfully queued');
        else request.fail('Originate failed');
      }),
      ignoreElements(),
    );
  },
};

/** What is asked for, or what is wrong with it, in the order in which Asterisk looks at it. */
function read(request: Request): Origination | string {
  const [destination, application] = [request.get('Channel'), request.get('Application')];
  const [context, exten] = [request.get('Context'), request.get('Exten')];
  const [priorityText, timeoutText] = [request.get('Priority'), request.get('Timeout')];
  if (destination === '') return 'Channel not specified';
  if (exten !== '' && (context === '' || priorityText === '')) {
    return "Originate with 'Exten' requires 'Context' and 'Priority'";
  }
  const priority =
    priorityText === '' ? 1 : request.pbx.dialplan.priorityOf(context, exten, priorityText);
  if (priority === undefined) return 'Invalid priority';
  const timeoutMs = timeoutText === '' ? 30_000 : Number(timeoutText);
  if (!Number.isInteger(timeoutMs)) return 'Invalid timeout';
  if (!/^[^/]+\/./.test(destination)) return 'Invalid channel';
  if (application === '') {
    if (exten === '' || context === '') {
      return "Originate with 'Exten' requires 'Context' and 'Priority'";
    }
    if (!request.pbx.dialplan.has(context, exten)) return 'Extension does not exist.';
  }
  const caller = parseParty(request.get('CallerID'));
  return {
    destination,
    timeoutMs,
    then:
      application === '' ? { context, exten, priority } : runs(application, request.get('Data')),
    ...(caller.name === undefined && caller.number === undefined ? {} : { caller }),
    ...optional('accountCode', request.get('Account')),
    ...optional('uniqueid', request.get('ChannelId')),
    ...optional('otherUniqueid', request.get('OtherChannelId')),
    variables: request.getAll('Variable').flatMap(assignments),
  };
}

function optional<K extends string>(key: K, value: string): Partial<Record<K, string>> {
  // The key is the only one, so that nothing else can be said of the record.
  return value === '' ? {} : ({ [key]: value } as Record<K, string>);
}

/** `a=1,b=2` */
function assignments(text: string): [string, string][] {
  return text.split(',').map((one) => {
    const equals = one.indexOf('=');
    return [one.slice(0, equals).trim(), one.slice(equals + 1)];
  });
}

/** An application runs alone, without a dialplan around it; no event tells of its beginning. */
function runs(name: string, data: string) {
  return function* (channel: Channel) {
    channel.application = name;
    channel.applicationData = data;
    yield* applications[name.toLowerCase()]?.(channel, data) ?? [];
  };
}

function outcome(
  request: Request,
  { isAnswered, reason, name: channel, uniqueid }: Originated,
): Fields {
  const context = request.get('Context');
  const application = request.get('Application');
  const { number = '<unknown>', name = '<unknown>' } = parseParty(request.get('CallerID'));
  return {
    ...request.id,
    Response: isAnswered ? 'Success' : 'Failure',
    Channel: isAnswered ? (channel ?? '') : request.get('Channel'),
    ...(application === ''
      ? { Context: context, Exten: request.get('Exten') }
      : { Application: application, Data: request.get('Data') }),
    Reason: reason,
    Uniqueid: uniqueid ?? '<unknown>',
    CallerIDNum: number,
    CallerIDName: name,
  };
}

/** What begins calls. */
export const originateActions: readonly ManagerAction[] = [originateAction];
