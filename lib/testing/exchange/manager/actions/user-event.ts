import type { ManagerAction } from '../manager-action.js';

const userEvent: ManagerAction = {
  name: 'UserEvent',
  privilege: ['user'],
  synopsis: 'Send an arbitrary event.',
  run: (request) => {
    const lines = request.message.lines.filter((line) => !/^(UserEvent|Action):/i.test(line));
    request.succeed('Event Sent');
    // As they came: what is no field is sent on as well.
    const name = `UserEvent: ${request.get('UserEvent')}`;
    request.broadcast('UserEvent', ['user'], [name, ...lines]);
  },
};

/** Events that clients make up. */
export const userEventActions: readonly ManagerAction[] = [userEvent];
