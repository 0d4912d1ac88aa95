import { inspect } from 'node:util';
import { expectTypeOf } from 'expect-type';
import * as errors from '../../lib/errors/index.js';
import { isAmiError } from '../../lib/errors/index.js';
import { parseResponse } from '../support/parse.js';
import { excerpt } from '../support/transcripts.js';

const cause = new Error('read ECONNRESET');
const response = parseResponse(excerpt('a22-login-bad-secret', 'Response: Error'));

/** One of each. */
const all = [
  new errors.ActionError('Login: Authentication failed', 'Login', '1', response),
  new errors.ActionTimeoutError('Ping', '1', 5000, 'unknown'),
  new errors.AuthenticationError('refused', response, { cause }),
  new errors.ClosedError('Ping', 'not-sent'),
  new errors.ConnectError('no', 'dial', { cause }),
  new errors.ConnectionLostError('gone', 'unknown', 'Ping', '1', { cause }),
  new errors.InvalidActionError('Ping', ['it has no name']),
  new errors.ListCancelledError('Status', '1', response),
  new errors.ProtocolError('too long', { cause }),
];
const named = all.map((error) => [error.name, error] as const);

describe('the errors', () => {
  it('are these', () => {
    const classes = Object.keys(errors).filter((name) => /^[A-Z].*Error$/.test(name));
    expect([...classes].sort()).toEqual(['AmiError', ...named.map(([name]) => name)].sort());
  });

  it.each(named)('%s has a name, a code, and is shown under its name', (name, error) => {
    expect(error).toBeInstanceOf(errors.AmiError);
    expect(error).toBeInstanceOf(Error);
    expect(error.constructor.name).toBe(name);
    const words = name.replace(/Error$/, '').replace(/\B[A-Z]/g, (letter) => `_${letter}`);
    expect(error.code).toBe(`AMI_${words.toUpperCase()}`);
    expect(String(error)).toBe(`${name}: ${error.message}`);
    expect(error.stack).toMatch(new RegExp(`^${name}: `));
    expect(isAmiError(error)).toBe(true);
  });

  it('keep what caused them', () => {
    const caused = all.filter((error) => error.cause !== undefined);
    expect(caused.map(({ name }) => name)).toEqual([
      ...['AuthenticationError', 'ConnectError', 'ConnectionLostError', 'ProtocolError'],
    ]);
    for (const error of caused) expect(error.cause).toBe(cause);
  });

  it('can be told apart by name or code, in types too', () => {
    const error = all[4] as (typeof all)[number];
    expect(error.name === 'ConnectError' && error.phase).toBe('dial');
    expect(error.code === 'AMI_CONNECT' && error.phase).toBe('dial');
    expectTypeOf<errors.ActionError['name']>().toEqualTypeOf<'ActionError'>();
    expectTypeOf<errors.ActionError['code']>().toEqualTypeOf<'AMI_ACTION'>();
    expectTypeOf<errors.ConnectError['outcome']>().toEqualTypeOf<'not-sent'>();
    expectTypeOf<errors.ClosedError['outcome']>().toEqualTypeOf<errors.Outcome>();
    expectTypeOf(response).toExtend<errors.MessageView>();
  });

  it('cover the secrets of the messages they carry', () => {
    const message = parseResponse('Response: Error\nChallenge: 865539679\nSecret: s3cret\n\n');
    const error = new errors.AuthenticationError('refused', message);
    expect(inspect(error)).toContain('[redacted]');
    expect(inspect(error, { showHidden: true, depth: 9 })).not.toMatch(/s3cret|865539679/);
  });
});

describe('isAmiError', () => {
  it('knows the errors of another copy of the library', () => {
    jest.isolateModules(() => {
      const copy = jest.requireActual<typeof errors>('../../lib/errors/index.js');
      const theirs: unknown = new copy.ProtocolError('x');
      expect(theirs).not.toBeInstanceOf(errors.ProtocolError);
      expect(isAmiError(theirs)).toBe(true);
      expect(copy.isAmiError(all[0])).toBe(true);
    });
    expect(isAmiError({ [Symbol.for('rxjs-ami.error')]: true, name: 'NewerError' })).toBe(true);
  });

  it.each([
    ...[new Error('x'), Object.assign(new Error('x'), { code: 'AMI_ACTION', name: 'ActionError' })],
    ...[{}, { 'rxjs-ami.error': true }, undefined, null, 'AMI_ACTION', 0, () => 1, Symbol('x')],
  ])('knows no other (%p)', (value) => {
    expect(isAmiError(value)).toBe(false);
  });

  it('narrows', () => {
    const value: unknown = all[0];
    if (isAmiError(value)) {
      expectTypeOf(value).toEqualTypeOf<errors.AnyAmiError>();
      if (value.name === 'ActionError') {
        expectTypeOf(value.response).toEqualTypeOf<errors.MessageView>();
      }
    }
    expect(isAmiError(value) && value.code).toBe('AMI_ACTION');
  });
});
