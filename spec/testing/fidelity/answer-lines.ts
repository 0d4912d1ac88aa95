import type { MessageView } from '../../../lib/index.js';
import type { Names } from './names.js';
import type { Performed } from './stage.js';
import { withoutTimes } from './times.js';

/** An action and its answer; the entries of a list are in no order, as servers walk hash tables. */
export function answerLines({ action, answers }: Performed, names: Names): string[] {
  const lines = answers.map((answer) => `  ${fieldsOf(answer, names).join(' ')}`);
  const [response = '', ...entries] = lines;
  return [action, response, ...entries.sort()];
}

function fieldsOf(answer: MessageView, names: Names): string[] {
  return Object.entries(answer.toObject()).map(([field, value]) => {
    const text = Array.isArray(value) ? value.join(',') : value;
    return `${field}=${names.in(withoutTimes(field, text, answer))}`;
  });
}
