/** Somebody who may play a role: a name, a number, and the name of a telephone. */
export interface Person {
  readonly name: string;
  readonly number: string;
  readonly phone: string;
}

function colleague(number: number, name: string): Person {
  const [first = name] = name.split(' ');
  return { name, number: String(number), phone: first.toLowerCase() };
}

function customer(number: string, name: string): Person {
  return { name, number, phone: 'trunk' };
}

/** Who works at the demo exchange. */
export const colleagues: readonly Person[] = [
  'Anna Fischer',
  'Ben Okafor',
  'Carla Rossi',
  'David Novak',
  'Emma Lindqvist',
  'Farid Haddad',
  'Grace Kim',
  'Henrik Dahl',
  'Ines Duarte',
  'Jonas Weber',
  'Keiko Tanaka',
  'Liam Walsh',
  'Maya Patel',
  'Nora Jensen',
  'Omar Aziz',
  'Petra Horvat',
].map((name, index) => colleague(210 + index, name));

/** Who answers the calls of which queue. */
export const teams = { support: colleagues.slice(0, 6), sales: colleagues.slice(6, 11) };

/** Who calls from outside; the numbers belong to nobody. */
export const customers: readonly Person[] = [
  customer('2025550123', 'Quinn Taylor'),
  customer('2025550147', 'Rosa Mendes'),
  customer('2025550168', 'Sven Berg'),
  customer('2025550181', 'Tara Singh'),
  customer('2025550194', 'Uma Laurent'),
  customer('2025550112', 'Victor Hugo Paz'),
];
