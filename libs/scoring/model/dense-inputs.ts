/** The handful of figures both classifiers read beside hashed features: tone, marks, shape, cues and signals. */
import { INTENT_CUES } from '../intent/cues.js';
import { SIGNALS, type Intent, type Signal } from '../scores.js';
import type { Tone } from '../sentiment/lexicon-tone.js';
import type { Token } from '../text/tokens.js';

const CUED = Object.keys(INTENT_CUES) as Intent[];

/** Names of the inputs in their order; the model card lists them. */
export const DENSE_NAMES: readonly string[] = [
  'always',
  'tone positive',
  'tone negative',
  'tone balance',
  'tone balance sign',
  'no tone word',
  'strongest positive',
  'strongest negative',
  'last tone',
  'emoji positive',
  'emoji negative',
  'question mark',
  'exclamation mark',
  'dots',
  'capitals',
  'stretched word',
  'link',
  'link at the end',
  'starts with a handle',
  'handles',
  'tags',
  'few words',
  'many words',
  'number',
  'quoted',
  'repost',
  'first person',
  'second person',
  'time passed',
  'again or still',
  'customer matter',
  'refusal',
  'contact',
  'opens with a question word',
  ...CUED.map((intent) => `cue ${intent}`),
  ...SIGNALS.map((signal) => `signal ${signal}`),
];

const FIRST = new Set(
  "i my me we our us i'm i've im ive mine ben benim bana beni biz bizim bize bizi mi ma mne ja moj moja moje nam nas som sme mam".split(
    ' ',
  ),
);
const SECOND = new Set('you your u ur yours yall siz sizin size sizi sen senin vas vam vasa vase vasu vy ste vasej'.split(' '));

const TIME = listed(
  `min mins minute minutes hr hrs hour hours day days week weeks month months year years yesterday since ago tonight today morning late later
  dakika dakikadir dk saat saattir saatlerdir gun gundur gunlerdir gunluk hafta haftadir haftalardir ay aydir aylardir yil yildir dun dunden bugun sabah beri gec
  minut minuty hodina hodinu hodiny hodin den dni dna dnes vcera tyzden tyzdne tyzdnov mesiac mesiace mesiacov rok roky rokov odvtedy neskoro rano`,
);
const AGAIN = listed(
  `again still yet already another twice once more third fourth 3rd 4th constantly always every keeps keep finally anymore
  yine tekrar hala daha bir_daha artik surekli hep devamli ikinci ucuncu kere kez defa
  zase znova znovu stale opat dvakrat trikrat znovu vzdy neustale uz este dalsi dalsia druhykrat tretikrat`,
);
const MATTER = listed(
  `refund order orders ordered delivery delivered parcel package account bill billing charge charged payment paid pay bank card contract internet wifi signal network app update
  updates login password website site page store shop item items product products size return returns replacement warranty repair ticket booking booked reservation flight flights bag bags luggage seat
  gate agent agents driver courier service support customer phone battery screen device update server error code email emails number price fee plan subscription
  iade siparis kargo fatura hesap kart para ucret odeme uygulama internet hat paket urun magaza teslimat servis garanti bilet rezervasyon ucus bavul sube musteri destek hizmet fiyat tarife abonelik
  objednavka objednavku objednavky zasielka zasielku balik baliky faktura fakturu ucet karta kartu peniaze platba poplatok aplikacia appka internet signal tovar predajna pobocka reklamacia zaruka
  listok letenka let batozina kufor kurier vodic sluzba sluzby podpora zakaznik zakaznikov cena zmluva zmluvu tarifa`,
);
const REFUSAL = listed(
  `not no never don't can't won't doesn't didn't isn't wasn't haven't hasn't couldn't wouldn't aren't cannot nothing nobody none without cant dont wont doesnt didnt isnt
  yok degil hic kimse olmadi olmuyor gelmedi gelmiyor yapmiyor calismiyor etmiyor vermiyor alamiyorum edemiyorum acilmiyor bilmiyor
  nie nikto nic nikdy ziadny ziadna ziadne nejde nefunguje nemam nemozem neviem nema nemate nebol nebola neprislo neprisiel neda bez`,
);
const CONTACT = listed(
  `call called calling phone phoned email emailed mail dm message messaged chat reply replied response respond answer answered contact contacted told said wait waited waiting hold queue ask asked
  aradim ariyorum aradik yazdim yaziyorum mesaj mail cevap yanit donus bekliyorum bekledim bekliyoruz bekletiyorsunuz dedi dediler soyledi sordum ulasamiyorum
  volal volala volam pisal pisala pisem mail spravu sprava odpoved odpovede odpovedal cakam cakal cakala cakame povedal povedala povedali linka infolinka dovolat ozval ozvali`,
);
const ASKING = listed(
  `how what when where which who why can could does do is are will would any anyone
  nasil ne nerede nereden hangi kim kac neden niye acaba
  ako co kedy kde kto ktory ktora kolko preco je su da mate maju viete neviete`,
);
const LISTS = [TIME, AGAIN, MATTER, REFUSAL, CONTACT];

