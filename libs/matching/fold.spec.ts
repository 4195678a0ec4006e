import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fold, foldWithMap } from './fold.js';

describe('fold', () => {
  it.each([
    ['IŞIK ışığı İstanbul', 'isik isigi istanbul'],
    ['ŞİKÂYET şikâyet ŞİKAYET', 'sikayet sikayet sikayet'],
    ['čďľňôŕšťžĺáéíóúýä', 'cdlnorstzlaeiouya'],
    ['Häagen-Dazs straße Ørsted Łódź', 'haagen-dazs strasse orsted lodz'],
    ['Ac\u200bme A\u00adcme \u2067Acme\u2069', 'acme acme acme'],
    ['Ａｃｍｅ 𝐀𝐜𝐦𝐞', 'acme acme'],
    ['Асmе ACMЕ Μίgrοs', 'acme acme migros'],
    ['ACME™ Acme®', 'acme acme'],
    ['Migros’tan Migros`tan Migrosʼtan', "migros'tan migros'tan migros'tan"],
    ['C&amp;A C&amp;amp;A &lt;b&gt; &#39;x&#x27;', "c&a c&a <b> 'x'"],
    ['\u202eemcA\u202c si', 'acme si'],
    ['A̷̢̛c̸̨̛m̵̡e̶̢', 'acme'],
    ['👍🏽 ❤️', '👍 ❤'],
    ['сбербанк', 'cбepбahk'],
    ['हिन्दी 字がか', 'हिन्दी 字がか'],
    ['a\ud800b\u0000c', 'a\ufffdb c'],
  ])('folds %s to %s', (text, expected) => {
    expect(fold(text)).toBe(expected);
  });

  it('knows every look-alike letter by its Latin one', () => {
    expect(fold('авекмнорстухіјѕԁһԛԝӏүғ')).toBe('abekmhopctyxijsdhqwlyf');
    expect(fold('ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ')).toBe('abezhikmnoptyx');
    expect(fold('օոսցհᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ')).toBe('onughabcdefghijklmnoprstuvwyz');
  });

  it('maps folded offsets to the original', () => {
    const { text, at } = foldWithMap('ŒX &amp; İ');
    expect(text).toBe('oex & i');
    expect([...at]).toEqual([0, 0, 1, 2, 3, 8, 9, 10]);
  });

  it('never throws, is the same with and without a map, and folding twice changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const folded = fold(text);
        const mapped = foldWithMap(text);
        expect(mapped.text).toBe(folded);
        expect(mapped.at.length).toBe(folded.length + 1);
        expect(mapped.at.every((at) => at <= text.length)).toBe(true);
        expect(fold(folded)).toBe(folded);
      }),
      { numRuns: 2000 },
    );
  });

  it('takes a text of a million letters in its stride', () => {
    expect(fold('İğ&;'.repeat(250_000)).length).toBe(1_000_000);
  });
});
