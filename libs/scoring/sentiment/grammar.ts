/** The small words of a language that turn, strengthen or weaken what stands near them. */

export interface Grammar {
  /** Turn what follows within a few words: not, nie, nicht. */
  readonly negatesAfter: ReadonlySet<string>;
  /** Turn what stands just before: Turkish değil and yok. */
  readonly negatesBefore: ReadonlySet<string>;
  /** Strengthen (above 1) or weaken (below 1) the next words. */
  readonly boosts: ReadonlyMap<string, number>;
  /** What comes after them counts more than what came before: but, ama, ale. */
  readonly turns: ReadonlySet<string>;
  /** Two words that turn what follows as one denial does: far from, used to. */
  readonly pairs?: ReadonlySet<string>;
  /** A denial with this next word denies nothing: not only, nothing but. */
  readonly harmless?: ReadonlySet<string>;
  /** Denials that say a thing is wholly absent; what is bad and absent is good: no problems, bez problémov. */
  readonly absent?: ReadonlySet<string>;
  /** Go along with a denied verb and do not cancel it: nikdy nesklamali, hiçbir zaman beğenmedim. */
  readonly concord?: ReadonlySet<string>;
  /** Verbs that deny by their own form what stands near them: nebola, kalmadım. */
  readonly deniedVerb?: RegExp;
  /** Compare; beside a denial they keep their meaning: never better, lepšie som nejedol, daha iyisi yok. */
  readonly compares?: RegExp;
}

const set = (words: string): ReadonlySet<string> => new Set(words.split(' ').filter(Boolean));

function boosts(strong: string, weak: string): ReadonlyMap<string, number> {
  return new Map([
    ...strong.split(' ').map((word) => [word, 1.35] as const),
    ...weak.split(' ').map((word) => [word, 0.65] as const),
  ]);
}

const NONE = new Set<string>();
const pairs = (list: string): ReadonlySet<string> => new Set(list.split(',').map((pair) => pair.trim()));

