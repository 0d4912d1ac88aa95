/** The modules that a manager has, where the user names none. */
export const defaultModules: readonly string[] = [
  'app_agent_pool',
  'app_confbridge',
  'app_dial',
  'app_originate',
  'app_queue',
  'app_userevent',
  'app_voicemail',
  'bridge_simple',
  'chan_pjsip',
  'func_devstate',
  'func_presencestate',
  'pbx_config',
  'res_parking',
  'res_pjsip',
];
