import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import Parser from 'rss-parser';
import { isFeedRoot, repairXml } from './repair.js';

const rss = (inside: string) => `<rss version="2.0"><channel>${inside}</channel></rss>`;

describe('repairing the XML of a feed', () => {
  it('drops the document type and expands nothing', () => {
    const { xml, warnings } = repairXml(`<!DOCTYPE rss [<!ENTITY a "b"> <!-- ]> --> <!ENTITY c SYSTEM "file:///etc/passwd">]>${rss('<title>&a; &c; &nbsp;&amp; & x</title>')}`);
    expect(xml).toBe(rss('<title>&amp;a; &amp;c; \u00a0&amp; &amp; x</title>'));
    expect(warnings).toEqual([{ code: 'feed-entities' }]);
  }); // prettier-ignore

  it('gives one name to each element, whatever its prefix', () => {
    const { xml } = repairXml('<x:feed xmlns:x="http://www.w3.org/2005/Atom" xmlns:q="http://purl.org/dc/elements/1.1/"><x:entry><q:Creator>a</q:Creator><x:link/></x:entry></x:feed>');
    expect(xml).toBe('<feed><entry><dc:creator>a</dc:creator><link rel="alternate"></link></entry></feed>');
    expect(repairXml('<RSS><Channel><PUBDATE>x</PUBDATE></Channel></RSS>').xml).toBe('<rss><channel><pubDate>x</pubDate></channel></rss>');
  }); // prettier-ignore

  it('closes what is open and ignores what closes nothing', () => {
    const { xml, warnings } = repairXml(rss('<item><guid>1<link>x</link></item></b>'));
    expect(xml).toBe(rss('<item><guid>1<link>x</link></guid></item>'));
    expect(warnings).toEqual([
      { code: 'feed-unclosed', params: { name: 'guid' } },
      { code: 'feed-closes-nothing', params: { name: 'b' } },
    ]);
  });

  it('keeps markup inside texts as text', () => {
    expect(repairXml(rss('<description>a <b>c</b> &lt;</description>')).xml).toContain('<es:description es:markup="1">a &lt;b&gt;c&lt;/b&gt; &amp;lt;</es:description>');
    expect(repairXml(rss('<item><description>never closed</item><item><title>next</title></item>')).xml).toContain('<title>next</title>');
  }); // prettier-ignore

  it('leaves out a half entry at the end and says so', () => {
    for (const end of ['<item><title>half', '<item><title>half</title><guid', '<item><![CDATA[x', '<item><!-- x', '<item>']) {
      const { xml, truncated } = repairXml(`<rss version="2.0"><channel><title>t</title><item><title>whole</title></item>${end}`);
      expect({ end, xml, truncated }).toEqual({
        end,
        truncated: true,
        xml: rss('<title>t</title><item><title>whole</title></item>'),
      });
    }
  });

  it('resolves xml:base and hands down xml:lang', () => {
    const { xml } = repairXml(
      '<feed xml:base="http://a.example/x/" xml:lang="sk"><entry xml:base="../y/"><link href="z"/></entry></feed>',
    );
    expect(xml).toContain('<link href="z" rel="alternate" es:base="http://a.example/y/">');
    expect(xml).toContain('<entry es:base="http://a.example/y/" es:lang="sk">');
  });

  it('bounds depth, attributes, warnings and entries', () => {
    const deep = repairXml(rss(`${'<a>'.repeat(10_000)}x${'</a>'.repeat(10_000)}<title>t</title>`));
    expect(deep.xml.length).toBeLessThan(1_000);
    expect(deep.xml).toContain('<title>t</title>');
    expect(repairXml(rss(`<item a="${'x'.repeat(100_000)}"/>`)).xml.length).toBeLessThan(10_000);
    expect(repairXml(rss(Array.from({ length: 100 }, (_, n) => `</x${n}>`).join(''))).warnings.length).toBeLessThanOrEqual(20);
    const many = repairXml(rss('<item><title>x</title></item>'.repeat(6_000)));
    expect(many).toMatchObject({ truncated: true, warnings: [{ code: 'feed-most-entries', params: { count: 5000 } }] });
  });

  it('always gives XML that rss-parser reads without an XML fault', async () => {
    const piece = fc.constantFrom('<item>', '</item>', '<title>', '</title>', '<', '>', '&', '&lt;', '"', "'", ']]>', '<![CDATA[', '<!--', '-->', '<?x', '?>', 'a', ' ', '<x:y z=1', '/>', '\u0000', '\ud800', '<1>', '<é>', '<description>', '<link>', '</channel>');
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 40 }), async (pieces) => {
        const { xml, root } = repairXml(`<rss version="2.0"><channel>${pieces.join('')}`);
        expect(isFeedRoot(root)).toBe(true);
        await expect(new Parser({ defaultRSS: 2 }).parseString(xml)).resolves.toBeDefined();
      }),
      { numRuns: 300 },
    );
  }); // prettier-ignore
});
