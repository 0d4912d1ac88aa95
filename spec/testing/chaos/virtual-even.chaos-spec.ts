import { chaosSettings } from './settings.js';
import { runAllVirtually } from './run-virtually.js';
import { say } from './say.js';

const { seeds, isVerbose } = chaosSettings(2000);
const ours = seeds.filter((seed) => seed % 2 === 0);

describe('even seeds in virtual time', () => {
  it('end as the exchange is, with every action settled rightly and nothing left', () => {
    expect(runAllVirtually(ours, isVerbose ? say : undefined)).toEqual([]);
  });
});
