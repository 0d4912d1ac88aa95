import { readParking } from '../../../../../lib/testing/exchange/pbx/parking/read-parking.js';
import { PbxLab } from '../support/pbx-lab.js';
import { dialplan } from './parking-lab.js';

describe('A configuration of parking', () => {
  it('has a lot called default, with 701 to 720, if it says nothing else', () => {
    expect(readParking('')).toMatchObject([
      { name: 'default', parkExten: '700', first: 701, last: 720, parkingTime: 45 },
    ]);
  });

  it('has more lots', () => {
    const text =
      '[general]\n[night] ; lot\nparkpos => 801-802\ncontext => night\nparkingtime => 5\n';
    expect(readParking(text)).toMatchObject([
      { name: 'default' },
      { name: 'night', parkExten: '', first: 801, last: 802, context: 'night', parkingTime: 5 },
    ]);
  });

  it('makes extensions, and hints where they are wished for', () => {
    const parking = '[default]\nparkext => 700\nparkpos => 701-702\nparkinghints = yes\n';
    const { pbx } = new PbxLab({ dialplan, parking });
    expect(pbx.dialplan.find('parkedcalls', '700', 1)).toEqual({ application: 'Park', data: '' });
    expect(pbx.dialplan.find('parkedcalls', '702', 1)).toEqual({
      ...{ application: 'ParkedCall', data: 'default,702' },
    });
    expect(pbx.dialplan.has('parkedcalls', '703')).toBe(false);
    expect(pbx.dialplan.hints.map(({ exten, devices }) => `${exten} ${devices}`)).toEqual([
      '701 park:701@parkedcalls',
      '702 park:702@parkedcalls',
    ]);
  });
});
