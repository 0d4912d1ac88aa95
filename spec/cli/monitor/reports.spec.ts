import { ConnectionLostError } from '../../../lib/errors/index.js';
import type { Call, EndedCall } from '../../../lib/cli/monitor/call.js';
import type { Report } from '../../../lib/cli/monitor/monitor-model.js';
import { toReportObject, toSummaryObject } from '../../../lib/cli/monitor/report-json.js';
import { toReportLine } from '../../../lib/cli/monitor/report-line.js';
import { toSummaryText } from '../../../lib/cli/monitor/summary-text.js';
import { plain } from '../../../lib/cli/text/paint.js';

const at = new Date(2026, 0, 2, 10, 15, 42).getTime();
const iso = new Date(at).toISOString();
const who = { name: 'Anna', number: '201', channel: 'PJSIP/anna-1' };
const ben = { number: '202', channel: 'PJSIP/ben-00000002' };
const call: Call = { id: '1.2', startedAt: at, since: at, who, with: [ben], state: 'ringing' };
const ended: EndedCall = {
  id: '1.2',
  who,
  with: [ben],
  startedAt: at - 65_000,
  endedAt: at,
  talkMs: 61_000,
  answered: true,
  cause: { code: 16, text: 'Normal Clearing' },
};
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
      { type: 'call-connected', at, call: { ...call, state: 'talking' } },
      'connected      Anna <201> ↔ 202',
    ],
    [
      { type: 'call-ended', at, call: ended },
      'ended          Anna <201> ↔ 202  answered, lasted 1:05, talked 1:01',
    ],
    [
      {
        type: 'call-ended',
        at,
        call: { ...ended, answered: false, talkMs: 0, dialStatus: 'BUSY' },
      },
      'ended          Anna <201> → 202  missed: busy, lasted 1:05',
    ],
    [
      {
        type: 'call-ended',
        at,
        call: { ...ended, answered: false, talkMs: 0, cause: { code: 34, text: 'No circuit' } },
      },
      'ended          Anna <201> → 202  missed, no circuit, lasted 1:05',
    ],
    [
      { type: 'call-ended', at, call: { ...ended, with: [], mergedInto: '1.1', talkMs: 0 } },
      'ended          Anna <201>  went on in another call, lasted 1:05',
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
  };

  it('is text for people', () => {
    expect(toSummaryText(summary, plain)).toEqual([
      'Summary',
      '  calls      7 seen, 5 answered, 1 missed, 2 still up',
      '  longest    1:01, Anna <201> with 202',
      '  talk time  0:12 on average',
      '  events     321 in 1:05',
    ]);
    expect(toSummaryText({ ...summary, longest: undefined }, plain)[2]).toBe('  longest    -');
  });

  it('is an object for programs', () => {
    expect(toSummaryObject(summary, at)).toEqual({ time: iso, type: 'summary', ...summary });
  });
});
