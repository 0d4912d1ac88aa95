import { ManagerLab } from '../support/raw-client.js';

describe('Setvar', () => {
  it.each([
    ['DEVICE_STATE(Custom:door)', 'BUSY', 'Success', 'Variable Set'],
    ['DEVICE_STATE(Custom:door)', 'OPEN', 'Error', 'Variable not set'],
    ['DEVICE_STATE(PJSIP/alice)', 'BUSY', 'Error', 'Variable not set'],
    ['PRESENCE_STATE(CustomPresence:alice)', 'away,lunch', 'Success', 'Variable Set'],
    ['PRESENCE_STATE(CustomPresence:alice)', 'asleep', 'Error', 'Variable not set'],
    ['GLOBAL(GREETING)', 'hello', 'Success', 'Variable Set'],
    ['GREETING', 'hello', 'Success', 'Variable Set'],
  ])('of %s to %s answers %s', (variable, value, response, message) => {
    const client = new ManagerLab().login();
    client.answer({ Action: 'Events', EventMask: 'off' });
    const answer = client.answer({ Action: 'Setvar', Variable: variable, Value: value });
    expect(answer).toBe(`Response: ${response}\r\nMessage: ${message}\r\n\r\n`);
  });
});
