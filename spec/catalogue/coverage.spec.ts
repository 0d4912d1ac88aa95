import { readFileSync } from 'node:fs';
import path from 'node:path';
import { actionsByName } from '../../lib/catalogue/actions/action-by-name.js';
import { eventsByName } from '../../lib/catalogue/events/event-by-name.js';
import { findAction, findEvent, listActions } from '../../lib/catalogue/index.js';
import type { ListAction } from '../../lib/catalogue/index.js';
import * as schemas from '../../lib/catalogue/events/index.js';

const page = readFileSync(path.join(__dirname, '../../docs/catalogue.md'), 'utf8');

describe('The catalogue', () => {
  it('has at least 240 events and 170 actions', () => {
    expect(Object.keys(eventsByName()).length).toBeGreaterThanOrEqual(240);
    expect(Object.keys(actionsByName()).length).toBeGreaterThanOrEqual(170);
  });

  it('has all that Asterisk 16.28 and 22.10 document', () => {
    const coverage = [...page.matchAll(/documented by Asterisk (\S+) \| (.*?) \| (.*?) \|/g)];
    expect(coverage.map(([, version]) => version)).toEqual(['16.28.0', '22.10.1']);
    for (const [, , events, actions] of coverage) {
      expect(events).toMatch(/^(\d+) of \1 \(100 %\)$/);
      expect(actions).toMatch(/^(\d+) of \1 \(100 %\)$/);
    }
  });

  it('has a row for each event and action on its page', () => {
    const rows = new Set([...page.matchAll(/^\| `([^`]+)` \|/gm)].map(([, name]) => name));
    const names = [...Object.keys(eventsByName()), ...Object.keys(actionsByName())];
    expect(names.filter((name) => !rows.has(name))).toEqual([]);
  });

  it('has every action of the table of lists, with its entries and its end', () => {
    for (const [name, list] of Object.entries<ListAction>(listActions)) {
      expect({ name, known: findAction(name)?.name }).toEqual({ name, known: name });
      for (const event of [
        ...list.entries,
        ...(list.complete === undefined ? [] : [list.complete]),
      ]) {
        expect({ event, known: findEvent(event) !== undefined }).toEqual({ event, known: true });
      }
    }
  });

  it('finds events by their exact names, and only own ones', () => {
    expect(findEvent('Hangup')).toBe(schemas.Hangup);
    expect(findEvent('AOC-D')).toBe(schemas.AOC_D);
    expect(findEvent('DataGet Tree')).toBe(schemas.DataGet_Tree);
    // Those of Asterisk 11 are others.
    expect(findEvent('Agentlogin')).not.toBe(findEvent('AgentLogin'));
    for (const name of ['hangup', '__proto__', 'constructor', 'toString', '']) {
      expect(findEvent(name)).toBeUndefined();
    }
  });

  it('finds actions whatever the case of their names', () => {
    expect(findAction('coreshowchannels')?.name).toBe('CoreShowChannels');
    for (const name of ['__proto__', 'constructor', '']) expect(findAction(name)).toBeUndefined();
  });

  it('exports each event under its name, and every schema is for that name', () => {
    for (const [name, schema] of Object.entries(eventsByName())) {
      expect(schema.shape.Event.value).toBe(name);
      expect(Object.values(schemas)).toContain(schema);
    }
  });
});
