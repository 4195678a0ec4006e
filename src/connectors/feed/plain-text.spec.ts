import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { htmlToText, tidy } from './plain-text.js';

describe('HTML to plain text', () => {
  it.each([
    ['<p>One</p><p>Two<br>Three</p>', 'One\n\nTwo\nThree'],
    ['<ul><li>one</li><li>two</li></ul>after', '- one\n- two\nafter'],
    ['a <b>bold</b>&nbsp;word &amp; &lt;tag&gt; &#8217;', 'a bold word & <tag> ’'],
    ['x<script>alert(1)</script>y<style>p{}</style>z', 'xyz'],
    ['x<SCRIPT src=a>alert(1)</sCrIpT >y', 'xy'],
    ['a<script>never closed', 'a'],
    ['a<object>never closed', 'anever closed'],
    ['<img src=x onerror=alert(1)>text', 'text'],
    ['I <3 you & 1 < 2', 'I <3 you & 1 < 2'],
    ['5<6', '5<6'],
    ['<a href="x" title="a>b">link</a>', 'link'],
    ['<img alt="😀" src=x> hi <img alt="a photo of a cat">', '😀 hi'],
    ['<!-- hidden -->shown<![CDATA[ kept ]]>', 'shown kept'],
    ['<td>a</td><td>b</td>', 'a b'],
    ['&copy &unknown; &#x1F600;', '&copy &unknown; 😀'],
    ['\u202Eemoc\u202C and \u2067x\u2069', '\u202Eemoc\u202C and \u2067x\u2069'],
  ])('%s', (html, text) => expect(htmlToText(html).text).toBe(text));

  it('collects links as written', () => {
    expect(htmlToText('<a href="/a?b=1&amp;c=2">x</a><a>no</a><a href="javascript:alert(1)">y</a>').links).toEqual([
      '/a?b=1&c=2',
      'javascript:alert(1)',
    ]);
  });

  it('keeps what looks like a tag but is none, when asked', () => {
    expect(htmlToText('Vec<String> is <b>slow</b>', true).text).toBe('Vec<String> is slow');
    expect(htmlToText('Vec<String> is <b>slow</b>').text).toBe('Vec is slow');
  });

  it('never leaves a script, and is stable', () => {
    const piece = fc.constantFrom(
      '<script>',
      '</script>',
      '<',
      '>',
      '"',
      "'",
      '<img onerror=',
      '<!--',
      '-->',
      '&lt;',
      'text',
      ' ',
      '<p',
      '/>',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const { text } = htmlToText(pieces.join(''));
        expect(tidy(text)).toBe(text);
        expect(text).not.toMatch(/<script>/);
      }),
    );
  });
});