const EN: Grammar = {
  negatesAfter: set(
    "not no never none nobody nothing neither nor without cannot cant can't dont don't doesnt doesn't didnt didn't isnt isn't wasnt wasn't arent aren't werent weren't wont won't wouldnt wouldn't couldnt couldn't shouldnt shouldn't havent haven't hasnt hasn't hadnt hadn't aint ain't hardly barely scarcely lack lacks lacking zero n't",
  ),
  negatesBefore: NONE,
  boosts: boosts(
    'very really so extremely absolutely totally completely incredibly utterly super too such most highly deeply truly fucking damn bloody freaking especially always terribly awfully insanely ridiculously crazy wicked dead well',
    'slightly somewhat bit little kinda sorta kind sort almost fairly quite partly mildly',
  ),
  turns: set('but however although though yet except'),
  pairs: pairs('far from, anything but, used to, instead of, rather than'),
  harmless: pairs(
    "not only, not just, not merely, not to, nothing but, nothing short, no wonder, no matter, no doubt, not sure, no longer, no sooner, cant wait, can't wait, cannot wait, isn't it, isn't she, isn't he, isn't this, isn't that, aren't they, aren't you, aren't we, don't you, wasn't it, wasn't she, wasn't he, doesn't it, doesn't she, won't you, wouldn't it, never mind, dont worry, don't worry, why not, not yet",
  ),
  absent: set("no zero without never nothing hardly longer doesnt doesn't didnt didn't hasnt hasn't havent haven't wont won't"),
  compares: /^(?:better|worse|best|worst|happier|easier|nicer|faster|friendlier|kinder|smoother|tastier|more|so)$/,
};
const TR: Grammar = {
  negatesAfter: set('hicbir eskiden'),
  negatesBefore: set(
    'degil degildi degildir degilim degiliz degiller degilmis yok yoktu yokmus yoktur sifir olmadi olmamis olmaz olmayan etmiyor etmedi etmem etmez etmiyorum etmedim edemedim edemiyorum',
  ),
  boosts: boosts(
    'cok en asiri gercekten resmen tam tamamen son acayip inanilmaz baya bayagi cidden hayli pek super oldukca kesinlikle fena fazlasiyla korkunc asiri acayip delicesine',
    'biraz az azicik kismen hafif',
  ),
  turns: set('ama fakat ancak lakin yalniz oysa'),
  absent: set('yok yoktu yokmus yoktur hicbir hic sifir'),
  concord: set('hicbir hic asla'),
  deniedVerb:
    /^(?:kal|ol|et|ed|yap|al|duy|ver|bul|gor|gel|git|gid|yasa|cek|cikar|cik|say|gerek|hisset|hissed|iste|bekle|dene|bit|tut|kars|dusun|inan|ugrat|birak)(?:il|in|ul|la|le|il?an|tir)?[ae]?(?:m[ae](?:d[iu]|mis|z|yac|yec|m$|yi[znp]|s[iu]n$|den$|dan$|yan|yen|ksiz)|m[iu]yor)/,
  compares: /^(?:iyisi|iyileri|kotusu|guzeli|beteri|rezili|lezzetlisi|kalitelisi|rahati|hizlisi|memnunu)/,
};
const SK: Grammar = {
  negatesAfter: set(
    'nie bez nikdy ziadny ziadna ziadne ziadnu ziadnej nikto nic ani nebol nebola nebolo neboli nijaky nijaka nijake nikde kedysi chyba chybala chybalo chybali chybaju nema nemaju nemam nemame nieje niet nemozem nemozno nemoze nebude nemal nemala nemali neni',
  ),
  negatesBefore: NONE,
  boosts: boosts(
    'velmi strasne uplne absolutne naozaj fakt maximalne extremne mimoriadne vyrazne totalne najviac prilis tak vazne skutocne vobec vrcholne neskutocne krasne hrozne desne ohromne nehorazne sialene',
    'trochu mierne celkom pomerne trosku dost relativne skor malo',
  ),
  turns: set('ale no avsak lenze vsak'),
  pairs: pairs('v ziadnom, ani trochu, ani zdaleka, daleko od, malo ktory, na kolko'),
  harmless: pairs('nie len, nie iba, nic ine, niet pochyb, ani nehovor, nie nadarmo'),
  absent: set('bez ziadny ziadna ziadne ziadnu ziadnej nijaky nijake nijaka nula ani nemal nemala nemali nemam nemame'),
  concord: set(
    'nikdy nikto nikoho nikomu nikym nic nicim nicoho ani ziadny ziadna ziadne ziadnu ziadnej ziadneho ziadnym nikde nijako nijaky',
  ),
  deniedVerb:
    /^ne(?:bol|bud|ma$|maj|mam|mat|mal|moz|moh|vid|povaz|posob|vyzer|zda|dal|dalo|dok|patri|stoj|stal|zazi|nasl|najd|dost|poci|cit|zaslu|prej|ponu|poskyt|splni|dodr|dodali|ukaz|prines|priprav|klad|je$)/,
  compares: /^(?:lepsi|horsi|milsi|krajsi|chutnejsi|prijemnejsi|ochotnejsi|rychlejsi|spokojnejsi)/,
};
const CS: Grammar = {
  ...SK,
  negatesAfter: new Set([...SK.negatesAfter, ...set('neni zadny zadna zadne nikdo nebyl nebyla nemaji nelze')]),
};
const DE: Grammar = {
  negatesAfter: set('nicht kein keine keinen keiner keinem nie niemals ohne weder nix nichts kaum'),
  negatesBefore: NONE,
  boosts: boosts(
    'sehr so echt total absolut extrem wirklich voll mega richtig zu besonders ganz unglaublich',
    'etwas bisschen wenig fast ziemlich',
  ),
  turns: set('aber doch jedoch sondern'),
};
const FR: Grammar = {
  negatesAfter: set("ne pas jamais sans aucun aucune ni n'est n'ai n'a rien plus"),
  negatesBefore: NONE,
  boosts: boosts('tres trop si vraiment tellement super hyper absolument completement extremement', 'peu assez plutot presque'),
  turns: set('mais pourtant cependant'),
};
const ES: Grammar = {
  negatesAfter: set('no nunca sin ni nada tampoco jamas ningun ninguna'),
  negatesBefore: NONE,
  boosts: boosts('muy tan mucho demasiado super realmente totalmente bastante re', 'poco algo casi'),
  turns: set('pero aunque sino'),
};
const IT: Grammar = {
  negatesAfter: set('non mai senza ne nessun nessuno nessuna niente nulla'),
  negatesBefore: NONE,
  boosts: boosts('molto troppo cosi davvero veramente super assolutamente tanto proprio', 'poco abbastanza quasi'),
  turns: set('ma pero tuttavia'),
};
const PT: Grammar = {
  negatesAfter: set('nao nunca sem nem n nada nenhum nenhuma jamais'),
  negatesBefore: NONE,
  boosts: boosts('muito tao demais super realmente mt mto mais bem', 'pouco quase meio'),
  turns: set('mas porem embora'),
};
const GRAMMARS: Readonly<Record<string, Grammar>> = { en: EN, tr: TR, sk: SK, cs: CS, de: DE, fr: FR, es: ES, it: IT, pt: PT };

/** Takes a language, returns its grammar; an unknown one gets the English, which is harmless elsewhere. */
export function grammarOf(language: string): Grammar {
  return GRAMMARS[language] ?? EN;
}
