import { describe, expect, it } from '@jest/globals';
import { scorePost } from './score-post.js';
import { tells } from './telling-words.js';
import { tokenize } from './text/tokens.js';

const telling = (text: string, language: string): string[] => {
  const tokens = tokenize(text);
  return tokens.filter((_, at) => tells(tokens, at, language)).map(({ raw }) => raw);
};

describe('tells', () => {
  it.each([
    ['en', 'The parcel from Leeds was not with the neighbours', ['parcel', 'not', 'neighbours']],
    ['tr', 'Bu kargo bana Bursa şubesinden hiç gelmedi', ['kargo', 'şubesinden', 'hiç', 'gelmedi']],
    ['sk', 'To je balík, ktorý v Nitre nikto nevydal', ['balík', 'nikto', 'nevydal']],
  ])('leaves out small words and names (%s)', (language, text, words) => expect(telling(text, language)).toEqual(words));

  it('takes the first word of a sentence, capitals and the words of tags for words', () => {
    expect(telling('Broken again. Rubbish! It is BROKEN #WorstService', 'en')).toEqual(
      expect.arrayContaining(['Broken', 'Rubbish', 'BROKEN', 'Worst']),
    );
  });

  it('keeps German nouns, which all have capitals', () => {
    expect(telling('Ich habe das Paket bezahlt', 'de')).toContain('Paket');
  });
});

describe('reasons', () => {
  it.each([
    'My order from Manchester has still not arrived and you will not tell me when it will',
    'Bu internet bana Konya ofisinde üç gündür hiç çalışmıyor ve siz beni aramadınız',
    'Ten internet mi v Trnave už tri dni nejde a vy ste sa mi vôbec neozvali',
  ])('name no small words and no places: %s', (text) => {
    const { sentiment, intent } = scorePost({ text });
    const learned = [...sentiment.reasons, ...intent.reasons].filter(({ code }) => /learned|corrected/.test(code));
    const words = learned.map(({ words: word }) => word);
    expect(
      words.filter((word) =>
        /^(?:Manchester|Konya|Trnave|my|has|and|you|will|me|when|it|bu|bana|ve|siz|ten|mi|vy|ste|sa|už)$/i.test(word),
      ),
    ).toEqual([]);
    expect(sentiment.reasons.length + intent.reasons.length).toBeGreaterThan(0);
  });
});
