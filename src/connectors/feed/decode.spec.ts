import { describe, expect, it } from '@jest/globals';
import { decodeFeed } from './decode.js';

/** Bytes of a text in a single-byte encoding, made by asking the decoder what each byte means. */
function encode(text: string, charset: string): Buffer {
  const table = new Map(Array.from({ length: 256 }, (_, byte) => [new TextDecoder(charset).decode(Uint8Array.of(byte)), byte]));
  return Buffer.from([...text].map((char) => table.get(char) ?? 0x3f));
}

const feed = (text: string, encoding?: string) =>
  `<?xml version="1.0"${encoding ? ` encoding="${encoding}"` : ''}?><rss version="2.0"><channel><title>${text}</title></channel></rss>`;

const TURKISH = 'Şikâyet: İnternetim üç gündür çalışmıyor, müşteri hizmetleri ilgilenmiyor. Iğdır’da ışık yok, çağrı bırakıldı';
const SLOVAK = 'Sťažnosť: internet nám už tri dni nefunguje, ďakujem za nič. Ľubica čaká na technika, žiaľ márne, kôň';
const SAMPLES: [language: string, charset: string, text: string][] = [
  ['tr', 'iso-8859-9', TURKISH],
  ['tr', 'windows-1254', TURKISH],
  ['sk', 'windows-1250', SLOVAK],
  ['de', 'windows-1252', 'Störung über Nacht: größte Mühe, Grüße aus Köln – „schön“'],
  ['fr', 'windows-1252', 'Très déçu : le réseau a été coupé à l’été dernier, où êtes-vous ?'],
  ['ru', 'windows-1251', 'Жалоба: интернет не работает уже три дня, спасибо большое'],
  ['ru', 'koi8-r', 'Жалоба: интернет не работает уже три дня, спасибо большое'],
  ['el', 'windows-1253', 'Παράπονο: το ίντερνετ δεν λειτουργεί εδώ και τρεις ημέρες'],
];

describe('decoding a feed', () => {
  it.each(SAMPLES)('reads %s declared as %s, by the XML declaration and by HTTP', (_, charset, text) => {
    expect(decodeFeed(encode(feed(text, charset), charset), null, null).text).toBe(feed(text, charset));
    expect(decodeFeed(encode(feed(text), charset), `text/xml; charset="${charset}"`, null).text).toBe(feed(text));
  });

  it.each(SAMPLES)('recovers %s in %s declared as UTF-8 or not at all, and says so', (_, charset, text) => {
    for (const claim of ['utf-8', undefined, 'x-nonsense']) {
      const decoded = decodeFeed(
        encode(feed(text, claim), charset),
        claim === 'utf-8' ? 'application/xml; charset=utf-8' : null,
        null,
      );
      expect(decoded.text).toBe(feed(text, claim));
      expect(decoded.warnings).toHaveLength(1);
    }
  });

  it('believes the XML declaration where HTTP is wrong', () => {
    expect(decodeFeed(encode(feed(SLOVAK, 'windows-1250'), 'windows-1250'), 'text/xml; charset=utf-8', null)).toMatchObject({ charset: 'windows-1250', warnings: [] });
  }); // prettier-ignore

  it('knows UTF-8 by its bytes whatever is declared', () => {
    const decoded = decodeFeed(Buffer.from(feed(TURKISH, 'iso-8859-9')), 'text/xml; charset=iso-8859-1', null);
    expect(decoded).toMatchObject({ text: feed(TURKISH, 'iso-8859-9'), charset: 'utf-8' });
    expect(decoded.warnings).toMatchObject([{ params: { said: 'windows-1252' } }]);
  });

  it('puts Turkish right that is declared as Latin-1, where the language is known', () => {
    const bytes = encode(
      feed('Şikâyet ığdır', 'iso-8859-1').replace('<title>', '<language>tr</language><title>'),
      'windows-1254',
    );
    expect(decodeFeed(bytes, null, null).text).toContain('Şikâyet ığdır');
    expect(decodeFeed(encode(feed('Şikâyet ığdır', 'iso-8859-1'), 'windows-1254'), null, 'tr').charset).toBe('windows-1254');
  });

  it('reads UTF-16 both ways, with and without a mark, and a UTF-8 mark', () => {
    const little = Buffer.from(feed(TURKISH, 'utf-16'), 'utf16le');
    const big = Buffer.from(little).swap16();
    for (const bytes of [
      little,
      big,
      Buffer.concat([Buffer.from([0xff, 0xfe]), little]),
      Buffer.concat([Buffer.from([0xfe, 0xff]), big]),
    ]) {
      expect(decodeFeed(bytes, null, null).text).toBe(feed(TURKISH, 'utf-16'));
    }
    expect(decodeFeed(Buffer.from(`\ufeff${feed(SLOVAK)}`), null, null).text).toBe(feed(SLOVAK));
  });

  it('keeps UTF-8 with a few broken bytes', () => {
    const bytes = Buffer.concat([Buffer.from(feed(TURKISH)), Buffer.from([0xc5])]);
    expect(decodeFeed(bytes, null, null)).toMatchObject({
      charset: 'utf-8',
      warnings: [{ code: 'feed-bad-bytes' }],
    });
  });

  it('reads East Asian encodings that say nothing', () => {
    const korean = Buffer.from('c0ceb3ddc0cc20bbe7c8ecb0a320c0dbb5bfc7cfc1f620beca', 'hex');
    const japanese = Buffer.from('82b182f182c982bf82cd90a28a45', 'hex');
    expect(decodeFeed(Buffer.concat([Buffer.from('<rss>'), korean]), null, null)).toMatchObject({ charset: 'euc-kr' });
    expect(decodeFeed(Buffer.concat([Buffer.from('<rss>'), japanese]), null, null)).toMatchObject({ charset: 'shift_jis', text: '<rss>こんにちは世界' });
  }); // prettier-ignore
});
