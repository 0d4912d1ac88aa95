import {
  ALL_CLASSES,
  describeMask,
  maskOf,
  parseMask,
} from '../../../../lib/testing/exchange/manager/class-mask.js';

describe('event masks', () => {
  it.each(['on', 'yes', 'TRUE', 'all', 'call,all'])('%s means every class', (text) => {
    expect(parseMask(text)).toBe(ALL_CLASSES);
  });

  it.each(['off', 'no', 'false', 'bogus', '0', 'Call', 'call '])('%s means none', (text) => {
    expect(parseMask(text)).toBe(0);
  });

  it('names classes, or has a bit for each', () => {
    expect(parseMask('call,bogus,user')).toBe(maskOf(['call', 'user']));
    expect(parseMask('1')).toBe(maskOf(['system']));
    expect(parseMask('66')).toBe(maskOf(['call', 'user']));
  });

  it('is refused if it is empty', () => {
    expect(parseMask('')).toBeUndefined();
  });

  it('is told in the order of Asterisk, with "all" behind it', () => {
    expect(describeMask(maskOf(['reporting', 'call', 'system']))).toBe('system,call,reporting,all');
    expect(describeMask(0)).toBe('<none>');
  });
});
