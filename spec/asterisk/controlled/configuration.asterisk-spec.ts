import { inspect } from 'node:util';
import { ActionError } from '../../../lib/index.js';
import { dialplan } from '../support/config/dialplan.js';
import { useServer } from '../support/lab.js';
import { controlledTargets } from '../support/targets.js';
import { errorOf, next } from '../support/wait-for.js';

describe.each(controlledTargets)('The configuration of $name', ({ version }) => {
  const lab = useServer(version);

  it('is read in order, with all that repeats', async () => {
    const ami = await lab.online();
    const config = await next(ami.request('GetConfig', { Filename: 'queues.conf' }));
    const categories = config.fields.filter(([name]) => name.startsWith('Category-'));
    expect(categories.map(([, value]) => value)).toEqual(['general', 'support', 'sales', 'empty']);
    const members = config.fields.filter(([, value]) => value.startsWith('member='));
    expect(members).toEqual([
      ['Line-000001-000002', 'member=Local/101@default/n,0,Alice,Custom:mydev'],
      ['Line-000001-000003', 'member=Local/121@default/n,5,Bob,Custom:bob'],
      ['Line-000002-000002', 'member=Local/100@default/n,0,Carol'],
    ]);
  });

  it('is read whole where it is long', async () => {
    const ami = await lab.online();
    const config = await next(ami.request('GetConfig', { Filename: 'extensions.conf' }));
    const lines = config.fields.filter(([name]) => name.startsWith('Line-'));
    expect(lines).toHaveLength(dialplan.match(/^[^;[\n].*=/gm)?.length ?? 0);
    expect(lines.map(([, value]) => value)).toContain(
      'exten=902,hint,Custom:a&Custom:b,CustomPresence:p1',
    );
  });

  it('is changed, and the change is read back', async () => {
    const ami = await lab.online();
    await lab.server.writeConfig('spec.conf', '[first]\nkey = value\n');
    await next(
      ami.request('UpdateConfig', {
        SrcFilename: 'spec.conf',
        DstFilename: 'spec.conf',
        'Action-000000': 'NewCat',
        'Cat-000000': 'second',
        'Action-000001': 'Append',
        'Cat-000001': 'second',
        'Var-000001': 'text',
        'Value-000001': 'a, "b" \\ ü=1',
      }),
    );
    const config = await next(ami.request('GetConfig', { Filename: 'spec.conf' }));
    expect(config.get('Category-000001')).toBe('second');
    expect(config.get('Line-000001-000000')).toBe('text=a, "b" \\ ü=1');
  });

  it('is refused where there is none', async () => {
    const ami = await lab.online();
    const error = await errorOf(ami.request('GetConfig', { Filename: 'none.conf' }), ActionError);
    expect(error.message).toBe('GetConfig: Config file not found');
  });

  it('tells the version, and shows no secret of the login when printed', async () => {
    const ami = await lab.online();
    const settings = await next(ami.request('CoreSettings'));
    expect(settings.get('AsteriskVersion')).toContain(lab.server.exactVersion);
    expect(inspect(ami, { depth: 9 })).not.toContain('s3cret');
  });
});
