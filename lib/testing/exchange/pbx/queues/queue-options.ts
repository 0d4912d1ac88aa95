import { isTrue } from '../is-true.js';

/** Whom a queue calls first. */
const queueStrategies = [
  ...(['ringall', 'leastrecent', 'fewestcalls', 'random', 'rrmemory', 'linear'] as const),
  ...(['wrandom', 'rrordered'] as const),
];

type QueueStrategy = (typeof queueStrategies)[number];

/** How a queue works; each is named and works as in queues.conf. */
export interface QueueOptions {
  /**
   * Whom it calls first.
   * @defaultValue 'ringall'
   */
  readonly strategy?: QueueStrategy;
  /**
   * How long members are called at a time, in seconds; 0 for ever.
   * @defaultValue 15
   */
  readonly timeout?: number;
  /**
   * How long it waits before it calls again, in seconds.
   * @defaultValue 5
   */
  readonly retry?: number;
  /**
   * How long members are left alone after a call, in seconds.
   * @defaultValue 0
   */
  readonly wrapuptime?: number;
  /**
   * How many callers may wait; 0 for no limit.
   * @defaultValue 0
   */
  readonly maxlen?: number;
  /**
   * Whether callers may join where nobody serves: `yes`, `no`, `strict`, `loose`, or a list of
   * states in which members don't count, such as `unavailable,paused`.
   * @defaultValue 'yes'
   */
  readonly joinempty?: string;
  /**
   * Whether callers are sent away when nobody serves any more, as `joinempty`.
   * @defaultValue 'no'
   */
  readonly leavewhenempty?: string;
  /**
   * Whether members who are in use are called.
   * @defaultValue true
   */
  readonly ringinuse?: boolean;
  /**
   * Within how many seconds a call should be answered.
   * @defaultValue 0
   */
  readonly servicelevel?: number;
  /**
   * Whether members who don't answer are paused: `yes`, `no`, or `all`, in all their queues.
   * @defaultValue 'no'
   */
  readonly autopause?: string;
  /**
   * How many seconds after their last call members are not paused.
   * @defaultValue 0
   */
  readonly autopausedelay?: number;
  /**
   * Whether members who are busy are paused as well.
   * @defaultValue false
   */
  readonly autopausebusy?: boolean;
  /**
   * Whether members whose line is congested are paused as well.
   * @defaultValue false
   */
  readonly autopauseunavail?: boolean;
  /**
   * Of queues that share members, the one with the greater weight goes first.
   * @defaultValue 0
   */
  readonly weight?: number;
  /**
   * Whether callers behind the first are served at the same time, by members who are free.
   * @defaultValue false
   */
  readonly autofill?: boolean;
  /**
   * How many seconds a member who has answered waits for the caller.
   * @defaultValue 0
   */
  readonly memberdelay?: number;
  /**
   * What is played to a member who has answered, before the caller is connected.
   * @defaultValue nothing
   */
  readonly announce?: string;
  /**
   * The class of the music that callers hear.
   * @defaultValue 'default'
   */
  readonly musicclass?: string;
  /**
   * Whose timeout counts where both end a call to members: `app`, the application's, or `conf`.
   * @defaultValue 'app'
   */
  readonly timeoutpriority?: string;
  /**
   * Whether the timeout begins anew when a member is busy.
   * @defaultValue false
   */
  readonly timeoutrestart?: boolean;
  /**
   * Whether both channels get MEMBERINTERFACE and the like.
   * @defaultValue false
   */
  readonly setinterfacevar?: boolean;
  /**
   * Whether both channels get QEHOLDTIME and QEORIGINALPOS.
   * @defaultValue false
   */
  readonly setqueueentryvar?: boolean;
}

const defaults: Required<QueueOptions> = {
  strategy: 'ringall',
  timeout: 15,
  retry: 5,
  wrapuptime: 0,
  maxlen: 0,
  joinempty: 'yes',
  leavewhenempty: 'no',
  ringinuse: true,
  servicelevel: 0,
  autopause: 'no',
  autopausedelay: 0,
  autopausebusy: false,
  autopauseunavail: false,
  weight: 0,
  autofill: false,
  memberdelay: 0,
  announce: '',
  musicclass: 'default',
  timeoutpriority: 'app',
  timeoutrestart: false,
  setinterfacevar: false,
  setqueueentryvar: false,
};

/** The options of a queue, with what is usual for those that are not given. */
export function completeOptions(options: QueueOptions): Required<QueueOptions> {
  return { ...defaults, ...options };
}

/** The options that entries of queues.conf give. */
export function readOptions(
  entries: readonly (readonly [key: string, value: string])[],
): QueueOptions {
  const read = entries.flatMap(([key, value]) => {
    const name = aliases[key.toLowerCase()] ?? key.toLowerCase();
    return isOption(name) ? [[name, readValue(name, value)]] : [];
  });
  return Object.fromEntries(read) as QueueOptions;
}

const aliases: Readonly<Record<string, string>> = {
  music: 'musicclass',
  musiconhold: 'musicclass',
};

function isOption(name: string): name is keyof QueueOptions {
  return Object.hasOwn(defaults, name);
}

function readValue(name: keyof QueueOptions, value: string): string | number | boolean {
  if (name === 'strategy') return readStrategy(value);
  switch (typeof defaults[name]) {
    case 'number': {
      const number = Number.parseInt(value, 10);
      return number >= 0 ? number : defaults[name];
    }
    case 'boolean':
      return isTrue(value);
    default:
      return value;
  }
}

function readStrategy(value: string): QueueStrategy {
  const wanted = value.toLowerCase() === 'roundrobin' ? 'rrmemory' : value.toLowerCase();
  return queueStrategies.find((one) => one === wanted) ?? defaults.strategy;
}
