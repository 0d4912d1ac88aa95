const restInterface = [
  ...['', '_applications', '_asterisk', '_bridges', '_channels', '_device_states', '_endpoints'],
  ...['_events', '_model', '_playbacks', '_recordings', '_sounds', '_mailboxes'],
].map((part) => `res_ari${part}`);

/** What would wait for hardware or other servers, listen beyond the ports of the block, or complain. */
const unwanted = [
  ...['chan_alsa', 'chan_console', 'chan_oss', 'chan_mobile', 'chan_motif', 'chan_ooh323'],
  ...['chan_mgcp', 'chan_skinny', 'chan_unistim', 'chan_websocket', 'pbx_dundi', 'pbx_lua'],
  ...['pbx_ael', 'res_snmp', 'res_xmpp', 'res_prometheus', 'res_smdi', 'res_clialiases'],
  ...['res_odbc', 'res_odbc_transaction', 'res_config_odbc', 'func_odbc', 'cdr_odbc', 'cel_odbc'],
  ...['cdr_adaptive_odbc', 'res_config_pgsql', 'cdr_pgsql', 'cel_pgsql', 'res_config_ldap'],
  ...['cdr_radius', 'cel_radius', 'cdr_tds', 'cel_tds', 'res_config_sqlite3', 'cdr_csv'],
  ...['cdr_custom', 'cel_custom', 'cdr_sqlite3_custom', 'cel_sqlite3_custom', 'res_statsd'],
  ...['res_calendar', 'res_calendar_caldav', 'res_calendar_ews', 'res_calendar_exchange'],
  ...['res_calendar_icalendar', 'res_phoneprov', 'res_pjsip_phoneprov_provider'],
  ...['res_hep', 'res_hep_pjsip', 'res_hep_rtcp', 'res_stun_monitor', 'res_resolver_unbound'],
  ...['res_pjsip_config_wizard', 'res_pjsip_transport_websocket', 'res_http_media_cache'],
  ...['app_festival', 'app_alarmreceiver', 'app_amd', 'app_followme', 'app_minivm'],
  ...['app_voicemail_imap', 'app_voicemail_odbc'],
  // Each of these would take the mailboxes away from app_voicemail.
  ...['res_mwi_external', 'res_mwi_external_ami', 'res_stasis_mailbox'],
  ...restInterface,
];

export const modulesConf = `[modules]
autoload = yes
${unwanted.map((name) => `noload => ${name}.so`).join('\n')}
`;
