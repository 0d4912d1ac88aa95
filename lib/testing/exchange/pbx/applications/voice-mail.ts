import type { Application } from '../application.js';
import type { Channel } from '../channel.js';
import type { Mailbox } from '../mailboxes/mailbox.js';
import { pause } from '../pause.js';

/** How long the greeting is, and a message where the configuration sets no limit. */
const greetingMs = 5000;
const messageMs = 5000;

/** Lets a caller leave a message; who hangs up before the end has left it as well. */
export const voiceMail: Application = function* (channel, data) {
  const { pbx } = channel;
  const [names = '', options = ''] = data.split(',');
  const mailboxes = names.split('&').map((name) => pbx.mailboxes.find(name.trim()));
  const [mailbox] = mailboxes;
  channel.answer();
  if (mailbox === undefined || pbx.mailboxes.isExternal) {
    channel.setVariable('VMSTATUS', 'FAILED');
    return true;
  }
  if (!options.includes('s')) yield* pause(pbx, greetingMs);
  const since = pbx.now();
  try {
    yield* pause(pbx, pbx.mailboxes.maxMessageMs || messageMs);
  } finally {
    for (const one of mailboxes) if (one !== undefined) keep(channel, one, pbx.now() - since);
    channel.setVariable('VMSTATUS', 'SUCCESS');
  }
  return true;
};

function keep(channel: Channel, mailbox: Mailbox, durationMs: number): void {
  const [number = '', context = ''] = mailbox.name.split('@');
  const index = String(mailbox.newMessages).padStart(4, '0');
  const folder = `/var/spool/asterisk/voicemail/${context}/${number}/INBOX`;
  channel.setVariable('VM_MESSAGEFILE', `${folder}/msg${index}`);
  mailbox.leave(channel, durationMs);
}
