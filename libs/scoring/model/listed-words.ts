/** Lists of words that say what a post is about, in three languages, folded; one look-up tells on which of them a word stands. */
import type { Token } from '../text/token.js';
import { WordTable } from '../text/word-table.js';

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
export const LISTS = [TIME, AGAIN, MATTER, REFUSAL, CONTACT];
/** Bits behind those of LISTS: speaks of the writer, of the reader, asks. */
export const [FIRST_BIT, SECOND_BIT, ASKING_BIT] = [1 << LISTS.length, 2 << LISTS.length, 4 << LISTS.length];
/** On which lists a word stands, as bits: one look-up a word. */
const LISTED = new WordTable(bitsOfWords());

function listed(words: string): ReadonlySet<string> {
  return new Set(words.split(/\s+/).filter(Boolean));
}

function bitsOfWords(): Map<string, number> {
  const bits = new Map<string, number>();
  for (const [at, list] of [...LISTS, FIRST, SECOND, ASKING].entries())
    for (const word of list) bits.set(word, (bits.get(word) ?? 0) | (1 << at));
  return bits;
}

/** Takes a word, returns the lists it stands on as bits: those of LISTS first, then the three named bits. */
export function listsOf({ folded, hash }: Token): number {
  return LISTED.get(folded, hash) ?? 0;
}
