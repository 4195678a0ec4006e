/** Which words tell a person something as the reason for a score: not articles, pronouns and the like, and not names. */
import type { Token } from './text/token.js';

/** Folded; denials (not, nie, değil) are left out: they tell something. */
const STOP_WORDS = new Set(
  `a an the and or but if of in on at to for from by with about as into over out up off than then so that this these those there here it its it's he she they them him her his their we us our you your yours i i'm im i've ive me my mine
  is am are was were be been being do does did done have has had having will would can could should may might must shall get got just also when what which who whom whose where why how all any some each both more most other such only own same
  one two day today tomorrow yesterday now one's u ur r via rt amp let lets let's he's she's they're we're you're you've i'd i'll you'll we'll that's there's what's who's
  ve ile bir bu su o da de ki mi mu icin gibi kadar daha en cok az her hep ben sen biz siz onlar beni bana bende benim seni sana senin bizi bize bizim sizi size sizin onu ona onun onlar bunu buna bunun sunu ise ya yani hem veya ama fakat ancak diye sonra once simdi bugun yarin dun artik
  sey seyi ne nasil neden nerede kim hangi kac olarak olan oldu olur olsun var ile uzere gore kendi tum butun bazi baska ayni iste iki bile sadece hala biri birsey bunlar
  a aj ale ani alebo ak ako az bez by bol bola bolo boli bude budu budem byt co ci do ho ich im iba ja je jej jeho ju k ku kde ked kedy kto ktory ktora ktore ktori len ma mam mas mate maju mi mna mne moj moja moje my na nad nam nas nasa nase od on ona ono oni po pod podla pre pred pri
  sa sam si som sme ste su sv ta tak takto tam tato te tej ten tento tie to toho tom tomu toto tu ty uz v vam vas vasa vase vo vy vsak vsetko z za zo ze este aby cez dnes vcera zajtra teraz tiez potom preto lebo jeden jedna dva raz`
    .split(/\s+/)
    .filter(Boolean),
);
const SHORTEST = 3;
/** In German every noun begins with a capital letter, so capitals tell no names. */
const CAPITAL_NOUNS = 'de';

function beginsSentence(tokens: readonly Token[], at: number): boolean {
  for (let before = at - 1; before >= 0; before -= 1) {
    const { kind, raw } = tokens[before] as Token;
    if (kind === 'word' || kind === 'number') return false;
    if (kind === 'mark') return !/^[,;]$/.test(raw);
  }
  return true;
}

/** A capital letter within a sentence, and not the whole word in capitals, makes a name of a person, a place or a firm. */
function isName(tokens: readonly Token[], at: number, language: string): boolean {
  const { raw, capitals } = tokens[at] as Token;
  if (capitals || language === CAPITAL_NOUNS || tokens[at - 1]?.kind === 'tag') return false;
  const first = raw.charAt(0);
  return first !== first.toLowerCase() && !beginsSentence(tokens, at);
}

/** Takes the tokens of a post, a place among them and the language; returns whether the word there tells a person something. */
export function tells(tokens: readonly Token[], at: number, language: string): boolean {
  const token = tokens[at];
  if (token?.kind !== 'word' || token.folded.length < SHORTEST || STOP_WORDS.has(token.folded)) return false;
  return !isName(tokens, at, language);
}
