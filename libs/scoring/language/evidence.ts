/** Own evidence for a language: words that it uses often and others do not, and letters only it has. */
import type { Token } from '../text/token.js';
import { WordTable } from '../text/word-table.js';

/** Folded words; one listed for two languages counts for both. */
const WORDS: Readonly<Record<string, string>> = {
  en: "the and you for that this with have was are not your but they what from just when will can get out been would about there their has i i'm it's don't can't is it my me we how why who of in at please thanks still never hours to on be so if or as an by more had his her she he them then than our us did does do were being into only over some could should it'll i've i'll isn't doesn't didn't wasn't won't thank need love day time good great got know like now new one really see think today tomorrow want way well work back before best better because been always any anyone again after also call day did each even ever every everyone find first flight follow give go going hey help here home hour hours keep last let life little long look made make many maybe most much next nothing off old other people phone please post put right said same say says service since someone something soon sorry start stop such sure take tell thing things those though through took two until up update use very wait waiting was watch week were while work working world worst wrong year years yes you're u ur they're we're that's what's let's he's she's i'd you'd haven't hasn't couldn't wouldn't aren't hold bag amazing awesome guys",
  tr: 'bir ve bu icin cok daha gibi kadar sonra var yok ama degil ben beni bana siz size sizin mi mu olan olarak her hic kac neden niye lutfen tesekkur tesekkurler nasil bile ile oldu olsun iyi guzel gun merhaba kargo hala artik simdi bugun yarin bence hem o su ya ki once sadece hep biz bize bizim diye gore kendi varmi olur oluyor etmek hicbir niye sey seyi icinde uzerinde yeni en ne bunu sunu onu buna ona bana bende sende benim senin onun bizi sizi onlar bunlar tum butun baska ayni boyle soyle oyle zaten sanki belki galiba herkes kimse hicbir birsey birseyi seyler falan filan abi hoca okul gelsin gelen giden ilk son iki uc yil ay gunu gunler hafta saat zaman zamanda hala henuz simdiye yapti yapiyor ediyor ettim etti ederim olacak olmus olmaz olmali degilim istiyorum istiyor lazim gerek gerekiyor buyuk kucuk turkiye universitesi universite ogrenci insan insanlar dunya sen gelecek aldim aldik urun gayet kullaniyorum ederiz arkadaslar icinden uzere gecen',
  sk: 'som je sa na nie to ze ako aj ale sme by pre pri ste tak len uz vas vam nas ktory ktora ktore ktori co prosim dakujem velmi dobry den preco kedy alebo bol bola boli bolo moze mate mam toto vsetko podla ich tam tu ci do vo zo ked keby este nic velmi iba su si v s z k o u i od po za nebol nebola vsetci jeho jej moj moja mi ma mu teraz potom dnes lebo bude budem nebude mam maju mala mal vela viac menej ani ked aby aj uz ktorych ktorym ktorou tento tato tejto tomto tym tymto nasa nase nas vase vasa kazdy vsetky vsetkych niekto nieco niekde ziadne ziadny medzi cez proti okrem pocas mozno urcite vcera zajtra rano vecer hra hry hotel jedlo izba personal',
  cs: 'jsem jsme jsou jste ze se neni proc kdyz ktery jeste dekuji jako nebo byl moc tohle protoze jen pro taky bych uz ho az co kde kdo dnes vsechno muze mate',
  de: 'der die das und ist nicht ich du wir ihr sie es ein eine einen dem den mit auf fur von zu im auch aber wie was wenn noch nur schon sich bei nach aus mein dein hat haben bin sind wird werden kann uns mich dich dass oder mal heute jetzt immer wieder mehr sehr gut alle alles etwas nichts kein keine doch dann da hier so um am vom zum zur vor uber unter gegen ohne durch seit diese dieser dieses jede jeder man mir dir ihm ihn ihnen euch unser sein seine ihre machen gibt geht muss soll will war waren hatte wurde ganz gar eben halt ja nein bitte danke',
  fr: "le la les des et est pas je tu il elle nous vous ils une un du au aux que qui pour dans sur avec ce cette mais ou plus se son sa ses mon ma mes c'est j'ai d'un qu'il ne on en par tout fait suis sont n'est n'ai pas aussi bien tres meme encore toujours jamais rien quand comme si faut peut etre avoir fais dit vais va moi toi lui leur leurs notre votre nos vos ces cet sans sous chez apres avant entre depuis vers donc alors parce quoi ca j'aime merci bonjour aujourd'hui demain d'une l'on qu'on",
  es: 'el la los las que y es no en un una por para con se del lo me mi tu su pero como mas si ya muy todo hoy este esta yo le al cuando porque gracias ser son hay eso muy esta estoy tengo tiene tienes hacer dia dias ano siempre nunca bueno buena buen mejor aqui alli ahora nada nadie algo alguien donde quien cual tambien hasta desde entre sobre otra otro otros mismo mi mis tus sus nos les quiero puede puedo voy vamos hace fue era eres somos han has he vida mundo manana noche tarde asi ni',
  it: "il lo la gli le che e di un una per con non sono ma del della al alla da in si mi ti ci come piu anche se questo questa ho ha hai nel cosi perche solo c'e dei tutto sempre ancora oggi ora adesso dopo prima poi quando dove chi cosa mai niente nulla molto tanto bene buon buona grazie fare fatto essere era sei siamo siete hanno abbiamo voglio posso deve mio mia tuo tua suo sua nostro gli loro noi voi lui lei qui sto sta anno anni giorno vita mondo ma pero delle degli dalla sulla sul dell'",
  pt: 'o a os as que e do da de em um uma para com nao se no na por mais eu voce meu minha mas como ta vou ja muito isso esse essa ele ela pra foi ser tem so vc quando tudo hoje ainda agora aqui nao nem sim sempre nunca bom boa dia dias gente pessoas mesmo depois antes onde quem qual ate sobre outro outra minha meus suas dele dela nos eles elas estou esta estao tava fazer faz fez quero pode posso vai vamos foi era sou sao tenho pelo pela dos das num numa amo mano cara mds mt tbm pq',
};
const LETTERS: readonly (readonly [string, RegExp])[] = [
  ['tr', /[ığşİŞĞ]/],
  ['sk', /[ľĺŕôĽ]/],
  ['cs', /[řěůŘĚŮ]/],
  ['de', /[ß]/],
  ['pt', /[ãõ]/],
  ['es', /[ñ¿¡]/],
];
const LETTER_STRENGTH = 2;
const NOT_ASCII = /[^\x00-\x7f]/;

