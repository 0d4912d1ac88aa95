import type { z } from 'zod';
import type { Message } from '../wire/index.js';
import type { Misfits } from './decode-event.js';
import type { ActionDefinition } from './schema/action-definition.js';
import { coverSecrets } from './schema/cover-secrets.js';
import { responseSchema } from './schema/response-schema.js';

const synchronously: z.core.ParseContextInternal = { async: false };

/** Decodes the fields of a response. It never fails: what does not fit is left out, and told. */
export function decodeResponse(
  action: ActionDefinition,
  response: Message,
  onMisfits: Misfits,
): object {
  const schema = responseSchema(action.response);
  const value = response.toObject();
  const payload = schema._zod.run({ value, issues: [] }, synchronously);
  if (payload instanceof Promise) throw new TypeError('No schema of the catalogue is asynchronous');
  if (payload.issues.length > 0) {
    onMisfits(() => {
      const issues = schema.safeParse(value).error?.issues ?? [];
      return issues.map(({ path, message }) => `${path.join('.')} ${message}`);
    });
  }
  coverSecrets(payload.value as object);
  return payload.value as object;
}
