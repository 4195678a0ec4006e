import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { findingsOf, isAlert } from './alerts.js';
import { automaticKind } from './automatic.js';
import { textOfHtml } from './html-text.js';
import { ownWords } from './quotes.js';

describe('the words of an HTML mail', () => {
  it('are its text, a line for each block, without scripts, styles and comments', () => {
    const html = `<html><head><title>T</title><style>p{color:red}</style></head><body><!-- <p>no</p> --><p>Merhaba &amp; g&uuml;nayd&#305;n</p><script>alert(1)</script>
      <div>Hat&nbsp;yok<br>hala</div><ul><li>bir</li><li>iki</li></ul><a href="x" title="a>b">tık</a></body></html>`;
    expect(textOfHtml(html)).toBe('Merhaba & günaydın\nHat yok\nhala\nbir\niki\ntık');
  });

  it('mark quotes, also nested ones', () => {
    expect(textOfHtml('<p>ja</p><blockquote>du<blockquote>ich</blockquote></blockquote>nein')).toBe('ja\n> du\n> > ich\n>\nnein');
  });

  it('take no longer for hostile mails', () => {
    for (const evil of ['<script '.repeat(60_000), '<!--'.repeat(60_000), '<a "'.repeat(60_000), '<p>'.repeat(60_000)]) {
      const begun = performance.now();
      textOfHtml(evil);
      expect(performance.now() - begun).toBeLessThan(8000);
    }
    fc.assert(fc.property(fc.string(), (text) => expect(textOfHtml(text)).not.toMatch(/<script/i)));
  });
});

describe('a mail’s own words', () => {
  it.each([
    ['Gmail', 'Hat yok.\n\nOn Sun, 22 Nov 2026 at 09:14, Destek <destek@a.example> wrote:\n> Merhaba', 'Hat yok.'],
    [
      'Gmail in two lines',
      'Hat yok.\n\nOn Sun, 22 Nov 2026 at 09:14, Destek\n<destek@a.example> wrote:\n\n> Merhaba',
      'Hat yok.',
    ],
    ['Turkish', 'Hâlâ yok\n\nDestek <destek@a.example>, 22 Kas 2026 Paz, 09:14 tarihinde şunu yazdı:\n\n> Merhaba', 'Hâlâ yok'],
    ['Slovak', 'Stále nič\n\nDňa 22. 11. 2026 o 9:14 Podpora <podpora@a.example> napísal(a):\n> Dobrý deň', 'Stále nič'],
    [
      'Slovak, short day',
      'Stále nič\n\nne 22. 11. 2026 o 9:14 Podpora <podpora@a.example> napísal(a):\n> Dobrý deň',
      'Stále nič',
    ],
    ['Outlook', 'Not solved.\n\nFrom: Support <s@a.example>\nSent: Sunday\nTo: me\nSubject: Re: Bill\n\nHello', 'Not solved.'],
    ['Outlook in Turkish', 'Çözülmedi.\n\nKimden: Destek\nGönderildi: Pazar\nKime: ben\n\nMerhaba', 'Çözülmedi.'],
    ['a divider', 'Ne ide\n-----Pôvodná správa-----\nDobrý deň', 'Ne ide'],
    ['a signature', 'Hat yok\n-- \nDeniz\nGenel Müdür', 'Hat yok'],
    ['an answer between the lines', '> Ne zaman?\nDün.\n> Nerede?\nEvde.', 'Dün.\nEvde.'],
    ['nothing but a quote', '> Merhaba', 'Merhaba'],
    [
      'a sentence that looks like one',
      'From: what I read: nothing works.\nIt is broken.',
      'From: what I read: nothing works.\nIt is broken.',
    ],
    [
      'a letter that says who wrote',
      'On my screen the agent wrote:\nnothing helps',
      'On my screen the agent wrote:\nnothing helps',
    ],
  ])('%s', (_what, text, own) => expect(ownWords(text)).toBe(own));

  it('are never lost whole', () => {
    fc.assert(fc.property(fc.string({ minLength: 1 }), (text) => expect(ownWords(text) === '').toBe(text.replace(/^(>\s?)+/gm, '').trim() === '' || ownWords(text) === ''))); // prettier-ignore
  });
});