/** Languages with own evidence, in the order of `Evidence.strengths`. */
export const CODES = Object.keys(WORDS);
const LISTED = new WordTable(listedWords());

/** Each word with the places of its languages in CODES. */
function listedWords(): Map<string, readonly number[]> {
  const listed = new Map<string, readonly number[]>();
  CODES.forEach((code, at) => {
    for (const word of new Set((WORDS[code] ?? '').split(' '))) listed.set(word, [...(listed.get(word) ?? []), at]);
  });
  return listed;
}

export interface Evidence {
  /** How strongly the words and letters of a post speak for each language of CODES. */
  readonly strengths: readonly number[];
  readonly code: string;
  readonly best: number;
  readonly second: number;
}

const LETTERS_AT = LETTERS.map(([code, letters]) => [CODES.indexOf(code), letters] as const);

function addLetters(raw: string, sums: number[]): void {
  for (const [at, letters] of LETTERS_AT) if (letters.test(raw)) sums[at] = (sums[at] as number) + LETTER_STRENGTH;
}

function sumUp(tokens: readonly Token[]): number[] {
  const sums = new Array<number>(CODES.length).fill(0);
  for (const token of tokens) {
    if (token.kind !== 'word') continue;
    const listed = LISTED.get(token.folded, token.hash);
    if (listed) for (const at of listed) sums[at] = (sums[at] as number) + 1 / listed.length;
    if (NOT_ASCII.test(token.raw)) addLetters(token.raw, sums);
  }
  return sums;
}

/** Takes the tokens of a post, returns how strongly its words and letters speak for each language. */
export function countEvidence(tokens: readonly Token[]): Evidence {
  const strengths = sumUp(tokens);
  let first = 0;
  let second = -1;
  for (let at = 1; at < strengths.length; at += 1) {
    const sum = strengths[at] as number;
    if (sum > (strengths[first] as number)) [first, second] = [at, first];
    else if (second < 0 || sum > (strengths[second] as number)) second = at;
  }
  return { strengths, code: CODES[first] ?? 'unknown', best: strengths[first] as number, second: strengths[second] ?? 0 };
}
