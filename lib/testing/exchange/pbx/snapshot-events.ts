import { snapshotFields } from './channel-snapshot.js';
import type { ChannelSnapshot } from './channel-snapshot.js';
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
  const fields = snapshotFields(now);
  if (last === undefined) return [{ name: 'Newchannel', privilege: ['call'], fields }];
  const events: PbxEvent[] = [];
  if (cause !== undefined) {
    const why = { Cause: cause, 'Cause-txt': causeText(cause) };
    events.push({ name: 'Hangup', privilege: ['call'], fields: { ...fields, ...why } });
  } else if (last.state !== now.state)
    events.push({ name: 'Newstate', privilege: ['call'], fields });
  // An application alone makes no step, but the first one does.
  const isSameStep = isSamePlace(last.place, now.place) && last.application !== '';
  if (!isSameStep && now.application !== '' && cause === undefined) {
    const { place, application, applicationData } = now;
    const step = { Extension: place.exten, Application: application, AppData: applicationData };
    events.push({ name: 'Newexten', privilege: ['dialplan'], fields: { ...fields, ...step } });
  }
  if (!isSameParty(last.caller, now.caller)) {
    const isGone = last.caller.number !== undefined && now.caller.number === undefined;
    const presentation = {
      'CID-CallingPres': isGone
        ? '67 (Number Unavailable)'
        : '0 (Presentation Allowed, Not Screened)',
    };
    events.push({
      name: 'NewCallerid',
      privilege: ['call'],
      fields: { ...fields, ...presentation },
    });
  }
  if (last.accountCode !== now.accountCode) {
    const old = { OldAccountCode: last.accountCode };
    events.push({ name: 'NewAccountCode', privilege: ['call'], fields: { ...fields, ...old } });
  }
  if (!isSameParty(last.connected, now.connected)) {
    events.push({ name: 'NewConnectedLine', privilege: ['call'], fields });
  }
  return events;
}
