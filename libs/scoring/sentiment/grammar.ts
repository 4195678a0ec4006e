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
}

const set = (words: string): ReadonlySet<string> => new Set(words.split(' ').filter(Boolean));

function boosts(strong: string, weak: string): ReadonlyMap<string, number> {
  return new Map([
    ...strong.split(' ').map((word) => [word, 1.35] as const),
    ...weak.split(' ').map((word) => [word, 0.65] as const),
  ]);
}

const NONE = new Set<string>();

const EN: Grammar = {
  negatesAfter: set(
    "not no never none nobody nothing neither nor without cannot cant can't dont don't doesnt doesn't didnt didn't isnt isn't wasnt wasn't arent aren't werent weren't wont won't wouldnt wouldn't couldnt couldn't shouldnt shouldn't havent haven't hasnt hasn't hadnt hadn't aint ain't hardly barely scarcely lack lacks lacking zero n't",
  ),
  negatesBefore: NONE,
  boosts: boosts(
    'very really so extremely absolutely totally completely incredibly utterly super too such most highly deeply truly fucking damn bloody freaking especially always',
    'slightly somewhat bit little kinda sorta kind sort almost fairly quite partly mildly',
  ),
  turns: set('but however although though yet except'),
};
const TR: Grammar = {
  negatesAfter: set('hicbir'),
  negatesBefore: set(
    'degil degildi degildir degilim degiliz degiller degilmis yok yoktu yokmus yoktur olmadi olmamis olmaz olmayan etmiyor etmedi etmem etmez etmiyorum etmedim edemedim edemiyorum',
  ),
  boosts: boosts(
    'cok en asiri gercekten resmen tam tamamen son acayip inanilmaz baya bayagi cidden hayli pek super oldukca kesinlikle fazlasiyla',
    'biraz az azicik kismen hafif fena',
  ),
  turns: set('ama fakat ancak lakin yalniz oysa'),
};
const SK: Grammar = {
  negatesAfter: set(
    'nie bez nikdy ziadny ziadna ziadne ziadnu ziadnej nikto nic ani nebol nebola nebolo neboli nema nemaju nemam nemame nieje niet nemozem nemozno nemoze nebude nemal nemala nemali neni',
  ),
  negatesBefore: NONE,
  boosts: boosts(
    'velmi strasne uplne absolutne naozaj fakt maximalne extremne mimoriadne vyrazne totalne najviac prilis tak vazne skutocne vobec vrcholne neskutocne krasne',
    'trochu mierne celkom pomerne trosku dost relativne skor malo',
  ),
  turns: set('ale no avsak lenze vsak'),
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
