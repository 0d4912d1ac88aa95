/** Everything around the calls, with what the modules of Asterisk need to load at all. */
export function servicesConf(folder: string): Record<string, string> {
  return {
    'logger.conf': loggerConf,
    'voicemail.conf': voicemailConf,
    'features.conf': featuresConf,
    'res_parking.conf': parkingConf,
    'confbridge.conf': confbridgeConf,
    'musiconhold.conf': musicOnHoldConf(folder),
    'indications.conf': indicationsConf,
    'cdr.conf': cdrConf,
    'cdr_manager.conf': cdrManagerConf,
    // Empty ones, since their absence is an error in the log.
    'acl.conf': '',
    'ccss.conf': '',
    'cel.conf': '',
    'udptl.conf': '',
  };
}

const voicemailConf = `[general]
format = wav
maxsilence = 1
minsecs = 2
maxsecs = 4

[default]
1234 => 4321,Alice A,alice@example.invalid
1235 => 4321,Bob B,bob@example.invalid
`;

const featuresConf = `[general]

[featuremap]
blindxfer => #1
atxfer => *2
`;

const parkingConf = `[general]

[default]
parkext => 700
parkpos => 701-720
context => parkedcalls
parkingtime => 45
comebacktoorigin = no
comebackcontext = default
`;

const confbridgeConf = `[general]

[default_user]
type = user
quiet = yes
music_on_hold_when_empty = no

[default_bridge]
type = bridge
`;

function musicOnHoldConf(folder: string): string {
  return `[default]
mode = files
directory = ${folder}/moh
`;
}

const indicationsConf = `[general]
country = us

[us]
description = United States / North America
ringcadence = 2000,4000
dial = 350+440
busy = 480+620/500,0/500
ring = 440+480/2000,0/4000
congestion = 480+620/250,0/250
`;

const cdrConf = `[general]
enable = yes
`;

/** Calls are accounted for as events. */
const cdrManagerConf = `[general]
enabled = yes
`;

const loggerConf = `[general]
dateformat = %T.%3q
appendhostname = no

[logfiles]
full => notice,warning,error,verbose(3)
`;
