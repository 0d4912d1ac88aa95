import type { Fields } from '../fields.js';
import type { Phone } from '../phones.js';
import { deviceStateText } from './device-state-text.js';
import { endpointSettings } from './endpoint-settings.js';

/** A phone as the list of endpoints has it. */
export function endpointFields(phone: Phone): Fields {
  const { name, contact } = phone;
  return {
    ObjectType: 'endpoint',
    ObjectName: name,
    Transport: '',
    Aor: name,
    Auths: name,
    OutboundAuths: '',
    Contacts: contact === undefined ? '' : `${name}/${contact.uri},`,
    ...stateFields(phone),
  };
}

/** A phone with all the settings of its endpoint. */
export function endpointDetail(phone: Phone): Fields {
  const { name, init, pbx } = phone;
  const isOld = pbx.version === '16';
  const { context = 'default', accountCode = '', mailbox = '', number, name: caller } = init;
  const own: Readonly<Record<string, string>> = {
    Mailboxes: mailbox,
    Aors: name,
    Context: context,
    StirShaken: isOld ? 'off' : 'no',
    Callerid: number === undefined ? '<unknown>' : `"${caller ?? ''}" <${number}>`,
    Accountcode: accountCode,
    Auth: name,
  };
  const settings = endpointSettings
    .split('\n')
    .filter((line) => !isOld || !line.startsWith('22 '))
    .map((line) => /^(?:22 )?([^:]+): ?(.*)$/.exec(line) ?? [])
    .map(([, key = '', value = '']) => [key, own[key] ?? value] as const);
  return {
    ...{ ObjectType: 'endpoint', ObjectName: name },
    ...Object.fromEntries(settings),
    ...stateFields(phone),
  };
}

function stateFields({ pbx, device, channels }: Phone): Fields {
  const names = channels.map((channel) => channel.name);
  return {
    // As it was told last (ast_sip_get_device_state asks the cache first).
    DeviceState: deviceStateText[pbx.devices.states.get(device) ?? pbx.devices.stateOf(device)],
    ActiveChannels: pbx.version === '16' ? names.join(',') : names.length,
  };
}
