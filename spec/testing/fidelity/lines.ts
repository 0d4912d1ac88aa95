import type { PlainEvent } from './plain-event.js';

/** Fields of the block that describes a channel, after the prefix that says which one. */
const block =
  /^(.*?)(ChannelState|ChannelStateDesc|(?:CallerID|ConnectedLine)(?:Num|Name)|Language|AccountCode|Context|Exten|Priority|Linkedid)$/;

/** What a channel is like before anything is said of it. */
const usual: Readonly<Record<string, string>> = {
  ...{ CallerIDNum: '<unknown>', CallerIDName: '<unknown>', Language: 'en', AccountCode: '' },
  ...{ ConnectedLineNum: '<unknown>', ConnectedLineName: '<unknown>' },
};

const states = ['Down', 'Rsrvd', 'OffHook', 'Dialing', 'Ring', 'Ringing', 'Up', 'Busy'];

/** Writes the events of one source as lines, in which a channel is described by what is new of it. */
export class Lines {
  readonly #known = new Map<string, string>();
  readonly lines: string[] = [];

  /** Adds the event, without the fields that name its source. */
  add(event: PlainEvent, sourceFields: readonly string[]): void {
    const said = event.fields
      .filter(([field]) => !sourceFields.includes(field))
      .filter(([field, value]) => this.#isNews(event, field, value))
      .map(([field, value]) => `${field}=${value}`);
    this.lines.push([event.name, ...said].join(' '));
  }

  /** Adds the event without what it says of the state of channels, unless it just has been. */
  addBare(event: PlainEvent): void {
    const said = event.fields.filter(([field]) => !isState(event, field));
    const line = [event.name, ...said.map(([field, value]) => `${field}=${value}`)].join(' ');
    if (this.lines.at(-1) !== line) this.lines.push(line);
  }

  /** Adds that the event came, which is told in full elsewhere. */
  mention(event: PlainEvent, source: string): void {
    this.lines.push(`(${event.name} of ${source})`);
  }

  #isNews(event: PlainEvent, field: string, value: string): boolean {
    if (!isState(event, field)) return true;
    const [, prefix = '', name = ''] = block.exec(field) ?? [];
    // As a number it says the same once more.
    if (name === 'ChannelState') return states[Number(value)] !== event.get(`${field}Desc`);
    const key = `${event.get(`${prefix}Uniqueid`) ?? ''} ${name}`;
    const before = this.#known.get(key) ?? usual[name];
    this.#known.set(key, value);
    return value !== before;
  }
}

/** Whether the field says what a channel is like; others are called so as well. */
function isState(event: PlainEvent, field: string): boolean {
  // Says what the call was asked for.
  if (event.name === 'OriginateResponse') return false;
  const prefix = block.exec(field)?.[1];
  return prefix !== undefined && event.get(`${prefix}Uniqueid`) !== undefined;
}
