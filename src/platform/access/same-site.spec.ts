import { describe, expect, it } from '@jest/globals';
import { bearerOf, sessionIdOf } from './access-request.js';
import { allowedOrigin, isSafeMethod } from './same-site.js';

describe('allowedOrigin', () => {
  const host = 'desk.example:3000';
  it.each([
    [{ host }, true],
    [{ host, origin: 'http://desk.example:3000' }, true],
    [{ host, origin: 'https://desk.example:3000' }, true],
    [{ host, origin: 'https://proxy.example' }, true],
    [{ host, origin: 'http://desk.example' }, false],
    [{ host, origin: 'http://desk.example:3000.evil.example' }, false],
    [{ host, origin: 'http://evil.example' }, false],
    [{ host, origin: 'null' }, false],
    [{ host, origin: '' }, false],
    [{ host, origin: 'ftp://desk.example:3000' }, false],
    [{ host, 'sec-fetch-site': 'cross-site' }, false],
    [{ host, 'sec-fetch-site': 'same-origin', origin: 'http://desk.example:3000' }, true],
  ])('%j → %s', (headers, allowed) => {
    expect(allowedOrigin(headers, ['https://proxy.example'])).toBe(allowed);
  });

  it('counts only reading methods as safe', () => {
    expect(['GET', 'HEAD', 'OPTIONS', 'POST', 'PATCH', 'DELETE', 'PUT', 'get'].filter(isSafeMethod)).toEqual([
      'GET',
      'HEAD',
      'OPTIONS',
    ]);
  });
});

describe('what a request carries', () => {
  const id = 'a'.repeat(43);
  it('finds the session among other cookies and takes no malformed one', () => {
    expect(sessionIdOf({ cookie: `theme=dark; earshot.sid=${id}; x=y` })).toBe(id);
    for (const cookie of [
      undefined,
      '',
      'earshot.sid',
      'earshot.sid=',
      `earshot.sid=${id}a`,
      `earshot.sid=s%3A${id}`,
      `xearshot.sid=${id}`,
    ])
      expect(sessionIdOf({ cookie })).toBeNull();
  });

  it('finds a bearer token', () => {
    expect(bearerOf({ authorization: 'bearer  esh_x' })).toBe('esh_x');
    for (const authorization of [undefined, '', 'Bearer', 'Bearer ', 'Basic abc', 'Bearer a b'])
      expect(bearerOf({ authorization })).toBeNull();
  });
});