describe('mails that no person wrote', () => {
  const mail = (headers: Record<string, string>, more = {}) => ({
    headers: Object.entries(headers).map(([key, value]) => ({ key, originalKey: key, value })),
    from: { name: '', address: 'deniz@kunde.example' },
    ...more,
  });
  it.each([
    ['a person', mail({ 'auto-submitted': 'no' }), null],
    ['a delivery report', mail({ 'content-type': 'multipart/report; report-type=delivery-status' }), 'bounce'],
    ['a bounce', mail({}, { from: { name: '', address: 'MAILER-DAEMON@a.example' } }), 'bounce'],
    ['an empty return path', mail({ 'return-path': '<>' }), 'bounce'],
    ['an out-of-office note', mail({ 'auto-submitted': 'auto-replied' }), 'out-of-office'],
    ['one that says so only in its subject', mail({}, { subject: 'Otomatik yanıt: Fatura' }), 'out-of-office'],
    ['Slovak', mail({}, { subject: 'Automatická odpoveď: Faktúra' }), 'out-of-office'],
    ['a program', mail({ 'auto-submitted': 'auto-generated' }), 'automatic'],
    ['a robot’s address', mail({}, { from: { name: '', address: 'no-reply@a.example' } }), 'automatic'],
    ['a list', mail({ 'list-id': '<news.a.example>' }), 'list'],
    ['bulk', mail({ precedence: 'bulk' }), 'list'],
  ])('%s', (_what, given, kind) => expect(automaticKind(given)).toBe(kind));
});

describe('a web alert', () => {
  const finding = (url: string, title: string, publisher: string, snippet: string) =>
    `<tr itemscope itemtype="http://schema.org/Article"><td><a href="https://www.google.com/url?rct=j&amp;sa=t&amp;url=${encodeURIComponent(url)}&amp;ct=ga" itemprop="url"><span itemprop="name">${title}</span></a>
     <div itemprop="publisher"><a style="x"><span itemprop="name">${publisher}</span></a></div><div itemprop="description">${snippet}</div></td></tr>`;
  const html = `<html><body>${finding('https://haber.example/a?utm_source=x&id=5#top', '<b>Anadolu Hat</b> kesintisi', 'Haber', 'Binlerce kişi&nbsp;bağlanamadı')}
    ${finding('https://forum.example/t/9', 'Anadolu Hat kötü', 'Forum', 'Üç gündür yok')}
    <a href="https://www.google.com/alerts/remove?x=1">Unsubscribe</a><a href="https://www.google.com/url?url=https://support.google.com/alerts">Help</a></body></html>`;

  it('is split into its findings, with the pages they lead to', () => {
    const at = new Date('2026-11-22T12:00:00Z');
    expect(isAlert('googlealerts-noreply@google.com', html)).toBe(true);
    expect(isAlert('somebody@else.example', html)).toBe(false);
    expect(findingsOf(html, at)).toEqual([
      {
        externalId: 'alert:https://haber.example/a?id=5',
        text: 'Anadolu Hat kesintisi\n\nBinlerce kişi bağlanamadı',
        postedAt: at,
        author: { key: 'haber.example', handle: null, name: 'Haber', followers: null, url: 'https://haber.example' },
        url: 'https://haber.example/a?id=5',
        lang: null,
        inReplyTo: null,
        thread: 'web:https://haber.example/a?id=5',
        network: 'web',
        links: ['https://haber.example/a?id=5'],
        extra: { title: 'Anadolu Hat kesintisi', via: 'Google Alerts' },
      },
      expect.objectContaining({ url: 'https://forum.example/t/9', text: 'Anadolu Hat kötü\n\nÜç gündür yok' }),
    ]);
  });
});
