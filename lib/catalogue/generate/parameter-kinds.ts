import type { ParameterKind, SimpleParameterKind } from '../schema/parameter-kind.js';

const byKind: Partial<Record<SimpleParameterKind, string>> = {
  number: 'Duration NewMessages OldMessages Penalty Timeout',
  flag: `
    AllVariables Async EarlyMedia Immediate Mix Paused PreserveEffectiveContext Receive Recursive
    Replace RingInUse Soft`,
  list: 'Codecs EventMask Variables',
};

/** Where a name means something else in one action. */
const byAction: Readonly<Record<string, ParameterKind>> = {
  'Login.Events': 'list',
  'MessageSend.Variable': 'variables',
  'MixMonitorMute.Direction': ['read', 'write', 'both'],
  'MixMonitorMute.State': 'flag',
  'Originate.Variable': 'variables',
  'PJSIPNotify.Variable': 'variables',
  'QueueChangePriorityCaller.Priority': 'number',
  'SIPnotify.Variable': 'variables',
  'SorceryMemoryCacheStaleObject.Reload': 'flag',
  // A number of seconds; Asterisk documents no words for either.
  'PlayMF.Duration': 'number',
  // What is documented as words is the beginning of a list, a pattern, or one case of several.
  'Filter.MatchCriteria': 'text',
  'Filter.Operation': 'text',
  'ModuleLoad.Module': 'text',
  'PJSIPHangup.Cause': 'text',
  // Of what follows, words are taken in any case and in more spellings than are documented.
  'Challenge.AuthType': 'text',
  'Login.AuthType': 'text',
  'AOCMessage.CurrencyAmount': 'text',
};

/** What stands for fields that have numbers in their names, or any name. */
export const placeholders = /-000000$|^Header(?:1|N)$/;

/** As the server calls them: the documentation has them in another case. */
export const spelling: Readonly<Record<string, string>> = {
  'MixMonitor.options': 'Options',
  'PJSIPNotify.channel': 'Channel',
};

const kinds = new Map(
  Object.entries(byKind).flatMap(([kind, names]) =>
    names
      .trim()
      .split(/\s+/)
      .map((name) => [name, kind as SimpleParameterKind] as const),
  ),
);

/** What a parameter takes. */
export function parameterKind(
  action: string,
  parameter: string,
  words: readonly string[],
): ParameterKind {
  const known = byAction[`${action}.${parameter}`] ?? kinds.get(parameter);
  if (known !== undefined) return known;
  const all = [...words].sort().join();
  if (all === 'no,yes' || all === 'false,true') return 'flag';
  return words.length > 1 ? words : 'text';
}
