/** One event of a scene, with its values still open: `{A.name}` is who plays A, `{u1}` an id. */
export interface SceneEvent {
  /** How long to wait before it, in milliseconds; some more or less each time. */
  readonly pauseMs: number;
  readonly name: string;
  readonly fields: readonly (readonly [name: string, value: string])[];
}

/** The fields that Asterisk writes of a channel, in its order, with what they are at first. */
export const blockFields = {
  Channel: '',
  ChannelState: '0',
  ChannelStateDesc: 'Down',
  CallerIDNum: '<unknown>',
  CallerIDName: '<unknown>',
  ConnectedLineNum: '<unknown>',
  ConnectedLineName: '<unknown>',
  Language: 'en',
  AccountCode: '',
  Context: 'default',
  Exten: '',
  Priority: '1',
  Uniqueid: '',
  Linkedid: '{u1}',
} as const;

/**
 * Reads the text of a scene. A line is an event: its pause in seconds, its name, its parts, with
 * `|` between them. A part is a field, `Name=value`; or a change to what is known of channel 3,
 * `3.ChannelState=6`; or all that is known of it, `*3`, or `Dest*3` under a prefix.
 */
export function parseScene(text: string): SceneEvent[] {
  const channels = new Map<string, Record<string, string>>();
  const channel = (id: string): Record<string, string> => {
    const known = channels.get(id) ?? { ...blockFields, Uniqueid: `{u${id}}` };
    channels.set(id, known);
    return known;
  };
  return text
    .trim()
    .split('\n')
    .map((line) => {
      const [pause = '', name = '', ...parts] = line.split('|');
      const fields = parts.flatMap((part): [string, string][] => {
        const whole = /^([A-Za-z]*)\*(\d+)$/.exec(part);
        if (whole !== null) {
          const [, prefix = '', id = ''] = whole;
          return Object.entries(channel(id)).map(([key, value]) => [prefix + key, value]);
        }
        const equals = part.indexOf('=');
        const key = part.slice(0, equals);
        const value = part.slice(equals + 1);
        const change = /^(\d+)\.(\w+)$/.exec(key);
        if (change === null) return [[key, value]];
        channel(change[1] ?? '')[change[2] ?? ''] = value;
        return [];
      });
      return { pauseMs: Number(pause) * 1000, name, fields };
    });
}
