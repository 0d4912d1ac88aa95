import { ConnectionLostError } from '../../../lib/errors/index.js';
import type { Report } from '../../../lib/cli/monitor/monitor-model.js';
import { toReportObject, toSummaryObject } from '../../../lib/cli/monitor/report-json.js';
import { toReportLine } from '../../../lib/cli/monitor/report-line.js';
import { toSummaryText } from '../../../lib/cli/monitor/summary-text.js';
import { plain } from '../../../lib/cli/text/paint.js';
import { endedCall, shownCall, shownQueue } from '../support/shown.js';

const at = new Date(2026, 0, 2, 10, 15, 42).getTime();
const iso = new Date(at).toISOString();
const call = shownCall({ startedAt: at, since: at });
const { who } = call;
const [ben = who] = call.with;
const ended = endedCall({
  startedAt: at - 65_000,
  endedAt: at,
  talkMs: 61_000,
  cause: { code: 16, text: 'Normal Clearing' },
});
const missed = { ...ended, talkMs: 0, result: 'failed' } as const;
const queue = shownQueue({ waiting: 1, waitingSince: at - 12_000 });
const transfer = { type: 'blind', by: ben, to: '415@default', isSuccessful: true } as const;
const cause = new ConnectionLostError('The connection was lost', 'unknown');

function line(report: Report): string {
  return toReportLine(report, 'tcp://pbx:5038', plain);
}

describe('toReportLine', () => {
  it.each<[Report, string]>([
    [{ type: 'call-added', at, call }, 'new call       Anna <201> → 202  ringing'],
    [{ type: 'call-state', at, call }, 'ringing        Anna <201> → 202'],
    [
      { type: 'call-state', at, call: { ...call, state: 'queued', queue: 'support', with: [] } },
      'in queue       Anna <201> → queue support',
    ],
    [
      { type: 'call-state', at, call: { ...call, queue: 'support' } },
      'ringing        Anna <201> → 202 (queue support)',
    ],
    [
      { type: 'call-state', at, call: { ...call, state: 'up', with: [] } },
      'in dialplan    Anna <201>',
    ],
    [
      { type: 'call-state', at, call: { ...call, state: 'parked', with: [], parking: '701' } },
      'parked         Anna <201> → space 701',
    ],
    [
      { type: 'call-transferred', at, call, transfer },
      'transferred    Anna <201>  blind transfer by 202 to 415@default',
    ],
    [
      {
        type: 'call-transferred',
        at,
        call,
        transfer: { type: 'attended', by: {}, to: who, isSuccessful: false },
      },
      'transferred    Anna <201>  attended transfer by somebody to Anna <201>, which failed',
    ],
    [
      { type: 'call-merged', at, call, into: { id: '1.1', who: ben } },
      'merged         Anna <201>  goes on with 202',
    ],
    [
      { type: 'queue', at, queue },
      'queue          support: 1 waiting (longest 0:12), 2 available, 0 talking, 1 paused',
    ],
    [
      { type: 'queue', at, queue: shownQueue({ talking: 1 }) },
      'queue          support: 0 waiting, 2 available, 1 talking, 1 paused',
    ],
    [{ type: 'queue-removed', at, queue }, 'queue          support: removed'],
    [
      { type: 'call-connected', at, call: { ...call, state: 'talking' } },
      'connected      Anna <201> ↔ 202',
    ],
    [
      { type: 'call-ended', at, call: ended },
      'ended          Anna <201> ↔ 202  answered, lasted 1:05, talked 1:01',
    ],
    [
      { type: 'call-ended', at, call: { ...missed, result: 'busy' } },
      'ended          Anna <201> → 202  missed: busy, lasted 1:05',
    ],
    [
      { type: 'call-ended', at, call: { ...missed, result: 'abandoned', queue: 'support' } },
      'ended          Anna <201> → 202 (queue support)  missed: abandoned, lasted 1:05',
    ],
    [
      { type: 'call-ended', at, call: { ...missed, failure: 'unavailable' } },
      'ended          Anna <201> → 202  missed: not reachable, lasted 1:05',
    ],
    [
      { type: 'call-ended', at, call: { ...missed, cause: { code: 34, text: 'No circuit' } } },
      'ended          Anna <201> → 202  missed, no circuit, lasted 1:05',
    ],
    [
      { type: 'call-ended', at, call: { ...ended, cause: { code: 31, text: 'Normal' } } },
      'ended          Anna <201> ↔ 202  answered, normal, lasted 1:05, talked 1:01',
    ],
    [
      { type: 'status', at, status: { state: 'online', attempt: 1, version: '11.0.0' } },
      'online         tcp://pbx:5038, AMI 11.0.0',
    ],
    [
      { type: 'status', at, status: { state: 'waiting', attempt: 1, delayMs: 1500, cause } },
      'disconnected   The connection was lost; trying again in 1.5 s',
    ],
    [{ type: 'notice', at, text: 'No\u0007' }, 'notice         No·'],
  ])('writes %j', (report, expected) => {
    expect(line(report)).toBe(`10:15:42  ${expected}`);
  });
});

