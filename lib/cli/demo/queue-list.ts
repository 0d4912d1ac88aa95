import { teams } from './cast.js';
import type { DemoEvent } from './show.js';

type Entry = [name: string, fields: Record<string, string>];

/** The queues of the demo exchange, for those who come later. */
export class QueueList {
  readonly #members = new Map<string, Record<string, string>>();
  // By Uniqueid, in the order in which they wait.
  readonly #callers = new Map<string, { fields: DemoEvent['fields']; joinedAt: number }>();

  constructor() {
    for (const [queue, people] of Object.entries(teams)) {
      for (const { name, number } of people) {
        const device = `Local/${number}@default/n`;
        this.#members.set(`${queue} ${device}`, {
          ...member,
          Queue: queue,
          Name: name,
          Location: device,
          StateInterface: device,
        });
      }
    }
  }

  /** Takes note of an event. */
  take({ name, fields }: DemoEvent, at: number): void {
    const id = fields['Uniqueid'] ?? '';
    const one = this.#members.get(`${fields['Queue'] ?? ''} ${fields['Interface'] ?? ''}`);
    if (name === 'QueueCallerJoin') this.#callers.set(id, { fields, joinedAt: at });
    if (name === 'QueueCallerLeave') this.#callers.delete(id);
    if (one === undefined) return;
    if (name === 'QueueMemberStatus') one['Status'] = fields['Status'] ?? '';
    if (name === 'AgentConnect') one['InCall'] = '1';
    if (name === 'AgentComplete') one['InCall'] = '0';
  }

  /** The queues as entries of `QueueStatus`: each with its members and callers. */
  entries(at: number): Entry[] {
    return Object.keys(teams).flatMap((queue) => {
      const members = [...this.#members.values()].filter(({ Queue }) => Queue === queue);
      const callers = [...this.#callers.values()].filter(({ fields }) => fields['Queue'] === queue);
      return [
        ['QueueParams', { Queue: queue, ...params, Calls: String(callers.length) }],
        ...members.map((fields): Entry => ['QueueMember', { ...fields }]),
        ...callers.map(({ fields, joinedAt }, index): Entry => {
          const wait = String(Math.floor((at - joinedAt) / 1000));
          const place = { Position: String(index + 1), Wait: wait, Priority: '0' };
          return ['QueueEntry', { ...fields, ...place }];
        }),
      ];
    });
  }
}

const params = { Max: '0', Strategy: 'rrmemory', Weight: '0', ServiceLevel: '0' };

const member = {
  Membership: 'dynamic',
  Penalty: '0',
  CallsTaken: '0',
  LastCall: '0',
  LastPause: '0',
  LoginTime: '1795397451',
  InCall: '0',
  Status: '1',
  Paused: '0',
  PausedReason: '',
  Wrapuptime: '0',
};
