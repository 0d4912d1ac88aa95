import { hangUp, join, music, resultsOf, withCaller } from './conference-lab.js';

describe('The profiles of a conference', () => {
  it('let guests wait, with music, until somebody marked comes', () => {
    const lab = withCaller('guest');
    expect(lab.heard(1000, music)).toEqual(['MusicOnHoldStart 1 default']);
    const conference = lab.pbx.conferences.all.get('room');
    expect(conference?.users.map(({ isWaiting }) => isWaiting)).toEqual([true]);
    lab.call('Local/stays@default/n', 'chair', { number: '2' });
    expect(lab.heard(1000, music)).toEqual(['MusicOnHoldStop 1']);
    // Those who waited come after those who are in it.
    const users = conference?.users.map(({ channel, isWaiting }) => [
      channel.caller.number,
      isWaiting,
    ]);
    expect(users).toEqual([
      ['2', false],
      ['1', false],
    ]);
  });

  it('send guests away when the last who is marked has left', () => {
    const lab = withCaller('chair');
    join(lab, 'guest', '2');
    hangUp(lab, '1');
    expect(resultsOf(lab, 100)).toEqual([
      'VarSet 2 CONFBRIDGE_RESULT ENDMARKED',
      'VarSet 1 CONFBRIDGE_RESULT HANGUP',
    ]);
    expect(lab.pbx.conferences.all.size).toBe(0);
  });

  it('tell who chairs, and who is mute from the start', () => {
    const lab = withCaller('chair');
    join(lab, 'silent', '2');
    expect(
      lab.pbx.conferences.all
        .get('room')
        ?.users.map(({ profile, isMuted }) => [profile.isAdmin, isMuted]),
    ).toEqual([
      [true, false],
      [false, true],
    ]);
  });

  it('play music of their class to whoever is alone', () => {
    const lab = withCaller('lonely');
    expect(lab.heard(1000, music)).toEqual(['MusicOnHoldStart 1 jazz']);
    lab.call('Local/stays@default/n', 'room', { number: '2' });
    expect(lab.heard(1000, music)).toEqual(['MusicOnHoldStop 1']);
    hangUp(lab, '2');
    expect(lab.heard(1000, music)).toEqual(['MusicOnHoldStart 1 jazz']);
    hangUp(lab, '1');
    expect(lab.heard(1000, music)).toEqual(['MusicOnHoldStop 1']);
  });

  it('have a conference recorded from its beginning', () => {
    const lab = withCaller('taped');
    const records = { ConfbridgeRecord: ['Conference', 'BridgeNumChannels'] };
    expect(lab.heard(1000, records)).toEqual(['ConfbridgeRecord taped 2']);
  });
});
