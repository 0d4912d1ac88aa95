import type { Stage } from '../stage.js';

type CallFields = Readonly<Record<string, string | number>>;

/** Lets Ann, who answers at once and stays, call an extension; gives her channel. */
export function callFrom(stage: Stage, extension: string, more: CallFields = {}): Promise<string> {
  return stage.originate({
    Channel: 'Local/stays@default/n',
    Context: 'default',
    Exten: extension,
    Priority: 1,
    CallerID: '"Ann" <201>',
    ...more,
  });
}

/** Calls an extension, to wait with whoever answers; gives the channel towards it. */
export function callTo(stage: Stage, extension: string, more: CallFields = {}): Promise<string> {
  return stage.originate({
    Channel: `Local/${extension}@default/n`,
    Application: 'Wait',
    Data: '60',
    ...more,
  });
}
