/** Words that close a talk in the languages we serve, and those that may stand beside them; folded as libs/matching/fold.ts folds. Reviewed by hand. */

/** One of these must be there. */
export const CLOSING = new Set([
  // English
  'thanks', 'thank', 'thx', 'thanx', 'ty', 'tysm', 'cheers', 'ok', 'okay', 'great', 'perfect', 'solved', 'fixed', 'sorted', 'resolved', 'works', 'appreciated', 'appreciate',
  // Turkish
  'tesekkurler', 'tesekkur', 'sagol', 'sagolun', 'sagolasiniz', 'eyvallah', 'tamam', 'tamamdir', 'cozuldu', 'duzeldi', 'hallettim', 'halloldu', 'harika', 'super', 'mersi', 'sag',
  // Slovak
  'dakujem', 'dakujem.', 'diky', 'dik', 'dikes', 'vdaka', 'super', 'vyriesene', 'funguje', 'opravene', 'poriadku', 'dobre', 'jasne',
]); // prettier-ignore

/** These may stand beside it without asking for anything. */
export const BESIDE = new Set([
  // English
  'you', 'u', 'so', 'very', 'much', 'a', 'lot', 'again', 'for', 'your', 'the', 'quick', 'fast', 'help', 'helping', 'reply', 'response', 'answer', 'it', 'its', 'is', 'all', 'now', 'fine',
  'got', 'will', 'do', 'that', 'this', 'and', 'have', 'nice', 'day', 'many', 'really', 'team', 'guys', 'too', 'bye', 'yes', 'works',
  // Turkish
  'ederim', 'ederiz', 'cok', 'olun', 'ol', 'ilginiz', 'icin', 'yardiminiz', 'iyi', 'gunler', 'calismalar', 'aksamlar', 'oldu', 'tekrar', 'cevap', 'cevabiniz', 'hizli', 'donus', 'donusunuz', 'simdi',
  'evet', 'sorun', 'kalmadi', 'tamamen', 've', 'size', 'ekibinize',
  // Slovak
  'velmi', 'pekne', 'krasne', 'vam', 'ti', 'za', 'pomoc', 'rychlu', 'odpoved', 'reakciu', 'ochotu', 'vsetko', 'je', 'to', 'uz', 'v', 'pekny', 'den', 'este', 'raz', 'ano', 'a', 'aj', 'mockrat',
]); // prettier-ignore
