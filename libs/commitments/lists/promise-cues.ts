/** What says that we promise something, and what says that somebody else is to do it or that it is no promise. Folded; a star leaves the ending open. */
import type { Locale } from '#libs/contracts/words.js';

export interface Cues {
  /** We will. */
  readonly promise: string;
  /** Endings of verbs that promise, after at least three other letters. */
  readonly promiseEndings: readonly string[];
  /** You are asked, a condition is set, or a fact is told: the time belongs to that. */
  readonly other: string;
  /** Endings of verbs that ask or set a condition. */
  readonly otherEndings: readonly string[];
  /** Words that end like a promise and are none. */
  readonly none: string;
}

export const CUES: Readonly<Record<Locale, Cues>> = {
  en: {
    promise: `
      we'll, i'll, you'll, they'll, she'll, he'll, it'll, will, shall, we're going to, we are going to, i'm going to, i am going to, going to, promise*, guarantee*, commit,
      aim|aiming to, plan|planning to, we expect, i expect, is expected, are expected, expect it|them|this|your, should arrive|receive|reach|be|have|get|see|hear, is|are due,
      is|are scheduled, we're sending|calling|refunding|replacing|fixing, we are sending|calling|refunding|replacing|fixing, i'm sending|calling|refunding, is coming, are coming, can be with you`,
    promiseEndings: [],
    other: `
      please, kindly, could you, can you, would you, you need to, you must, you have to, you should send|reply|contact|call|write, send us, contact us, call us, let us know, reply by,
      if, unless, once, until you, when you, won't, will not, cannot, can't, we're open, we are open, is open, are open, open until|from, opening hours, office hours, available, valid,
      expires, ends, closes, was, were, did, had, has been, have been, noticed, valid until, offer, deadline, do not, don't`,
    otherEndings: [],
    none: '',
  },
  tr: {
    promise: `olur, soz veriyor*, taahhut ediyor*, planlaniyor*, planliyor*, hedefliyor*, ongoruyor*, ongorul*, bekleniyor, beklenmektedir, planlanmaktadir, elinizde, hesabinizda, kapinizda, teslim, ulasir, gelir, yatar, tamamlanir, cozulur, hazir olur, hazirdir, sizde, yaninizda, adresinizde, garanti ediyor*, garanti eder*, tahmini`,
    promiseEndings: [
      'ecegiz', 'acagiz', 'ecegim', 'acagim', 'ecek', 'acak', 'ecektir', 'acaktir', 'eceksiniz', 'acaksiniz', 'ecekler', 'acaklar', 'iyoruz', 'uyoruz', 'iyorum', 'uyorum',
      'eriz', 'ariz', 'iriz', 'uruz', 'erim', 'arim', 'irim', 'urum', 'iliyor', 'uluyor', 'mis olur', 'ilir', 'ulur', 'anir', 'enir', 'irsiniz', 'ursunuz', 'ersiniz', 'arsiniz', 'erler', 'arlar',
    ], // prettier-ignore
    other: `
      lutfen, rica eder*, rica ediyor*, bekliyoruz, bekleriz, gerekiyor, gerekmektedir, gerekir, lazim, mecbur*, hizmet ver*, acigiz, acik, kapali, calisiyoruz, calismaktayiz, gecerli*, sona er*,
      son basvuru, mumkun degil, yapamiyoruz, edemiyoruz, edemeyiz, yapamayiz, tesekkur eder*, tesekkur ediyor*, ozur dileriz, ozur diliyor*, uzgunuz, anliyoruz, biliyoruz, isteriz, istiyoruz, dileriz, iletmistik, yazmistik`,
    otherEndings: [
      'iniz', 'unuz', 'meyecegiz', 'mayacagiz', 'meyecek', 'mayacak', 'meyiz', 'mayiz', 'rseniz', 'rsaniz', 'zseniz', 'zsaniz', 'rsek', 'rsak', 'diginde', 'digimizde', 'diginizde', 'mistir', 'mistik', 'mustur',
      'dik', 'duk', 'tik', 'tuk', 'misti', 'medi', 'madi', 'ildi', 'uldu', 'ediniz', 'meniz', 'maniz', 'menizi', 'manizi',
    ], // prettier-ignore
    none: 'saatleriniz, gununuz, gunleriniz, sorununuz, talebiniz, mesajiniz, siparisiniz, kargonuz, iadeniz, odemeniz, paraniz, faturaniz, basvurunuz, sikayetiniz, hesabiniz, urununuz, paketiniz, kartiniz, ariza*, degeriniz, bildiriminiz, biriniz, gelecek, yarim, yardim, yarin, bilgileriniz, internetiniz, hattiniz, tutariniz, randevunuz, biletiniz, bavulunuz, bagajiniz, teslimatiniz, gonderiniz, degisiminiz, talimatiniz, dosyaniz, kaydiniz',
  },
  sk: {
    promise: `
      ozvem*, ozve sa, ozvu sa, zavola*, zavolam*, bude, budu, budem, budeme, budete mat, dostanete, obdrzite, pride*, doraz*, dam*, poslem*, posle, zaslem*, vratim*, vybav*, vyries*, odpovie*,
      odpisem*, napise*, pripise*, kontaktuje*, slubujem*, garantujem*, planujem*, ocakavame, mal by, mala by, mali by, malo by, pripravim*, zistim*, zariadim*, zabezpecim*`,
    promiseEndings: ['ieme', 'ujeme', 'eme', 'ime', 'ame', 'neme'],
    other: `
      prosime, prosim, poslite, zaslite, napiste, zavolajte, kontaktujte, odpovedzte, dajte, uvedte, doplnte, potrebujeme, potrebujem, cakame na, ak, pokial, ked, akonahle, nebude*, nemozeme, nevieme, nestih*,
      otvorene, sme otvoreni, pracujeme, otvaracie, plati, platna, platny, platne, konci, boli, bol, bola, bolo, mate cas, musite, treba, je potrebne, je nutne, evidujeme, dakujeme, ospravedlnujeme, mrzi nas,
      otvarame, pracovna doba, k dispozicii`,
    otherEndings: [],
    none: 'sme, mame, vieme, chceme, mozeme, musime, rozumieme, vidime, velmi, prijeme, zname, same, doteraz, prave, problem*, informaciam*, system*, vsetkym, vasim, nasim, tym, tyme, preverujeme to od',
  },
};
