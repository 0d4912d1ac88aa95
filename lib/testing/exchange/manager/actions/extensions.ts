import { noExtensionState } from '../../pbx/extensions/extension-state.js';
import type { ManagerAction } from '../manager-action.js';
import { fieldLines, messageText } from '../message-text.js';

const extensionState: ManagerAction = {
  name: 'ExtensionState',
  privilege: ['call', 'reporting'],
  synopsis: 'Check Extension Status.',
  run: (request) => {
    const exten = request.get('Exten');
    if (exten === '') {
      request.fail('Extension not specified');
      return undefined;
    }
    const given = request.get('Context');
    const context = given === '' ? 'default' : given;
    const found = request.pbx.extensions.find(context, exten);
    const { status, text } = found?.state ?? noExtensionState;
    const what = { Exten: exten, Context: context, Hint: found?.hint.devices ?? '' };
    request.succeed('Extension Status', { ...what, Status: status, StatusText: text });
    return undefined;
  },
};

const extensionStateList: ManagerAction = {
  name: 'ExtensionStateList',
  privilege: ['call', 'reporting'],
  synopsis: 'List the current known extension states.',
  run: (request) => {
    const entries = request.pbx.extensions.all.map(
      ({ fields }) => ['ExtensionStatus', fields] as const,
    );
    if (entries.length === 0) request.fail('No dialplan hints are available');
    else request.list('Extension Statuses will follow', entries, 'ExtensionStateListComplete');
    return undefined;
  },
};

const presenceState: ManagerAction = {
  name: 'PresenceState',
  privilege: ['call', 'reporting'],
  synopsis: 'Check Presence State',
  run: (request) => {
    const provider = request.get('Provider');
    const presence = request.pbx.presences.find(provider);
    if (provider === '') {
      request.fail('No provider specified');
    } else if (presence === undefined) {
      request.fail(`Invalid provider ${provider} or provider in invalid state`);
    } else {
      const { state, subtype, message } = presence;
      // The message is there twice, once under the name that responses have for their own.
      const lines = [
        ...fieldLines({ Response: 'Success', ...request.id, Message: 'Presence State' }),
        ...fieldLines({ State: state, ...(subtype === '' ? {} : { Subtype: subtype }) }),
        ...(message === '' ? [] : fieldLines({ Message: message, PresenceMessage: message })),
      ];
      request.sendText(messageText(lines));
    }
    return undefined;
  },
};

const presenceStateList: ManagerAction = {
  name: 'PresenceStateList',
  privilege: ['call', 'reporting'],
  synopsis: 'List the current known presence states.',
  run: (request) => {
    const entries = [...request.pbx.presences.all].map(
      ([Presentity, { state: Status, subtype: Subtype, message: Message }]) =>
        ['PresenceStateChange', { Presentity, Status, Subtype, Message }] as const,
    );
    request.list('Presence State Changes will follow', entries, 'PresenceStateListComplete');
    return undefined;
  },
};

/** The extensions that have a hint, and presences. */
export const extensionActions: readonly ManagerAction[] = [
  ...[extensionState, extensionStateList, presenceState, presenceStateList],
];
