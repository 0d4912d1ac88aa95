import { snapshotFields } from './channel-snapshot.js';
import type { ChannelSnapshot } from './channel-snapshot.js';
import type { Fields } from './fields.js';
import { causeText } from './hangup-cause.js';
import { isSameParty } from './party.js';
import type { PbxEvent } from './pbx-event.js';
import { isSamePlace } from './place.js';

/**
 * What tells of the difference between two snapshots, in Asterisk's order (manager_channels.c);
 * with a hangup cause, the second is the last of its channel.
 */
export function snapshotEvents(
  last: ChannelSnapshot | undefined,
  now: ChannelSnapshot,
  cause?: number,
): PbxEvent[] {
  const events: PbxEvent[] = [];
  const tell = (name: string, privilege: 'call' | 'dialplan', more: Fields = {}): void => {
    events.push({ name, privilege: [privilege], fields: { ...snapshotFields(now), ...more } });
  };
  if (last === undefined) {
    tell('Newchannel', 'call');
    return events;
  }
  if (cause !== undefined) tell('Hangup', 'call', { Cause: cause, 'Cause-txt': causeText(cause) });
  else if (last.state !== now.state) tell('Newstate', 'call');
  // An application alone makes no step, but the first one does.
  const isSameStep = isSamePlace(last.place, now.place) && last.application !== '';
  if (!isSameStep && now.application !== '' && cause === undefined) {
    const { place, application, applicationData } = now;
    const step = { Extension: place.exten, Application: application, AppData: applicationData };
    tell('Newexten', 'dialplan', step);
  }
  if (!isSameParty(last.caller, now.caller)) {
    const isGone = last.caller.number !== undefined && now.caller.number === undefined;
    const presentation = isGone
      ? '67 (Number Unavailable)'
      : '0 (Presentation Allowed, Not Screened)';
    tell('NewCallerid', 'call', { 'CID-CallingPres': presentation });
  }
  if (last.accountCode !== now.accountCode) {
    tell('NewAccountCode', 'call', { OldAccountCode: last.accountCode });
  }
  if (!isSameParty(last.connected, now.connected)) tell('NewConnectedLine', 'call');
  return events;
}
