import { channel } from '../../catalogue/schema/snapshots.js';
import type { WrittenFields, WrittenValue } from './written-fields.js';

/** What is told of a channel, by Asterisk's names. */
export type ChannelFields = {
  readonly [K in keyof typeof channel]?: WrittenValue | undefined;
} & { readonly ChannelStateDesc?: (typeof channel.ChannelStateDesc)[number] | undefined };

/**
 * The block of fields by which Asterisk shows a channel, in its order, to be spread into an event or
 * an entry of a list: live state knows a channel by it.
 *
 * What you leave out is what an answered channel without a caller's number has: it is `Up`, at
 * priority 1 of `default`, names are `<unknown>`. `ChannelState` follows from `ChannelStateDesc`,
 * `Linkedid` from `Uniqueid`, and that from the name, which is as good a key as any.
 *
 * @param name - The channel, such as `PJSIP/alice-00000001`.
 * @param given - What shall be otherwise, under Asterisk's names.
 * @param prefix - What goes before the names: `Dest` for who is dialled.
 *
 * @example
 * ```ts
 * import { channelFields, event } from 'rxjs-ami/testing';
 *
 * const alice = { Uniqueid: '1.1', CallerIDNum: '1001', Exten: '1002' };
 * const bob = { Uniqueid: '1.2', Linkedid: '1.1', CallerIDNum: '1002' };
 *
 * const letters = {
 *   a: event('Newchannel', channelFields('PJSIP/alice-1', { ...alice, ChannelStateDesc: 'Ring' })),
 *   d: event('DialBegin', {
 *     ...channelFields('PJSIP/alice-1', { ...alice, ChannelStateDesc: 'Ring' }),
 *     ...channelFields('PJSIP/bob-1', { ...bob, ChannelStateDesc: 'Down' }, 'Dest'),
 *     DialString: 'bob',
 *   }),
 *   h: event('Hangup', { ...channelFields('PJSIP/alice-1', alice), Cause: 16 }),
 * };
 * console.log(letters.d.get('DestChannel')); // PJSIP/bob-1
 * ```
 */
export function channelFields(name: string, given: ChannelFields = {}, prefix = ''): WrittenFields {
  const { ChannelStateDesc = 'Up', Uniqueid = name } = given;
  const fields: WrittenFields = {
    Channel: name,
    ChannelState: channel.ChannelStateDesc.indexOf(ChannelStateDesc),
    ChannelStateDesc,
    CallerIDNum: '<unknown>',
    CallerIDName: '<unknown>',
    ConnectedLineNum: '<unknown>',
    ConnectedLineName: '<unknown>',
    Language: 'en',
    AccountCode: '',
    Context: 'default',
    Exten: '',
    Priority: 1,
    Uniqueid,
    Linkedid: Uniqueid,
    ...given,
  };
  return Object.fromEntries(Object.entries(fields).map(([key, value]) => [prefix + key, value]));
}
