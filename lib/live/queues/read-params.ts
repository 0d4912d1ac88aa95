import type { AmiEvent } from '../../wire/index.js';
import { readNumber } from '../core/read-value.js';
import { keepSame } from '../core/keep-same.js';
import type { Queue, QueueFigures } from './queue.js';
import { keepText, textIn } from './read-names.js';

/**
 * What an entry of a list says of a queue itself: its parameters, and its figures.
 *
 * Source: `manager_queues_status` in `apps/app_queue.c`.
 */
export function readParams(params: AmiEvent, known: Queue, at: number): Queue {
  const figures = readFigures(params, known.figures);
  const max = readNumber(params, 'Max') ?? known.max;
  return keepSame(known, {
    ...known,
    strategy: keepText(textIn(params, 'Strategy'), known.strategy),
    max: max === 0 ? undefined : max,
    weight: readNumber(params, 'Weight') ?? known.weight,
    serviceLevelMs: readSeconds(params, 'ServiceLevel') ?? known.serviceLevelMs,
    figures,
    figuresAt: figures === known.figures ? known.figuresAt : at,
  });
}

function readFigures(params: AmiEvent, known: QueueFigures | undefined): QueueFigures {
  return keepSame(known, {
    completed: readNumber(params, 'Completed') ?? 0,
    abandoned: readNumber(params, 'Abandoned') ?? 0,
    averageHoldMs: readSeconds(params, 'Holdtime') ?? 0,
    averageTalkMs: readSeconds(params, 'TalkTime') ?? 0,
    serviceLevelPercent: readNumber(params, 'ServicelevelPerf') ?? 0,
    serviceLevelPercentOfAll: readNumber(params, 'ServicelevelPerf2'),
  });
}

function readSeconds(event: AmiEvent, name: string): number | undefined {
  const seconds = readNumber(event, name);
  return seconds === undefined ? undefined : seconds * 1000;
}
