import { ModelSet } from '../../../lib/live/core/model-set.js';
import { eventOf } from '../support/written-events.js';
import { watch } from '../../support/watch.js';
import { lampKind } from './things.js';

describe('ActiveModel', () => {
  it('puts changes into words only while somebody hears them', () => {
    const models = new ModelSet();
    const active = models.use(lampKind);
    const { table } = active.model;
    const hall = watch(active.watched('hall'));
    active.heard();
    expect(table.listener).toBe(active);
    models.take(eventOf('Lamp', { Name: 'hall', State: 'on' }), 0);
    expect(hall.values).toEqual(['on']);
    const changes = watch(active.change$);
    hall.subscription.unsubscribe();
    active.heard();
    expect(table.listener).toBe(active);
    changes.subscription.unsubscribe();
    active.heard();
    expect(table.listener).toBeUndefined();
  });
});
