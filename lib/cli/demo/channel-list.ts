import { blockFields } from './scene.js';
import type { DemoEvent } from './show.js';

interface Listed {
  readonly block: Readonly<Record<string, string>>;
  readonly startedAt: number;
  readonly application: readonly [name: string, data: string];
  readonly bridge: string;
}

/** The channels that are up at the demo exchange, for those who come later. */
export class ChannelList {
  readonly #channels = new Map<string, Listed>();

  /** Takes note of an event. */
  take({ name, fields }: DemoEvent, at: number): void {
    const id = fields['Uniqueid'];
    if (id === undefined || fields['ChannelState'] === undefined) return;
    if (name === 'Hangup') {
      this.#channels.delete(id);
      return;
    }
    const known = this.#channels.get(id);
    if (known === undefined && name !== 'Newchannel') return;
    const block = Object.fromEntries(
      Object.keys(blockFields).map((key) => [key, fields[key] ?? '']),
    );
    this.#channels.set(id, {
      block,
      startedAt: known?.startedAt ?? at,
      application:
        name === 'Newexten'
          ? [fields['Application'] ?? '', fields['AppData'] ?? '']
          : (known?.application ?? ['', '']),
      bridge: bridgeAfter(name, fields, known),
    });
  }

  /** The channels as entries of `CoreShowChannels`. */
  entries(at: number): ['CoreShowChannel', Record<string, string>][] {
    return [...this.#channels.values()].map(({ block, startedAt, application, bridge }) => [
      'CoreShowChannel',
      {
        ...block,
        Application: application[0],
        ApplicationData: application[1],
        Duration: new Date(at - startedAt).toISOString().slice(11, 19),
        BridgeId: bridge,
      },
    ]);
  }
}

function bridgeAfter(name: string, fields: DemoEvent['fields'], known: Listed | undefined): string {
  if (name === 'BridgeEnter') return fields['BridgeUniqueid'] ?? '';
  const leaves = name === 'BridgeLeave' && fields['BridgeUniqueid'] === known?.bridge;
  return leaves ? '' : (known?.bridge ?? '');
}
