import type { HandWrittenAction } from './merge-actions.js';

/**
 * Actions of older versions of Asterisk.
 *
 * Source: the branches 1.4 to 13 of Asterisk: `channels/chan_zap.c`, `channels/chan_agent.c`,
 * `apps/app_setcdruserfield.c`, `main/data.c`.
 */
export const legacyActions: Readonly<Record<string, HandWrittenAction>> = {
  AgentCallbackLogin: {
    family: 'agent',
    versions: '1.4',
    parameters: 'Agent! Exten! Context AckCall WrapupTime',
  },
  DataGet: { family: 'system', versions: 'to 14', parameters: 'Path! Search Filter' },
  SetCDRUserField: { family: 'cdr', versions: 'to 1.6', parameters: 'Channel! UserField! Append' },
  ZapDialOffhook: { family: 'dahdi', versions: '1.4', parameters: 'ZapChannel! Number!' },
  ZapDNDoff: { family: 'dahdi', versions: '1.4', parameters: 'ZapChannel!' },
  ZapDNDon: { family: 'dahdi', versions: '1.4', parameters: 'ZapChannel!' },
  ZapHangup: { family: 'dahdi', versions: '1.4', parameters: 'ZapChannel!' },
  ZapRestart: { family: 'dahdi', versions: '1.4', parameters: '' },
  ZapShowChannels: { family: 'dahdi', versions: '1.4', parameters: '' },
  ZapTransfer: { family: 'dahdi', versions: '1.4', parameters: 'ZapChannel!' },
};