describe('toReportObject', () => {
  it.each<[Report, Record<string, unknown>]>([
    [
      { type: 'call-added', at, call },
      { id: '1.2', who, with: [ben], state: 'ringing', startedAt: iso, since: iso },
    ],
    [
      { type: 'call-ended', at, call: ended },
      {
        id: '1.2',
        who,
        with: [ben],
        result: 'answered',
        answered: true,
        cause: { code: 16, text: 'Normal Clearing' },
        startedAt: new Date(at - 65_000).toISOString(),
        endedAt: iso,
        durationMs: 65_000,
        talkMs: 61_000,
      },
    ],
    [
      { type: 'status', at, status: { state: 'online', attempt: 1, version: '11.0.0' } },
      { server: 'tcp://pbx:5038', state: 'online', version: '11.0.0' },
    ],
    [
      { type: 'status', at, status: { state: 'waiting', attempt: 1, delayMs: 1500, cause } },
      {
        server: 'tcp://pbx:5038',
        state: 'waiting',
        delayMs: 1500,
        cause: { code: 'AMI_CONNECTION_LOST', message: 'The connection was lost' },
      },
    ],
    [{ type: 'notice', at, text: 'No' }, { text: 'No' }],
    [
      { type: 'call-transferred', at, call, transfer },
      {
        ...call,
        startedAt: iso,
        since: iso,
        transfer: 'blind',
        by: ben,
        to: '415@default',
        isSuccessful: true,
      },
    ],
    [
      { type: 'call-merged', at, call, into: { id: '1.1', who: ben } },
      { ...call, startedAt: iso, since: iso, mergedInto: '1.1' },
    ],
    [
      { type: 'queue', at, queue },
      {
        queue: 'support',
        waiting: 1,
        longestWaitMs: 12_000,
        members: 3,
        available: 2,
        talking: 0,
        paused: 1,
      },
    ],
    [{ type: 'queue-removed', at, queue }, { queue: 'support' }],
  ])('writes %j', (report, expected) => {
    const object = toReportObject(report, 'tcp://pbx:5038');
    expect(object).toEqual({ time: iso, type: report.type, ...expected });
  });
});

describe('the summary', () => {
  const summary = {
    durationMs: 65_000,
    events: 321,
    calls: 7,
    answered: 5,
    missed: 1,
    up: 2,
    longest: { durationMs: 61_000, who, with: [ben] },
    averageTalkMs: 12_000,
    queues: [
      {
        queue: 'support',
        calls: 3,
        answered: 1,
        abandoned: 1,
        waiting: 1,
        longestWaitMs: 42_000,
      },
    ],
  };

  it('is text for people', () => {
    expect(toSummaryText(summary, plain)).toEqual([
      'Summary',
      '  calls      7 seen, 5 answered, 1 missed, 2 still up',
      '  longest    1:01, Anna <201> with 202',
      '  talk time  0:12 on average',
      '  queue      support: 3 calls, 1 answered, 1 abandoned, 1 waiting, longest wait 0:42',
      '  events     321 in 1:05',
    ]);
    expect(toSummaryText({ ...summary, longest: undefined }, plain)[2]).toBe('  longest    -');
  });

  it('is an object for programs', () => {
    expect(toSummaryObject(summary, at)).toEqual({ time: iso, type: 'summary', ...summary });
  });
});
