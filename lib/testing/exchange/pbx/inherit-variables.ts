import type { Channel } from './channel.js';

/** Gives a new channel the variables that it inherits: `__X` for ever, `_X` once (channel.c). */
export function inheritVariables(from: Channel, to: Channel): void {
  for (const [name, value] of from.variables) {
    if (name.startsWith('__')) to.setVariable(name, value);
    else if (name.startsWith('_')) to.setVariable(name.slice(1), value);
  }
}
