import type { AsteriskVersion } from '../asterisk-root.js';
import type { Ports } from './ports.js';

/** Endpoints of all channel technologies; no phone is behind any of them. */
export function phonesConf(version: AsteriskVersion, ports: Ports): Record<string, string> {
  return {
    'pjsip.conf': pjsipConf(ports),
    'pjsip_notify.conf': pjsipNotifyConf,
    'iax.conf': iaxConf(ports),
    // The last of the versions to carry chan_sip.
    ...(version === '16' ? { 'sip.conf': sipConf(ports) } : {}),
  };
}

function pjsipConf(ports: Ports): string {
  const nobody = `127.0.0.1:${String(ports.nobody)}`;
  return `[t-udp]
type = transport
protocol = udp
bind = 127.0.0.1:${String(ports.pjsip)}

[alice]
type = endpoint
context = default
transport = t-udp
disallow = all
allow = ulaw
aors = alice
auth = alice
callerid = "Alice A" <1001>
mailboxes = 1234@default
media_address = 127.0.0.1
bind_rtp_to_media_address = yes
[alice]
type = aor
max_contacts = 2
contact = sip:alice@${nobody}
qualify_frequency = 0
[alice]
type = auth
auth_type = userpass
username = alice
password = topsecret
[alice]
type = identify
endpoint = alice
match = 127.0.0.99

[bob]
type = endpoint
context = default
disallow = all
allow = ulaw
aors = bob
media_address = 127.0.0.1
bind_rtp_to_media_address = yes
[bob]
type = aor
max_contacts = 2

[reg1]
type = registration
transport = t-udp
client_uri = sip:me@${nobody}
server_uri = sip:${nobody}
retry_interval = 60
outbound_auth = reg1
[reg1]
type = auth
auth_type = userpass
username = me
password = topsecret

[hints]
type = resource_list
event = presence
list_item = 900
list_item = 901
`;
}

function sipConf(ports: Ports): string {
  return `[general]
udpbindaddr = 127.0.0.1:${String(ports.chanSip)}
register => me:x@127.0.0.1:${String(ports.nobody)}

[sipphone]
type = friend
host = dynamic
secret = x
context = default
`;
}

function iaxConf(ports: Ports): string {
  return `[general]
bindport = ${String(ports.iax)}
bindaddr = 127.0.0.1
register => me:x@127.0.0.1:${String(ports.nobody)}

[iaxpeer]
type = peer
host = 127.0.0.1
`;
}

const pjsipNotifyConf = `[clear-mwi]
Event => message-summary
Content-type => application/simple-message-summary
Content => Messages-Waiting: no
`;
