import type { ChannelState } from './channel.js';

/** Asterisk's words for the states, from `ast_state2str` in `main/channel_state.c`. */
const words: Readonly<Record<ChannelState, string>> = {
  down: 'Down',
  reserved: 'Rsrvd',
  'off-hook': 'OffHook',
  dialing: 'Dialing',
  ring: 'Ring',
  ringing: 'Ringing',
  up: 'Up',
  busy: 'Busy',
  'dialing-off-hook': 'Dialing Offhook',
  'pre-ring': 'Pre-ring',
  mute: 'Mute',
  unknown: 'Unknown',
};

const states = new Map(Object.entries(words).map(([state, word]) => [word, state as ChannelState]));

/** A state by Asterisk's word for it. */
export function toChannelState(word: string | undefined): ChannelState {
  return (word === undefined ? undefined : states.get(word)) ?? 'unknown';
}

/** Asterisk's word for a state. */
export function toStateWord(state: ChannelState): string {
  // Those that nearly all channels are in, without a look into a table.
  return state === 'up' ? words.up : state === 'ring' ? words.ring : words[state];
}
