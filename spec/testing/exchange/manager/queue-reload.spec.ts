import { ManagerLab } from './support/raw-client.js';

describe('The file of queues', () => {
  it.each([
    [{ Action: 'Reload' }, true],
    [{ Action: 'Reload', Module: 'app_queue' }, true],
    [{ Action: 'Reload', Module: 'chan_pjsip' }, false],
    [{ Action: 'QueueReload' }, true],
  ])('is read again by %j: %s', (action, isRead) => {
    const lab = new ManagerLab({}, { queues: '[support]\n' });
    const client = lab.login();
    lab.pbx.queues.config = '[sales]\n';
    client.answer(action);
    const names = lab.pbx.queues.all.map(({ name }) => name);
    expect(names).toEqual([isRead ? 'sales' : 'support']);
  });

  it('is not read again where it says the same', () => {
    const lab = new ManagerLab({}, { queues: '[support]\nmember => PJSIP/alice\n' });
    const [member] = lab.pbx.queues.membersAt('PJSIP/alice');
    lab.login().answer({ Action: 'QueueReload' });
    expect(lab.pbx.queues.membersAt('PJSIP/alice')[0]).toBe(member);
    expect(member).toBeDefined();
  });
});
