import type { EndedCall, ShownCall, ShownState } from '../../../lib/cli/monitor/call.js';
import { drawScreen } from '../../../lib/cli/monitor/screen.js';
import type { ScreenContent } from '../../../lib/cli/monitor/screen-content.js';
import { inColour, plain } from '../../../lib/cli/text/paint.js';
import { displayWidth } from '../../../lib/cli/text/width.js';
import { ConnectionLostError } from '../../../lib/errors/index.js';
import { endedCall, person, shownCall, shownQueue } from '../support/shown.js';

const noon = new Date(2026, 0, 2, 12, 0, 0).getTime();
const anna = person('anna-1', '201', 'Anna Fischer');
const ben = person('ben-2', '202', 'Ben Okafor');

function call(id: number, state: ShownState, more: Partial<ShownCall> = {}): ShownCall {
  const startedAt = noon + id * 1000;
  const people = { who: anna, with: [ben] };
  return shownCall({ id: String(id), startedAt, since: startedAt, state, ...people, ...more });
}

function over(id: number, more: Partial<EndedCall> = {}): EndedCall {
  const times = { startedAt: noon - 20_000, endedAt: noon - id * 1000, talkMs: 5000 };
  return endedCall({ id: `over ${id}`, who: anna, with: [ben], ...times, ...more });
}

const content: ScreenContent = {
  where: 'tcp://pbx:5038',
  status: { state: 'online', attempt: 1, version: '11.0.0' },
  statusAt: noon,
  notices: [],
  queues: [],
  calls: [
    call(1, 'talking'),
    call(2, 'ringing', { queue: 'support', with: [person('c', undefined, 'Carla')] }),
    call(3, 'queued', { queue: 'sales', with: [] }),
    call(4, 'conference', { room: 'room1', with: [] }),
    call(5, 'conference', { room: 'room1', with: [] }),
    call(6, 'up', { exten: '*98', with: [] }),
  ],
  ended: [over(1), over(2, { result: 'busy' })],
  summary: {
    durationMs: 60_000,
    events: 123,
    calls: 8,
    answered: 3,
    missed: 1,
    up: 6,
    longest: undefined,
    averageTalkMs: 0,
    queues: [],
  },
};

const at = noon + 65_000;

