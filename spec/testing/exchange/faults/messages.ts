/** Messages as the exchange writes them. */
export const greeting = 'Asterisk Call Manager/11.0.0\r\n';
export const message = (...lines: string[]): string => `${lines.join('\r\n')}\r\n\r\n`;
export const response = (id: string, ...more: string[]): string =>
  message('Response: Success', `ActionID: ${id}`, ...more);
export const event = (name: string, ...more: string[]): string =>
  message(`Event: ${name}`, ...more);
export const start = (id: string): string =>
  response(id, 'EventList: start', 'Message: A list follows');
export const entry = (id: string, channel: string): string =>
  event('CoreShowChannel', `ActionID: ${id}`, `Channel: ${channel}`);
export const complete = (id: string, items: number, how = 'Complete'): string =>
  event('CoreShowChannelsComplete', `ActionID: ${id}`, `EventList: ${how}`, `ListItems: ${items}`);
