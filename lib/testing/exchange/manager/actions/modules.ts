import type { ManagerAction } from '../manager-action.js';

const moduleCheck: ManagerAction = {
  name: 'ModuleCheck',
  privilege: ['system'],
  synopsis: 'Check if module is loaded.',
  run: (request) => {
    const name = nameOf(request.get('Module'));
    if (request.manager.modules.includes(name)) request.respond('Success', { Version: '' });
    else request.fail('Module not loaded');
  },
};

const reload: ManagerAction = {
  name: 'Reload',
  privilege: ['system', 'config'],
  synopsis: 'Send a reload event.',
  run: (request) => {
    const name = nameOf(request.get('Module'));
    if (name !== '' && !request.manager.modules.includes(name)) {
      request.fail('No such module');
      return;
    }
    if (name === '' || name === 'app_queue') request.pbx.queues.reload();
    request.manager.reload(name === '' ? undefined : `${name}.so`);
    request.succeed('Module Reloaded');
  },
};

/** Modules and their configuration. */
export const moduleActions: readonly ManagerAction[] = [moduleCheck, reload];

function nameOf(module: string): string {
  return module.replace(/\.so$/, '');
}
