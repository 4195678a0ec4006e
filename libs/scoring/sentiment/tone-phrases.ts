/** Phrases whose tone is not that of their words, in three languages, rated for this project; folded, a star leaves a word open. */
import { PhraseIndex, type PhraseHit } from '../signals/phrases.js';
import type { Token } from '../text/token.js';
import { whenAsked } from '../when-asked.js';

const ENGLISH: Readonly<Record<number, string>> = {
  3: `no hassle, zero hassle, no fuss, no hidden, can't complain, cannot complain, cant complain, no complaints, nothing to complain about, couldn't be happier, could not be happier, couldnt be happier, couldn't ask for more, could not ask for more, can't go wrong, cannot go wrong, cant go wrong, can't fault, cannot fault, couldn't fault, hard to fault,
    can't recommend them enough, can't recommend it enough, cannot recommend enough, can't recommend enough, can't thank you enough, cannot thank you enough, can't thank them enough, nothing but praise, nothing beats, nothing short of amazing, nothing short of brilliant, second to none, never a dull moment, worth every penny, worth the wait, worth it, hats off,
    won't regret, wont regret, will not regret, no regrets, don't regret, never look back, never looked back, without a hitch, like a charm, like a dream, over the moon, made my day, makes my day, top notch, spot on, five stars, 5 stars, 10 10, ten out of ten, game changer, life saver, above and beyond, hit the spot, thumbs up, well worth, blown away, can't wait, cannot wait, cant wait, looking forward`,
  2: `not bad, not too bad, not half bad, not too shabby, no problem, no problems, no issues, no worries, don't worry, dont worry, yet to be disappointed, never let me down, never lets me down, never lets you down, never disappoints, never disappointed, not disappointed, by no means difficult, don't miss this, fair enough, better than expected, better than i expected, so far so good, keep it up, thank god`,
  [-2]: `could be better, could have been better, should be better, should have been better, could do better, must do better, wish it was better, not the best, not great, nothing special, nothing to write home about, not my favourite, not my favorite, not a fan, not cool, not okay, not ok, no fun, no good, no thanks, no use, no point, used to be good, used to be great, used to like, used to love, i wish i hadn't, i wish i had never,
    let down, lets me down, letting me down, let me down, fed up, sick of, tired of, had enough, fobbed off, ripped off, rip off, out of order, good luck with, yeah right, oh great, just great, thanks for nothing, so much for, too expensive, too slow, too late, how hard can it be, still waiting, get it together, do better, sort it out, pain in the, worse than`,
  [-3]: `never again, not worth, isn't worth, wasn't worth, don't bother, dont bother, don't buy, dont buy, do not buy, don't waste, dont waste, waste of, stay away, steer clear, avoid at all, nothing but trouble, nothing works, nothing good, anything but helpful, couldn't care less, could not care less, couldn't be worse, could not be worse, couldn't have gone worse, so disappointed, no respect, no refund, no apology, zero stars, zero support, doesn't work, does not work, doesnt work, didn't work, not working, stopped working, won't turn on, falling apart, fell apart, shame on, hang your heads, never called back, never arrived, never came, never showed, never turned up, not what i, not as described, not as advertised, no reply, no response, no answer, can't get through, no one answers, nobody answers, no one replied, nobody replied, ripped me off, worst ever, not acceptable, barely works`,
};
const SLOVAK: Readonly<Record<number, string>> = {
  3: `nemozem sa stazovat, nemam co vytknut, niet co vytknut, neda sa nic vytknut, nie je co vytknut, nemam vyhrad*, nemam jedinu vyhradu, niet co dodat, co dodat, nic mi nechybalo, nic nam nechybalo, stoji za to, stalo za to, stoji za kazd*, len odporucit, mozem len odporucit, mozem odporucit, urcite odporuc*, klobuk dole, palec hore, na jednotku, ako v raji, nad ocakavanie, nad ocakavania, viac nez spokojn*, viac ako spokojn*, najlepsie peniaze, patri vam vdaka,
    nikdy som neolutoval*, nelutuj*, neolutoval*, neolutuje*, nesklam*, nevynachval*, nemozem si vynachvalit, neviem si vynachvalit, len tak dalej, vrelo odporuc*, srdecne dakuj*, nezabudnuteln*, neuveritelne mil*, neprekonateln*, neoceniteln*, nenahraditeln*, nezistn*, nadseny, od srdca`,
  2: `nie je zle, nie je to zle, nebolo zle, nebolo to zle, nie je to najhorsie, nie zle, ziadny problem, ziaden problem, bez problem*, bez vyhrad, bez chyb*, bez namietok, bez stresu, bez cakania, nie je problem, nebol problem, nevadi, nic hrozne, ako ma byt, tak to ma byt, ani raz nesklamal*, nenaroc*, nerusen*, nebojte sa, netreba sa bat, nezavahal*, prijemne prekvap*, milo prekvap*, drzim palce, drzime palce, netrpezlivo, uz sa tesim, vsetko v poriadku, za rozumn* cen*`,
  [-2]: `nic moc, ziadna slava, ziaden zazrak, nic extra, nic specialne, nic zvlastne, nic prevratne, moze byt lepsie, mohlo byt lepsie, mohlo by byt lepsie, mohli by sa polepsit, nie je to ono, nebolo to ono, nie je najlepsi*, nie je to najlepsie, cakal som viac, cakala som viac, cakali sme viac, ocakaval som viac, ocakavala som viac, len tak tak, od veci, pod psa, na nervy, ide na nervy, plne zuby, nema zmysel, nemalo zmysel, neda sa dovolat, neviete si, radsej nie, len aby, kedysi dobr*, to je vtip, robia si srandu, robite si srandu, za hlup*, ani pekn*, bez zaujmu, bez ochoty, bez chuti, bez ospravedl*, bez slova, bez vysvetlenia, kde nic tu nic, chyba ochota, chybala ochota`,
  [-3]: `nikdy viac, uz nikdy, viac nikdy, nestoji za, nestalo za, nestalo to za, nestoji to za, za nic, vyhodene peniaze, skoda penazi, strata casu, strata penazi, na hovno, hanbite sa, hanba vam, to je hanba, nema obdob*, nechutnal*, nechutil*, nepaci, nepacil*, nefunguj*, nefungov*, nikomu neodporuc*, neodporuc*, rozhodne neodporuc*, nie som spokojn*, nie sme spokojn*, neprijateln*, nehorazn*, nezvladnut*, neschopn*, neuprat*, radsej nekupuj*, nekupujte, obidte, vyhnite sa, davajte si pozor, pozor na nich, nezasluzi*, neospravedln*, nedodrzal*, nedodrziava*, nesplnil*, nevyriesil*, nevrati*, nepomoh*, neochot*, neozval*, neodpoved*, neverim, nedoveruj*, nevedeli poradit, nevedeli mi poradit, nevedel poradit, ani poradit, ani poznatia, ani ponatia`,
};
const TURKISH: Readonly<Record<number, string>> = {
  3: `diyecek bir sey yok, soyleyecek soz yok, soz yok, yok yok, ustune yok, ustune tanimam, daha iyisi yok, bundan iyisi, daha iyisini bulamaz*, daha iyisi olamaz*, can sagligi, on numara, 10 numara, bes yildiz, 5 yildiz, iyi ki, ellerine saglik, elinize saglik, ellerinize saglik, eline saglik, emegine saglik, emeginize saglik, yuregine saglik, allah razi olsun, gozum kapali, gozunuz arkada kalmaz, pisman olmaz*, pisman etme*, pisman degilim, pisman olmadim, yolda birakma*, hayal kirikligina ugratma*, gonul rahatligi*, gonul rahatligiyla, icim rahat, dort dortluk, tam not, tam puan, hakkini ver*, hakkini veriyor, parasini hak ed*, sonuna kadar hak, paranin karsiligi, parasinin hakkini, tereddut etme*, dusunmeden alin, dusunmeden al, helal olsun, iste budur, adamsin, kralsin, bayil*, bagimlisi ol*, vazgecilmez*, unutulmaz*, doyum olmuyor, doyamadim, tadi damag*, beklentimin ustunde, beklentimi karsiladi, beklentiyi karsil*, cok sukur`,
  2: `fena degil*, kotu degil*, hic fena, sorun yok, sikinti yok, problem yok, sorun yasamad*, sikinti yasamad*, problem yasamad*, sikayetim yok, sikayetimiz yok, kusuru yok, eksigi yok, hata yok, hic uzme*, uzmediler, uzmedi, yaniltma*, sikilmadan, takilmadan, kirilmadan, ezilmeden, bekletmeden, bekletmediler, beklemeden, beklemedim, zorlanmadan, zorlanmadim, yorulmadan, bozulmadi, solmadi, sasirtmadi, elimden dusurmedim, elimden dusmuyor, hosuma gitti, hosumuza gitti, ise yariyor, ise yaradi, cok ise yar*, yuz guld*, yuzum gul*, yuzumu guld*, basarilar, kolay gelsin, hayirli olsun, gorusmek uzere, merakla bekl*, sabirsizlikla, dort gozle, emegi gecen*`,
  [-2]: `eh iste, yardimci olma*, kimse ilgilen*, kimse yardim,  idare eder, pek iyi sayilmaz, ise yaramiyor, ise yaramaz, ise yaramadi, umurunda degil, umurlarinda degil, umurunuzda degil, hos degil, hic hos, dogru degil, adil degil, hosuma gitmedi, hosumuza gitmedi, icime sinmedi, gozum tutmadi, beklentimi karsilamadi, beklentiyi karsilama*, bekledigim gibi degil, bekledigim gibi cikmadi, umdugum gibi, gorundugu gibi degil, resimdeki gibi degil, eskisi gibi degil, anlatildigi gibi degil, ne alaka, ne gerek var, neye yarar, kime ne, bos ver, bosa git*, bosuna, ses yok, ses seda yok, donus yok, cevap yok, cevap veren yok, muhatap yok, muhatap bulam*, cozum yok, arayan soran yok, ilgilenen yok, yetkili yok, haber yok, hala yok, hala bekliyor*, yine ayni, zor bela, fos cikti, elimde kaldi, elime yuzume, yok artik, olmaz boyle, kabul edilemez*, affedilemez*, affedilmez*, insanlik yok, saygi yok, tadi yok, tadi tuzu yok, kalmadi artik`,
  [-3]: `bir daha asla, bir daha almam, bir daha gelmem, bir daha gitmem, bir daha ugramam, tavsiye etme*, tavsiye etmi*, tavsiye edeme*, sakin alma*, almayin, uzak durun, uzak dur, guvenmeyin, guven vermi*, hayal kirikligi*, memnun kalma*, memnun degil*, begenme*, sevmedim, sevemedim, degmez, degmedi, degmiyor, parasina yazik, para tuzagi, cope attim, cope gitti, yazik ettiniz, yaziklar olsun, allah belani*, allah belasini*, sinir bozucu, sinirim bozuldu, canim sikil*, can sikici, bas belasi, moralim bozuk, moralim bozuldu, bu ne rezil*, rezil etti*, ne arayan, dalga mi gec*, dalga geciyor*, saka mi, saka gibi, burnumdan geldi, cileden cik*, illallah, biktim, biktik, usandim, yeter artik, umudum kalmadi, ozur bile, muhatap alma*, islem yapmi*, geri donus yapma*, geri donmedi*, donus yapma*`,
};

