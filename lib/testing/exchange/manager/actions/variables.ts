import { assign, assignGlobal } from '../../pbx/applications/variables.js';
import { readGlobal, readVariable } from '../../pbx/substitute.js';
import { isForbiddenFunction } from '../forbidden-functions.js';
import type { ManagerAction } from '../manager-action.js';

const getvar: ManagerAction = {
  name: 'Getvar',
  privilege: ['call', 'reporting'],
  synopsis: 'Gets a channel variable or function value.',
  run: (request) => {
    const [name, variable] = [request.get('Channel'), request.get('Variable')];
    const channel = request.pbx.findChannel(name);
    if (variable === '') {
      request.fail('No variable specified');
    } else if (isForbiddenFunction(variable)) {
      request.fail('GetVar Access Forbidden: Variable');
    } else if (name !== '' && channel === undefined) {
      request.fail('No such channel');
    } else {
      const value =
        channel === undefined ? readGlobal(request.pbx, variable) : readVariable(channel, variable);
      request.respond('Success', { Variable: variable, Value: value });
    }
    return undefined;
  },
};

const setvar: ManagerAction = {
  name: 'Setvar',
  privilege: ['call'],
  synopsis: 'Sets a channel variable or function value.',
  run: (request) => {
    const [name, variable] = [request.get('Channel'), request.get('Variable')];
    const channel = request.pbx.findChannel(name);
    if (variable === '') request.fail('No variable specified');
    else if (name !== '' && channel === undefined) request.fail('No such channel');
    else {
      const value = request.get('Value');
      const isSet =
        channel === undefined
          ? assignGlobal(request.pbx, variable, value)
          : assign(channel, variable, value);
      if (isSet) request.succeed('Variable Set');
      else request.fail('Variable not set');
    }
    return undefined;
  },
};

/** What reads and sets variables. */
export const variableActions: readonly ManagerAction[] = [getvar, setvar];
