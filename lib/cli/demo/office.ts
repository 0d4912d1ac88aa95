import type { ExchangeOptions } from '../../testing/index.js';

const staff = [
  ...['Anna Fischer', 'Ben Okafor', 'Carla Rossi', 'David Novak', 'Emma Lindqvist', 'Farid Haddad'],
  ...['Grace Kim', 'Henrik Dahl', 'Ines Duarte', 'Jonas Weber', 'Keiko Tanaka'],
  ...['Liam Walsh', 'Maya Patel', 'Nora Jensen', 'Omar Aziz', 'Petra Horvat'],
].map((name, index) => {
  const [first = name] = name.split(' ');
  return { name, number: String(210 + index), phone: first.toLowerCase() };
});

/** Who answers the calls of which queue. */
const teams = { support: staff.slice(0, 6), sales: staff.slice(6, 11) };

/** The office behind the demo exchange: who works there, and who answers which queue. */
export const office: ExchangeOptions = {
  phones: Object.fromEntries(staff.map(({ phone, name, number }) => [phone, { name, number }])),
  queues: Object.entries(teams)
    .map(([queue, members]) => {
      const lines = members.map(
        ({ name, phone }) => `member => PJSIP/${phone},0,${name},PJSIP/${phone}`,
      );
      return [`[${queue}]`, 'strategy = rrmemory', 'timeout = 15', 'ringinuse = no', ...lines].join(
        '\n',
      );
    })
    .join('\n'),
};
