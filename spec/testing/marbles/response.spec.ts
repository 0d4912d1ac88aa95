import { Response } from '../../../lib/wire/index.js';
import { response } from '../../../lib/testing/marbles/response.js';

describe('response', () => {
  it('is a success unless it says otherwise', () => {
    expect(response()).toBeInstanceOf(Response);
    expect(response().lines).toEqual(['Response: Success']);
    expect(response('Error', { Message: 'Interface not found' })).toMatchObject({
      isError: true,
      message: 'Interface not found',
    });
  });

  it('has the output of a Command, line by line', () => {
    const told = response('Success', { Message: 'Command output follows', Output: ['one', 'two'] });
    expect(told.output).toBe('one\ntwo');
  });

  it('cannot have a line break', () => {
    expect(() => response('Error', { Message: 'a\r\nb' })).toThrow(TypeError);
  });
});
