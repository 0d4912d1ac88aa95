import type { Pbx } from '../pbx.js';

/** The value of PRESENCE_STATE for `presentity,field`, where the field is value, subtype or message. */
export function readPresence(pbx: Pbx, argument: string): string {
  const [presentity = '', field = ''] = argument.split(',');
  const presence = pbx.presences.find(presentity);
  switch (field.toLowerCase()) {
    case 'value':
      return presence?.state ?? '';
    case 'subtype':
      return presence?.subtype ?? '';
    case 'message':
      return presence?.message ?? '';
    default:
      return '';
  }
}
