import { describe, expect, it } from '@jest/globals';
import { canonicalLink, safeLink, unwrapLink } from './links.js';

describe('links', () => {
  it.each(['javascript:alert(1)', 'JaVaScRiPt:alert(1)', 'java\tscript:alert(1)', 'data:text/html,x', 'vbscript:x', 'file:///etc/passwd', 'mailto:a@b.example', 'http://a:b@c.example/', '', 'http://', `https://a.example/${'x'.repeat(3_000)}`])('leaves out %s', (link) =>
    expect(safeLink(link, 'https://feed.example/rss')).toBeNull(),
  ); // prettier-ignore

  it('resolves what is relative', () => {
    expect(safeLink('/a b', 'https://feed.example/x/rss')).toBe('https://feed.example/a%20b');
    expect(safeLink('//other.example/', 'https://feed.example/')).toBe('https://other.example/');
    expect(safeLink('/a')).toBeNull();
  });

  it.each([
    ['https://www.google.com/url?rct=j&sa=t&url=https://news.example.com/a%3Fb%3D1&ct=ga', 'https://news.example.com/a?b=1'],
    ['https://www.google.com.tr/url?q=https://haber.example.com/a', 'https://haber.example.com/a'],
    ['https://www.google.com/url?url=https%3A%2F%2Fwww.google.com%2Furl%3Furl%3Dhttps%3A%2F%2Fa.example%2F', 'https://a.example/'],
    ['https://www.google.com/url?url=javascript:alert(1)', 'https://www.google.com/url?url=javascript:alert(1)'],
    ['https://www.bing.com/news/apiclick.aspx?ref=x&url=https%3a%2f%2fa.example%2fb', 'https://a.example/b'],
    ['https://google.evil.example/url?url=https://a.example/', 'https://google.evil.example/url?url=https://a.example/'],
    ['https://news.google.com/rss/articles/CBMiOGh0dHBzOi8vZGFpbHkuZXhhbXBsZS5jb20vbHVtaW8tcmFpc2VzLXByaWNlcz91dG1fc291cmNlPXjSAQA?oc=5', 'https://daily.example.com/lumio-raises-prices?utm_source=x'],
    ['https://news.google.com/rss/articles/CBMiabcOpaque?oc=5', 'https://news.google.com/rss/articles/CBMiabcOpaque?oc=5'],
  ])('unwraps %s', (link, target) => expect(unwrapLink(link)).toBe(target)); // prettier-ignore

  it.each([
    ['https://A.Example.COM:443/x?utm_source=a&id=1&fbclid=z#top', 'https://a.example.com/x?id=1'],
    ['https://blog.example/p/#comment-7', 'https://blog.example/p/#comment-7'],
    ['https://news.google.com/rss/articles/CBMiabcOpaque?oc=5&hl=tr', 'https://news.google.com/rss/articles/CBMiabcOpaque'],
    ['https://a.example/?q=a%20b&x=%C4%B1', 'https://a.example/?q=a%20b&x=%C4%B1'],
  ])('writes %s in one way', (link, canonical) => expect(canonicalLink(link)).toBe(canonical));
});
