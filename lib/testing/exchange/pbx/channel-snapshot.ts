import { escapeName } from './escape-name.js';
import { channelStates } from './channel-state.js';
import type { ChannelState } from './channel-state.js';
import type { Fields } from './fields.js';
import type { Party } from './party.js';
import type { Place } from './place.js';

/** What events say of a channel: how it was when it was last published. */
export interface ChannelSnapshot {
  readonly name: string;
  readonly state: ChannelState;
  readonly caller: Party;
  readonly connected: Party;
  readonly language: string;
  readonly accountCode: string;
  readonly place: Place;
  readonly uniqueid: string;
  readonly linkedid: string;
  readonly application: string;
  readonly applicationData: string;
}

/** How something is now that is more than a snapshot. */
export function snapshotOf(channel: ChannelSnapshot): ChannelSnapshot {
  const { name, state, caller, connected, language, accountCode, place } = channel;
  const { uniqueid, linkedid, application, applicationData } = channel;
  return {
    ...{ name, state, caller, connected, language, accountCode, place },
    ...{ uniqueid, linkedid, application, applicationData },
  };
}

/** What stands for a number or a name that nobody gave. */
const unknown = '<unknown>';

/** The block of fields that events say of a channel, under names with a prefix. */
export function snapshotFields(snapshot: ChannelSnapshot, prefix = ''): Fields {
  const { caller, connected, place, state } = snapshot;
  const fields = {
    Channel: snapshot.name,
    ChannelState: channelStates[state],
    ChannelStateDesc: state,
    CallerIDNum: caller.number ?? unknown,
    CallerIDName: escapeName(caller.name) ?? unknown,
    ConnectedLineNum: connected.number ?? unknown,
    ConnectedLineName: escapeName(connected.name) ?? unknown,
    Language: snapshot.language,
    AccountCode: snapshot.accountCode,
    Context: place.context,
    Exten: place.exten,
    Priority: place.priority,
    Uniqueid: snapshot.uniqueid,
    Linkedid: snapshot.linkedid,
  };
  return prefix === '' ? fields : withPrefix(fields, prefix);
}

function withPrefix(fields: Fields, prefix: string): Fields {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [`${prefix}${name}`, value]),
  );
}
