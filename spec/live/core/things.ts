import { map } from 'rxjs';
import type { Context } from '../../../lib/live/core/context.js';
import { EntityTable } from '../../../lib/live/core/entity-table.js';
import type { Kind, Model } from '../../../lib/live/core/model.js';
import { reconcile } from '../../../lib/live/core/reconcile.js';

/**
 * The simplest kind that there can be, to see what the frame does. Of lamps, the list `LampList`
 * has their states, `Lamp` tells of one, `LampGone` of its end, and `LampDoubt` that something may
 * have changed.
 */
export function kindOf(thing: string, about: { isPolled?: boolean } = {}): Kind<Model<string>> {
  return {
    name: `${thing.toLowerCase()}s`,
    needs: [],
    create: (context) => modelOf(thing, context, about.isPolled ?? false),
  };
}

function modelOf(thing: string, context: Context, isPolled: boolean): Model<string> {
  const table = new EntityTable<string>(context);
  const model: Model<string> = {
    table,
    isPolled,
    handlers: {
      [thing]: (event) => {
        table.put(event.get('Name') ?? '', event.get('State') ?? '');
      },
      [`${thing}Gone`]: (event) => {
        table.delete(event.get('Name') ?? '');
      },
      [`${thing}Doubt`]: () => {
        context.onStale(model);
      },
    },
    seed: (ask, isCheck) =>
      ask(`${thing}List`).pipe(
        map((entries) => {
          const states = entries?.map(
            (entry) => [entry.get('Name') ?? '', () => entry.get('State') ?? ''] as const,
          );
          if (states !== undefined) reconcile(table, new Map(states), { isCheck });
        }),
      ),
  };
  return model;
}

export const lampKind = kindOf('Lamp');
export const doorKind = kindOf('Door');
