import { asteriskVersions } from '../asterisk-versions.js';
import { describeMask, maskOf } from '../class-mask.js';
import type { ManagerAction } from '../manager-action.js';
import { mayPerform } from '../run-request.js';
import { writeTime } from '../write-time.js';

const ping: ManagerAction = {
  name: 'Ping',
  privilege: [],
  synopsis: 'Keepalive command.',
  run: (request) => {
    request.respond('Success', { Ping: 'Pong', Timestamp: writeTime(request.pbx.now()) });
  },
};

const listCommands: ManagerAction = {
  name: 'ListCommands',
  privilege: [],
  synopsis: 'List available manager commands.',
  run: (request) => {
    const known = request.manager.actions.filter(({ privilege }) =>
      mayPerform(request.session, privilege),
    );
    const fields: Record<string, string> = {};
    for (const { name, privilege, synopsis } of known) {
      fields[name] = `${synopsis}  (Priv: ${describeMask(maskOf(privilege))})`;
    }
    request.respond('Success', fields);
  },
};

/** Where these two write the ActionID. */
const ID_BUFFER = 150;

const coreSettings: ManagerAction = {
  name: 'CoreSettings',
  privilege: ['system', 'reporting'],
  synopsis: 'Show PBX core settings (version etc).',
  run: (request) => {
    const { version } = request.pbx;
    const { protocol, asterisk } = asteriskVersions[version];
    request.respond(
      'Success',
      {
        AMIversion: protocol,
        AsteriskVersion: asterisk,
        SystemName: request.manager.options.systemName ?? '',
        CoreMaxCalls: 0,
        CoreMaxLoadAvg: '0.000000',
        CoreRunUser: '',
        CoreRunGroup: '',
        CoreMaxFilehandles: 0,
        CoreRealTimeEnabled: 'No',
        CoreCDRenabled: 'Yes',
        CoreHTTPenabled: 'Yes',
        ...(version === '16' ? {} : { SoundsSearchCustomDir: 'No' }),
      },
      ID_BUFFER,
    );
  },
};

const coreStatus: ManagerAction = {
  name: 'CoreStatus',
  privilege: ['system', 'reporting'],
  synopsis: 'Show PBX core status variables.',
  run: (request) => {
    const { manager, pbx } = request;
    const [startDate, startTime] = dateAndTime(pbx.startedAt);
    const [reloadDate, reloadTime] = dateAndTime(pbx.now() - manager.sinceReload * 1000);
    request.respond(
      'Success',
      {
        CoreStartupDate: startDate,
        CoreStartupTime: startTime,
        CoreReloadDate: reloadDate,
        CoreReloadTime: reloadTime,
        CoreCurrentCalls: pbx.channels.size,
        ...(pbx.version === '16' ? {} : { CoreProcessedCalls: manager.processedCalls }),
      },
      ID_BUFFER,
    );
  },
};

/** The server itself. */
export const coreActions: readonly ManagerAction[] = [coreSettings, coreStatus, listCommands, ping];

function dateAndTime(ms: number): readonly [date: string, time: string] {
  const text = new Date(ms).toISOString();
  return [text.slice(0, 10), text.slice(11, 19)];
}
