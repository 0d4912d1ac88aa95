import { ManagerLab } from '../support/raw-client.js';
import { recordedAnswers, shapesOf } from '../support/recorded-answers.js';

describe('devices, listed', () => {
  it.each(['a16-lists-idle', 'a22-lists-idle'])('have the fields of %s', (recording) => {
    const lab = new ManagerLab();
    lab.pbx.devices.setCustom('Custom:door', 'inuse');
    const client = lab.login();
    const [recorded] = recordedAnswers(recording, 'DeviceStateList');
    const shapes = new Set(shapesOf(recorded?.messages ?? []));

    expect(shapes.size).toBe(3);
    expect(
      shapesOf(
        client
          .answer(recorded?.sent ?? {})
          .split('\r\n\r\n')
          .slice(0, -1),
      ),
    ).toEqual([...shapes]);
  });

  it('are those whose states are kept', () => {
    const lab = new ManagerLab({}, { agents: '[1001]\n', voicemail: '[default]\n1 => 1,One\n' });
    lab.pbx.phones.add('alice');
    lab.pbx.phones.add('bob').unregister();
    lab.pbx.devices.setCustom('Custom:door', 'INUSE');
    const listed = lab.login().answer({ Action: 'DeviceStateList' });

    expect([...listed.matchAll(/Device: (.*)\r\nState: (.*)\r/g)].map(([, ...one]) => one)).toEqual(
      [
        ['MWI:1@default', 'NOT_INUSE'],
        ['Agent:1001', 'UNAVAILABLE'],
        ['PJSIP/alice', 'NOT_INUSE'],
        ['PJSIP/bob', 'UNAVAILABLE'],
        ['Custom:door', 'INUSE'],
      ],
    );
    expect(listed).toMatch(/\r\nEventList: Complete\r\nListItems: 5\r\n\r\n$/);
  });
});