function listed(words: string): ReadonlySet<string> {
  return new Set(words.split(/\s+/).filter(Boolean));
}

const soft = (value: number): number => value / (value + 3);
const some = (flag: boolean): number => (flag ? 1 : 0);

function toneInputs(tone: Tone): number[] {
  const words = tone.hits.filter((hit) => hit.kind === 'word').map((hit) => hit.weight);
  const emoji = tone.hits.filter((hit) => hit.kind === 'emoji').map((hit) => hit.weight);
  const balance = tone.positive - tone.negative;
  const sum = (values: number[], sign: number): number =>
    values.reduce((total, value) => (value * sign > 0 ? total + value * sign : total), 0);
  return [
    soft(tone.positive),
    soft(tone.negative),
    balance / (Math.abs(balance) + 3),
    Math.abs(balance) < 0.5 ? 0 : Math.sign(balance),
    some(tone.hits.length === 0),
    Math.max(0, ...words) / 4,
    Math.max(0, ...words.map((value) => -value)) / 4,
    Math.max(-1, Math.min(1, (words.at(-1) ?? 0) / 4)),
    soft(sum(emoji, 1)),
    soft(sum(emoji, -1)),
  ];
}

interface Shape {
  words: number;
  loud: number;
  stretched: boolean;
  first: number;
  second: number;
  asks: boolean;
  readonly listed: number[];
  question: boolean;
  exclamation: boolean;
  dots: boolean;
  quotes: number;
  readonly kinds: Record<Token['kind'], number>;
}

function addWord(shape: Shape, token: Token): void {
  if (shape.words === 0 && ASKING.has(token.folded)) shape.asks = true;
  for (let at = 0; at < LISTS.length; at += 1)
    if (LISTS[at]?.has(token.folded)) shape.listed[at] = (shape.listed[at] as number) + 1;
  shape.words += 1;
  if (token.capitals && token.raw.length > 2) shape.loud += 1;
  if (token.stretched) shape.stretched = true;
  if (FIRST.has(token.folded)) shape.first += 1;
  if (SECOND.has(token.folded)) shape.second += 1;
}

function addMark(shape: Shape, raw: string): void {
  if (raw.includes('?')) shape.question = true;
  if (raw.includes('!')) shape.exclamation = true;
  if (raw.startsWith('..') || raw === '…') shape.dots = true;
  if (raw === '"') shape.quotes += 1;
}

function shapeOf(tokens: readonly Token[]): Shape {
  const kinds = { word: 0, number: 0, handle: 0, tag: 0, link: 0, emoji: 0, emoticon: 0, mark: 0 };
  const shape: Shape = {
    words: 0,
    loud: 0,
    stretched: false,
    first: 0,
    second: 0,
    asks: false,
    listed: LISTS.map(() => 0),
    question: false,
    exclamation: false,
    dots: false,
    quotes: 0,
    kinds,
  };
  for (const token of tokens) {
    kinds[token.kind] += 1;
    if (token.kind === 'word') addWord(shape, token);
    else if (token.kind === 'mark') addMark(shape, token.raw);
  }
  return shape;
}

function shapeInputs(tokens: readonly Token[]): number[] {
  const shape = shapeOf(tokens);
  return [
    some(shape.question),
    some(shape.exclamation),
    some(shape.dots),
    shape.words > 0 ? shape.loud / shape.words : 0,
    some(shape.stretched),
    some(shape.kinds.link > 0),
    some(tokens.at(-1)?.kind === 'link'),
    some(tokens[0]?.kind === 'handle'),
    Math.min(1, shape.kinds.handle / 3),
    Math.min(1, shape.kinds.tag / 4),
    some(shape.words < 6),
    some(shape.words > 20),
    some(shape.kinds.number > 0),
    some(shape.quotes > 1),
    some(tokens[0]?.folded === 'rt'),
    soft(3 * shape.first),
    soft(3 * shape.second),
    ...shape.listed.map((count) => soft(2 * count)),
    some(shape.asks),
  ];
}

/** Takes what is known of a post before the classifiers, returns their dense inputs in the order of DENSE_NAMES. */
export function denseInputs(
  tokens: readonly Token[],
  tone: Tone,
  cues: ReadonlyMap<Intent, number>,
  signals: ReadonlySet<Signal>,
): number[] {
  return [
    1,
    ...toneInputs(tone),
    ...shapeInputs(tokens),
    ...CUED.map((intent) => soft(2 * (cues.get(intent) ?? 0))),
    ...SIGNALS.map((signal) => some(signals.has(signal))),
  ];
}