describe('drawScreen', () => {
  it('shows the calls, those that are over, and the numbers', () => {
    expect(drawScreen(content, { columns: 100, rows: 17 }, at, plain)).toEqual([
      'rxjs-ami monitor  tcp://pbx:5038  ● online (AMI 11.0.0)                                     12:01:05',
      '',
      'SINCE     WHO                            WITH                            STATE                  TIME',
      '12:00:01  Anna Fischer <201>             Ben Okafor <202>                talking                1:04',
      '12:00:02  Anna Fischer <201>             Carla (queue support)           ringing                1:03',
      '12:00:03  Anna Fischer <201>             queue sales                     in queue               1:02',
      '12:00:04  Anna Fischer <201>             conference room1 (2)            in conference          1:01',
      '12:00:05  Anna Fischer <201>             conference room1 (2)            in conference          1:00',
      '12:00:06  Anna Fischer <201>             exten *98                       in dialplan            0:59',
      '',
      'ENDED',
      '11:59:59  Anna Fischer <201>             Ben Okafor <202>                answered               0:19',
      '11:59:58  Anna Fischer <201>             Ben Okafor <202>                missed: busy           0:18',
      '',
      '',
      '',
      '6 up · 8 seen · 3 answered · 1 missed · 123 events                                       Ctrl-C ends',
    ]);
  });

  it('shows less where there is less room', () => {
    expect(drawScreen(content, { columns: 40, rows: 9 }, at, plain)).toEqual([
      'rxjs-ami monitor  tcp://pbx:5038  ● onl…',
      '',
      'WHO             WITH                TIME',
      'Anna Fischer    Ben Okafor          1:04',
      'Anna Fischer    Carla               1:03',
      'Anna Fischer    queue sales         1:02',
      '… and 3 more',
      '',
      '6 up · 8 seen · 3 answered · 1 missed ·…',
    ]);
  });

  it.each([1, 5, 20, 43, 44, 63, 64, 83, 84, 300])('keeps within %i columns', (columns) => {
    for (const rows of [1, 4, 8, 30]) {
      const lines = drawScreen(content, { columns, rows }, at, plain);
      expect(lines.length).toBeLessThanOrEqual(rows);
      // Below that nothing sensible can be shown.
      const room = Math.max(columns, 23);
      for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(room);
    }
  });

  it('says so when there are no calls', () => {
    const lines = drawScreen({ ...content, calls: [] }, { columns: 80, rows: 24 }, at, plain);
    expect(lines[3]).toBe('No calls at the moment.');
  });

  it('counts down to the next attempt, and dims what was', () => {
    const cause = new ConnectionLostError('The connection was lost', 'unknown');
    const status = { state: 'waiting', attempt: 1, delayMs: 5000, cause } as const;
    const waiting = { ...content, status, statusAt: at - 2000 };
    expect(drawScreen(waiting, { columns: 100, rows: 9 }, at, plain)[0]).toMatch(
      /● offline, next attempt in 3.0 s: The connection was lost/,
    );
    const [, , , row] = drawScreen(waiting, { columns: 100, rows: 9 }, at, inColour);
    expect(row).not.toContain('\u001b[32m');
  });

  it('colours states', () => {
    const [, , , row] = drawScreen(content, { columns: 100, rows: 9 }, at, inColour);
    expect(row).toContain('\u001b[32mtalking');
  });

  it('shows a notice, and nothing that would act on the terminal', () => {
    const evil = person('x', undefined, 'A\u001b[2Jx');
    const notices = ['Permission denied\u0007'];
    const calls = [call(1, 'talking', { who: evil, with: [evil] })];
    const lines = drawScreen({ ...content, notices, calls }, { columns: 100, rows: 9 }, at, plain);
    expect(lines.at(-2)).toBe('Permission denied·');
    const two = { ...content, notices: [...notices, 'Another'] };
    expect(drawScreen(two, { columns: 100, rows: 9 }, at, plain).at(-2)).toBe(
      '(+1) Permission denied·',
    );
    expect(lines.join('')).not.toContain('\u001b');
    expect(lines.join('')).not.toContain('\u0007');
  });

  describe('with queues', () => {
    const queues = [
      shownQueue({ name: 'empty', available: 0, members: 0, paused: 0 }),
      shownQueue({ name: 'sales', talking: 1 }),
      shownQueue({ name: 'support', waiting: 2, waitingSince: at - 12_000, available: 0 }),
    ];
    const draw = (columns: number, rows: number, paint = plain): string[] =>
      drawScreen({ ...content, queues }, { columns, rows }, at, paint);

    it('shows their numbers above the calls', () => {
      expect(draw(100, 20).slice(2, 8)).toEqual([
        'QUEUE                     WAITING  LONGEST  AVAILABLE  TALKING  PAUSED',
        'empty                           0                   0        0       0',
        'sales                           0                   2        1       1',
        'support                         2     0:12          0        0       1',
        '',
        expect.stringMatching(/^SINCE/),
      ]);
    });

    it('shows those with callers where there is no room for all, and none where there is less', () => {
      expect(draw(40, 15).slice(2, 7)).toEqual([
        'QUEUE                   WAITING  TALKING',
        'support                       2        0',
        '… and 2 more queues',
        '',
        expect.stringMatching(/^WHO/),
      ]);
      expect(draw(40, 9)[2]).toMatch(/^WHO/);
    });

    it('warns of callers whom nobody can answer', () => {
      expect(draw(100, 20, inColour)[5]).toContain('\u001b[31m');
    });

    it.each([1, 23, 24, 34, 44, 54, 64, 100])('keeps within %i columns', (columns) => {
      for (const line of draw(columns, 24)) {
        expect(displayWidth(line)).toBeLessThanOrEqual(Math.max(columns, 23));
      }
    });
  });
});
