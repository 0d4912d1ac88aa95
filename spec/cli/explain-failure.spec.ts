import { explainFailure } from '../../lib/cli/explain-failure.js';
import { InterruptedError } from '../../lib/cli/interrupted-error.js';
import { UsageError } from '../../lib/cli/usage-error.js';
import {
  ActionTimeoutError,
  AuthenticationError,
  ConnectError,
  ConnectionLostError,
  InvalidActionError,
} from '../../lib/errors/index.js';
import { parseOne } from '../support/parse.js';

const refusal = parseOne('Response: Error\r\nMessage: Authentication failed\r\n\r\n');

describe('explainFailure', () => {
  it.each([
    [new UsageError('wrong'), 2, 'wrong\nSee rxjs-ami --help'],
    [new InvalidActionError('Ping', ['it is wrong']), 2, '"Ping" is no valid action: it is wrong'],
    [new ConnectError('away', 'dial'), 3, 'away'],
    [new AuthenticationError('refused', refusal), 3, 'refused'],
    [new ConnectionLostError('lost\u001b', 'unknown'), 1, 'lost·'],
    [
      new InterruptedError(),
      1,
      'Interrupted before the answer; what was sent may have been carried out',
    ],
    [new ActionTimeoutError('Ping', 'x', 5, 'unknown'), 1, 'Ping got no answer within 5 ms'],
    [Object.assign(new Error('disk full'), { syscall: 'write' }), 1, 'disk full'],
    [
      new ConnectError('The certificate of x is not trusted; give it in tls.ca', 'tls'),
      3,
      'The certificate of x is not trusted; give it in tls.ca (for this command: in NODE_EXTRA_CA_CERTS)',
    ],
  ])('%p exits with %i', (error, code, text) => {
    expect(explainFailure(error)).toEqual({ code, text });
  });

  it('explains no mistake of the program itself', () => {
    expect(explainFailure(new TypeError('x is not a function'))).toBeUndefined();
  });
});
