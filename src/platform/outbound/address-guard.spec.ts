import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { AllowedHosts, checkedUrl, isPublicAddress } from './address-guard.js';
import { guardedLookup, type Resolver } from './guarded-lookup.js';
import { OutboundError } from './safe-http.js';
import { UndiciSafeHttp } from './safe-http.undici.js';

const NOBODY = new AllowedHosts([]);
const INWARD_URLS = [
  'http://127.0.0.1/', 'http://127.1/', 'http://0/', 'http://0.0.0.0/', 'http://0.1.2.3/', 'http://[::1]/', 'http://[::]/',
  'http://[::ffff:127.0.0.1]/', 'http://[::ffff:7f00:1]/', 'http://[::127.0.0.1]/', 'http://2130706433/', 'http://0x7f000001/',
  'http://017700000001/', 'http://0177.0.0.1/', 'http://0x7f.1/', 'http://localhost/', 'http://LOCALHOST./', 'http://a.localhost/',
  'http://169.254.169.254/latest/meta-data/', 'http://metadata.google.internal/', 'http://100.100.100.200/', 'http://10.1.2.3/',
  'http://172.31.255.255/', 'http://192.168.1.1/', 'http://198.18.0.1/', 'http://224.0.0.1/', 'http://255.255.255.255/',
  'http://240.0.0.1/', 'http://[fe80::1]/', 'http://[fc00::1]/', 'http://[fec0::1]/', 'http://[ff02::1]/', 'http://[64:ff9b::7f00:1]/',
  'http://[64:ff9b:1::1]/', 'http://[2002:7f00:1::]/', 'http://[2001::1]/', 'http://[2001:db8::1]/', 'http://①②⑦.⓪.⓪.①/',
  'http://127。0。0。1/', 'http:127.0.0.1', 'http:///127.0.0.1', 'http://127.0.0.1#@news.example.com/', 'http://printer/',
  'http://news.example.com:22/', 'http://news.example.com:6379/',
]; // prettier-ignore
const BAD_URLS = [
  'file:///etc/passwd', 'gopher://127.0.0.1:25/_x', 'ftp://127.0.0.1/', 'data:text/xml,<rss/>', 'javascript:alert(1)', '//127.0.0.1/',
  'http://user@news.example.com/', 'http://news.example.com@127.0.0.1/', 'http://[fe80::1%25eth0]/', '', 'feed',
]; // prettier-ignore

function kindOf(url: string): string {
  try {
    checkedUrl(url, NOBODY);
    return 'passed';
  } catch (error) {
    return error instanceof OutboundError ? error.kind : String(error);
  }
}

describe('which addresses are public', () => {
  it('takes plain public unicast only', () => {
    for (const good of [
      '8.8.8.8',
      '1.1.1.1',
      '172.15.0.1',
      '172.32.0.1',
      '100.63.0.1',
      '2606:4700::1111',
      '2a00:1450:4001::200e',
    ]) {
      expect([good, isPublicAddress(good)]).toEqual([good, true]);
    }
    for (const bad of [
      'fe80::1%eth0',
      '2606:4700::1111%1',
      '::ffff:8.8.8.8',
      '64:ff9b::808:808',
      '',
      'x',
      '127.0.0.1',
      '0.0.0.0',
    ]) {
      expect([bad, isPublicAddress(bad)]).toEqual([bad, false]);
    }
  });

  it('never takes an address of a closed range, mapped or not', () => {
    const octet = fc.integer({ min: 0, max: 255 });
    fc.assert(
      fc.property(
        fc.constantFrom('10', '127', '0', '192.168', '169.254', '172.16', '100.64'),
        octet,
        octet,
        octet,
        (start, a, b, c) => {
          const address = [...start.split('.'), a, b, c].slice(0, 4).join('.');
          expect(isPublicAddress(address)).toBe(false);
          expect(isPublicAddress(`::ffff:${address}`)).toBe(false);
        },
      ),
    );
  });
});

describe('checking a URL', () => {
  it.each(INWARD_URLS)('refuses the inward %s', (url) => expect(kindOf(url)).toBe('forbidden-address'));
  it.each(BAD_URLS)('refuses the bad “%s”', (url) => expect(kindOf(url)).toBe('bad-url'));

  it('takes public names and common web ports', () => {
    for (const url of ['https://news.example.com/rss', 'http://news.example.com:8080/', 'http://8.8.8.8/'])
      expect(kindOf(url)).toBe('passed');
  });

  it('takes what an administrator named, and only at that port if one was named', () => {
    const allowed = new AllowedHosts(['Intranet.local', '127.0.0.1:9000', '[::1]:9000']);
    for (const url of [
      'http://intranet.local:1234/',
      'http://127.0.0.1:9000/',
      'http://2130706433:9000/',
      'http://[::1]:9000/x',
    ]) {
      expect(checkedUrl(url, allowed).allowed).toBe(true);
    }
    expect(() => checkedUrl('http://127.0.0.1:9001/', allowed)).toThrow(OutboundError);
    expect(() => checkedUrl('http://x.intranet.local/', allowed)).toThrow(OutboundError);
  });
});

describe('resolving a name', () => {
  const ask = (resolver: Resolver, publicOnly = true) =>
    new Promise((done) =>
      guardedLookup(resolver, publicOnly)('rebind.example', { all: true }, (error, addresses) => done(error ?? addresses)),
    );

  it('checks every address of the very answer that is connected to', async () => {
    const answers = [[{ address: '93.184.216.34', family: 4 }], [{ address: '127.0.0.1', family: 4 }]];
    const rebinding: Resolver = () => Promise.resolve(answers.shift() ?? []);
    expect(await ask(rebinding)).toEqual([{ address: '93.184.216.34', family: 4 }]);
    expect(await ask(rebinding)).toMatchObject({ kind: 'forbidden-address' });
    expect(await ask(rebinding)).toMatchObject({ kind: 'unreachable' });
  });

  it('refuses a name with one inward address among public ones', async () => {
    const mixed: Resolver = () => Promise.resolve([{ address: '8.8.8.8', family: 4 }, { address: '::ffff:10.0.0.1', family: 6 }]); // prettier-ignore
    expect(await ask(mixed)).toMatchObject({ kind: 'forbidden-address' });
    expect(await ask(mixed, false)).toHaveLength(2);
  });
});

const LIST = resolve(import.meta.dirname, '../../../../shared/data/bad-input/crafted/ssrf_urls.txt');
const KNOWN = existsSync(LIST) ? readFileSync(LIST, 'utf8').split('\n').filter(Boolean) : INWARD_URLS;

describe('the known list of tricks', () => {
  it('none gets through to a server, whatever its name resolves to', async () => {
    const http = new UndiciSafeHttp({
      allowedHosts: [],
      userAgent: 'test',
      resolver: () => Promise.resolve([{ address: '127.0.0.1', family: 4 }]),
    });
    for (const line of KNOWN) {
      const url = line.split(' (')[0]!;
      expect({ url, outcome: await http.request({ url }).then(() => 'answered', (error: OutboundError) => error.kind) }) // prettier-ignore
        .toEqual({ url, outcome: expect.stringMatching(/^(forbidden-address|bad-url)$/) });
    }
    await http.close();
  });
});