function indexed(lists: Readonly<Record<number, string>>): PhraseIndex<number> {
  const index = new PhraseIndex<number>();
  for (const [value, phrases] of Object.entries(lists)) index.add(Number(value), phrases);
  return index;
}

/** No listed phrase has more words. */
const LONGEST = 8;

const SLOVAK_INDEX = whenAsked(() => indexed(SLOVAK));
const BY_LANGUAGE: Readonly<Record<string, () => PhraseIndex<number>>> = {
  en: whenAsked(() => indexed(ENGLISH)),
  tr: whenAsked(() => indexed(TURKISH)),
  sk: SLOVAK_INDEX,
  cs: SLOVAK_INDEX,
};

/** Takes the words of a post and its language, returns the phrases with their tone in [-4, 4]; of those that overlap, the longest. */
export function findTonePhrases(words: readonly Token[], language: string): PhraseHit<number>[] {
  const found = BY_LANGUAGE[language]?.().find(words) ?? [];
  if (found.length < 2) return found;
  return found.filter((one, i) => !isCovered(one, i, found));
}

/** Hits stand in the order of their first words, so only neighbours can overlap. */
function isCovered(one: PhraseHit<number>, i: number, found: readonly PhraseHit<number>[]): boolean {
  for (let j = i - 1; j >= 0; j -= 1) {
    const before = found[j] as PhraseHit<number>;
    if (before.at + LONGEST <= one.at) break;
    if (before.at + before.length > one.at && before.length >= one.length) return true;
  }
  for (let j = i + 1; j < found.length; j += 1) {
    const after = found[j] as PhraseHit<number>;
    if (after.at >= one.at + one.length) break;
    if (after.length > one.length) return true;
  }
  return false;
}
