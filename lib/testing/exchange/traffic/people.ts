/** Somebody who calls from outside. */
export interface Outsider {
  readonly number: string;
  readonly name: string;
}

/** Who calls from outside; the numbers are of the range that belongs to nobody. */
export const outsiders: readonly Outsider[] = [
  { number: '2025550123', name: 'Quinn Taylor' },
  { number: '2025550147', name: 'Rosa Mendes' },
  { number: '2025550168', name: 'Sven Berg' },
  { number: '2025550181', name: 'Tara Singh' },
  { number: '2025550194', name: 'Uma Laurent' },
  { number: '2025550112', name: 'Victor Paz' },
  { number: '2025550135', name: 'Wanda Kowalska' },
  { number: '2025550159', name: 'Yusuf Demir' },
];
