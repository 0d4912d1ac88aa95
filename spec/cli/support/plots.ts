/** What becomes of a recording as a scene of the demo. */
export interface Plot {
  /** Name of the scene: of its constant and, in kebab-case, of its file. */
  readonly scene: string;
  /** What it shows. */
  readonly title: string;
  readonly transcript: string;
  /** The first call that belongs to it, by the last number of its Linkedid. */
  readonly from?: number;
  /** Local channels, without their half, that become the telephone of a role. */
  readonly phones: Readonly<Record<string, string>>;
  /** Extensions that stand for the number of the telephone itself. */
  readonly lines: readonly string[];
  /** What else becomes something else: whole values, or what a pattern finds in them. */
  readonly replace: readonly (readonly [from: string | RegExp, to: string])[];
  /** Seconds before the nth event of a name; the others come at once. */
  readonly pauses: Readonly<Record<string, number>>;
}

const local = (number: string, suffix: string): string => `Local/${number}@default-${suffix}`;

export const plots: readonly Plot[] = [
  {
    scene: 'bridgedCall',
    title: 'A calls B, they talk, B hangs up',
    transcript: 'a22-originate-local-dial',
    phones: { [local('110', '0000000d')]: 'A', [local('101', '0000000e')]: 'B' },
    lines: ['110', '101'],
    replace: [
      [/Local\/101@default/, 'PJSIP/{B.phone}'],
      ['400', '{B.number}'],
    ],
    pauses: { 'Newstate 1': 0.5, 'Newstate 2': 1.5, 'HangupRequest 1': 4 },
  },
  {
    scene: 'blindTransfer',
    title: 'A calls B, who transfers A to a mailbox',
    transcript: 'a22-blind-transfer',
    phones: { [local('110', '0000002d')]: 'A', [local('110', '0000002e')]: 'B' },
    lines: ['110'],
    replace: [
      [/Local\/110@default\/n/, 'PJSIP/{B.phone}'],
      ['412', '{B.number}'],
    ],
    pauses: { 'Newstate 1': 0.6, 'Newstate 2': 1.8, 'Unhold 1': 5, 'SoftHangupRequest 1': 5 },
  },
  {
    scene: 'conference',
    title: 'A and B meet in a conference',
    transcript: 'a22-confbridge',
    phones: { [local('110', '00000014')]: 'A', [local('110', '00000015')]: 'B' },
    lines: ['110'],
    replace: [
      ['801', '{A.number}'],
      ['Conf 1', '{A.name}'],
      ['802', '{B.number}'],
      ['Conf 2', '{B.name}'],
    ],
    pauses: {
      'Newstate 1': 1,
      'Newstate 2': 0.7,
      'ConfbridgeMute 1': 0.3,
      'ConfbridgeUnmute 1': 0.8,
      'ConfbridgeJoin 2': 0.5,
      'BridgeLeave 1': 9,
      'BridgeLeave 2': 0.4,
    },
  },
  {
    scene: 'noAnswer',
    title: 'A calls B, who does not answer',
    transcript: 'a22-dial-noanswer',
    phones: { [local('110', '0000003b')]: 'A', [local('121', '0000003c')]: 'B' },
    lines: ['110', '121'],
    replace: [
      [/Local\/121@default\/n/, 'PJSIP/{B.phone}'],
      ['402', '{B.number}'],
    ],
    pauses: { 'Newstate 1': 0.5, 'Newstate 2': 0.3, 'DialEnd 2': 4 },
  },
  {
    scene: 'forwardedCall',
    title: 'A calls C, whose calls are forwarded to B through a Local channel',
    transcript: 'a22-local-optimization',
    phones: { [local('110', '0000002a')]: 'A', [local('970', '0000002c')]: 'B' },
    lines: ['110', '970'],
    replace: [
      [/Local\/970@default\/n/, 'PJSIP/{B.phone}'],
      [/\b41[01](?=@default)/, '{C.number}'],
      ['410', '{C.number}'],
      ['411', '{C.number}'],
    ],
    pauses: {
      'Newstate 1': 0.6,
      'DialBegin 3': 0.3,
      'Newstate 2': 2.5,
      'LocalOptimizationBegin 1': 0.4,
      'BridgeLeave 4': 6,
    },
  },
  {
    scene: 'queueCall',
    title: 'A waits in a queue, agent B takes the call',
    transcript: 'a22-queue-call',
    phones: { [local('110', '00000011')]: 'A' },
    lines: ['110'],
    replace: [
      ['555', '{A.number}'],
      ['Caller Q', '{A.name}'],
      ['Alice', '{B.name}'],
      [/\b101(?=@default)/, '{B.number}'],
      ['101', '{B.number}'],
    ],
    pauses: { 'Newstate 1': 0.4, 'Newchannel 2': 2, 'Newstate 2': 1.5, 'SoftHangupRequest 1': 8 },
  },
  {
    scene: 'queueGivenUp',
    title: 'A waits in a queue, agent B does not answer, A gives up',
    transcript: 'a22-queue-ringnoanswer',
    from: 6,
    phones: { [local('110', '00000003')]: 'A' },
    lines: ['110'],
    replace: [
      ['110', '{A.number}'],
      ['Rna', '{B.name}'],
      [/\bempty(?![a-z])/, 'sales'],
      [/\b121(?=@default)/, '{B.number}'],
      ['121', '{B.number}'],
    ],
    pauses: {
      'Newstate 1': 0.5,
      'Newchannel 2': 1.5,
      'Newstate 2': 0.3,
      'AgentRingNoAnswer 1': 5,
      'QueueCallerAbandon 1': 1.5,
    },
  },
  {
    scene: 'pickup',
    title: 'A calls B, C picks the call up',
    transcript: 'a16-pickup',
    phones: {
      [local('110', '00000037')]: 'A',
      [local('121', '00000038')]: 'B',
      [local('110', '00000039')]: 'C',
    },
    lines: ['110', '121'],
    replace: [
      [/Local\/121@default\/n/, 'PJSIP/{B.phone}'],
      [/413(?=@default)/, '{B.number}'],
      ['413', '{B.number}'],
    ],
    pauses: {
      'Newstate 1': 0.7,
      'Newstate 2': 0.4,
      'Newchannel 3': 3,
      'Newstate 3': 0.5,
      'DialEnd 3': 0.3,
      'BridgeLeave 1': 6,
    },
  },
  {
    scene: 'attendedTransfer',
    title: 'A calls B, who asks C and then connects A with C',
    transcript: 'a16-attended-transfer',
    phones: {
      [local('110', '0000002f')]: 'A',
      [local('110', '00000030')]: 'B',
      [local('415', '00000031')]: 'C',
    },
    lines: ['110', '415'],
    replace: [
      [/Local\/110@default\/n/, 'PJSIP/{B.phone}'],
      ['412', '{B.number}'],
      ['415', '{C.number}'],
    ],
    pauses: {
      'Newstate 1': 0.6,
      'Newstate 2': 2,
      'DTMFEnd 1': 4,
      'DTMFEnd 2': 0.2,
      'DTMFEnd 3': 0.3,
      'DTMFEnd 4': 0.2,
      'DTMFEnd 5': 0.2,
      'Newstate 3': 2,
      'BridgeLeave 2': 3,
      'BridgeLeave 4': 5,
    },
  },
];
