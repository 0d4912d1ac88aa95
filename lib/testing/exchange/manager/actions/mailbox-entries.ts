import type { Fields } from '../../pbx/fields.js';
import type { Mailbox } from '../../pbx/mailboxes/mailbox.js';
import type { Message } from '../../pbx/mailboxes/message.js';

/** A mailbox as lists of voicemail users have it. */
export function userOf(mailbox: Mailbox): Fields {
  const [number = '', context = ''] = mailbox.name.split('@');
  const { version, mailboxes } = mailbox.pbx;
  return {
    VMContext: context,
    VoiceMailbox: number,
    Fullname: mailbox.fullName,
    // As C prints a null pointer.
    Email: mailbox.email === '' ? '(null)' : mailbox.email,
    Pager: '',
    ServerEmail: 'asterisk',
    FromString: '',
    MailCommand: '/usr/sbin/sendmail -t',
    Language: '',
    TimeZone: '',
    Callback: '',
    Dialout: '',
    UniqueID: '',
    ExitContext: '',
    SayDurationMinimum: 2,
    SayEnvelope: 'Yes',
    SayCID: 'No',
    AttachMessage: 'Yes',
    AttachmentFormat: '',
    DeleteMessage: 'No',
    VolumeGain: '0.00',
    CanReview: 'No',
    ...(version === '16' ? {} : { CanMarkUrgent: 'Yes' }),
    CallOperator: 'No',
    MaxMessageCount: 100,
    MaxMessageLength: mailboxes.maxMessageMs / 1000,
    NewMessageCount: mailbox.newMessages,
    OldMessageCount: mailbox.oldMessages,
  };
}

/** A message as a list has it. */
export function detailOf({ folder, callerId, leftAt, durationMs, id }: Message): Fields {
  return {
    Folder: folder,
    CallerID: callerId,
    Date: writeDate(leftAt),
    Duration: Math.round(durationMs / 1000),
    Flag: '',
    ID: id,
  };
}

/** Such as `Wed Nov 25 09:44:52 AM UTC 2026`. */
function writeDate(ms: number): string {
  const [day = '', date = '', month = '', year = '', time = ''] = new Date(ms)
    .toUTCString()
    .split(/,? /);
  const hour = Number(time.slice(0, 2));
  const twelve = String(hour % 12 || 12).padStart(2, '0');
  const half = hour < 12 ? 'AM' : 'PM';
  return `${day} ${month} ${date} ${twelve}${time.slice(2)} ${half} UTC ${year}`;
}
