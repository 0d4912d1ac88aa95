import { readGlobal } from '../../../../lib/testing/exchange/pbx/substitute.js';
import { PbxLab } from './support/pbx-lab.js';

const dialplan = `[default]
exten => door,hint,Custom:door,CustomPresence:door
`;
const fields = ['Status', 'Subtype', 'Message'];
const wanted = {
  PresenceStatus: ['Exten', 'Context', 'Hint', ...fields],
  PresenceStateChange: ['Presentity', ...fields],
};

describe('presences', () => {
  it('tell of themselves, and of the extension that shows them', () => {
    const lab = new PbxLab({ dialplan });
    lab.pbx.presences.setCustom('CustomPresence:door', 'dnd,sub,hello');

    expect(lab.heard(0, wanted)).toEqual([
      'PresenceStatus door default Custom:door,CustomPresence:door dnd sub hello',
      'PresenceStateChange CustomPresence:door dnd sub hello',
    ]);
  });

  it('tell of themselves again when they are set to the same', () => {
    const lab = new PbxLab({ dialplan });
    lab.pbx.presences.set('CustomPresence:door', 'xa');
    lab.heard(0, {});
    lab.pbx.presences.set('CustomPresence:door', 'xa');
    lab.pbx.presences.set('CustomPresence:other', 'away');

    expect(lab.heard(0, wanted)).toEqual([
      'PresenceStateChange CustomPresence:door xa  ',
      'PresenceStateChange CustomPresence:other away  ',
    ]);
  });

  it('are read in base64', () => {
    const { pbx } = new PbxLab();
    pbx.presences.setCustom('CustomPresence:q', 'dnd,c3Vi,aGVsbG8=,e');

    expect(pbx.presences.find('CustomPresence:q')).toEqual({
      ...{ state: 'dnd', subtype: 'sub', message: 'hello' },
    });
  });

  it('are not set to nonsense, nor are those of others', () => {
    const { pbx } = new PbxLab();

    expect(pbx.presences.setCustom('CustomPresence:q', 'bad')).toBe(false);
    expect(pbx.presences.setCustom('Other:q', 'dnd')).toBe(false);
    expect([...pbx.presences.all]).toEqual([]);
  });

  it('are read by the dialplan', () => {
    const { pbx } = new PbxLab();
    pbx.presences.set('CustomPresence:q', 'dnd', 'sub', 'hello');
    const read = (argument: string): string => readGlobal(pbx, `PRESENCE_STATE(${argument})`);

    expect(['value', 'subtype', 'message'].map((one) => read(`CustomPresence:q,${one}`))).toEqual([
      ...['dnd', 'sub', 'hello'],
    ]);
    expect(read('CustomPresence:none,value')).toBe('not_set');
    expect(read('CustomPresence:q')).toBe('');
    expect(read('nobody,value')).toBe('');
  });
});
