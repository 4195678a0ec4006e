import { describe, expect, it } from '@jest/globals';
import { fits, sign } from './signature.js';

const secret = 'a long enough secret';
const body = Buffer.from('[{"text":"şikâyet"}]');

describe('the signature of a delivery', () => {
  it('is HMAC-SHA-256 of the raw body in hex', () => {
    expect(sign('key', 'The quick brown fox jumps over the lazy dog')).toBe(
      'sha256=f7bc83f430538424b13298e6aa6fb143ef4d59a14946175997479dbc2d1a3cd8',
    );
  });

  it('fits the very body only, in either case of its digits', () => {
    expect(fits(secret, body, sign(secret, body))).toBe(true);
    expect(fits(secret, body, sign(secret, body).replace('sha256=', '').toUpperCase())).toBe(false);
    expect(fits(secret, body, `sha256=${sign(secret, body).slice(7).toUpperCase()}`)).toBe(true);
    expect(fits(secret, Buffer.concat([body, Buffer.from(' ')]), sign(secret, body))).toBe(false);
    expect(fits('another secret', body, sign(secret, body))).toBe(false);
  });

  it.each([undefined, '', 'sha256=', 'sha1=abc', `sha256=${'g'.repeat(64)}`, ['sha256=a', 'sha256=b']])(
    'does not fit %j',
    (header) => {
      expect(fits(secret, body, header)).toBe(false);
    },
  );
});
