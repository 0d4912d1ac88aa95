import { describeAddress } from '../../lib/transport/index.js';

describe('describeAddress', () => {
  it.each([
    [{ host: 'pbx.example.com', port: 5039, tls: true }, 'tls://pbx.example.com:5039'],
    [{ host: '192.0.2.1', port: 5038, tls: false }, 'tcp://192.0.2.1:5038'],
    [{ host: '::1', port: 5038, tls: false }, 'tcp://[::1]:5038'],
  ])('of %j is %s', (address, text) => {
    expect(describeAddress(address)).toBe(text);
  });

  it('has no credentials, whatever comes with the address', () => {
    const settings = { host: 'pbx', port: 1, tls: false, username: 'admin', secret: 's3cret' };
    expect(describeAddress(settings)).toBe('tcp://pbx:1');
  });
});
