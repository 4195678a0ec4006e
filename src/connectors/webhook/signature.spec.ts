import { describe, expect, it } from '@jest/globals';
import { fits, isGenuine, sign, SIGNATURE_HEADER, TIMESTAMP_HEADER } from './signature.js';

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

  describe('with a time', () => {
    const now = new Date('2026-11-22T12:00:00Z');
    const at = (offset: number) => String(now.getTime() / 1000 + offset);
    const headers = (time: string) => ({ [SIGNATURE_HEADER]: sign(secret, body, time), [TIMESTAMP_HEADER]: time });

    it('is good for five minutes to either side', () => {
      for (const offset of [0, -300, 300]) expect(isGenuine(secret, body, headers(at(offset)), now)).toBe(true);
      for (const offset of [-301, 301, -86_400]) expect(isGenuine(secret, body, headers(at(offset)), now)).toBe(false);
    });

    it('covers the time: it can be neither changed nor taken off nor put on', () => {
      const old = headers(at(-3600));
      expect(isGenuine(secret, body, { ...old, [TIMESTAMP_HEADER]: at(0) }, now)).toBe(false);
      expect(isGenuine(secret, body, { [SIGNATURE_HEADER]: old[SIGNATURE_HEADER] }, now)).toBe(false);
      expect(isGenuine(secret, body, { [SIGNATURE_HEADER]: sign(secret, body), [TIMESTAMP_HEADER]: at(0) }, now)).toBe(false);
      expect(isGenuine(secret, body, headers('soon'), now)).toBe(false);
    });

    it('the signature of the body alone stays good', () => {
      expect(isGenuine(secret, body, { [SIGNATURE_HEADER]: sign(secret, body) }, now)).toBe(true);
    });
  });
});
