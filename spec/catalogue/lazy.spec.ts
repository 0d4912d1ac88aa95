import type * as Zod from 'zod';
import type * as Library from '../../lib/index.js';
import type * as Schemas from '../../lib/catalogue/events/index.js';

describe('Importing the library', () => {
  it('builds no schema; each is built once, when it is first used', () => {
    const actual = jest.requireActual<typeof Zod>('zod');
    const built = jest.fn();
    const core = {
      ...actual.z.core,
      $constructor: (...given: Parameters<typeof actual.z.core.$constructor>) => {
        const [name, init, parameters] = given;
        const counted: typeof init = (instance, definition) => {
          built(name);
          init(instance, definition);
        };
        return actual.z.core.$constructor(name, counted, parameters);
      },
    };
    jest.doMock('zod', () => ({ ...actual, z: { ...actual.z, core } }));
    jest.isolateModules(() => {
      const library = jest.requireActual<typeof Library>('../../lib/index.js');
      const { Hangup } = jest.requireActual<typeof Schemas>('../../lib/catalogue/events/index.js');
      expect(library.findEvent('Hangup')).toBe(Hangup);
      expect(built).not.toHaveBeenCalled();
      expect(Hangup.shape.Event.value).toBe('Hangup');
      expect(Hangup.safeParse({}).success).toBe(false);
      expect(built.mock.calls).toEqual([['ZodEvent']]);
    });
  });
});
