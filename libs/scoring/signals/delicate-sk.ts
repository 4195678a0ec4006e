/** Reviewed Slovak lists of what a machine should not answer, written folded (no diacritics); a star leaves endings open. */
import type { DelicateTopic } from './delicate-topics.js';

export const SLOVAK_DELICATE: Readonly<Record<DelicateTopic, string>> = {
  bereavement: `
    zomrel*, zomrela, umrel*, umrela, zosnul*, nebohy, neboha, nebohej, nebohemu, nebohu, pohreb*, smutoc*, smutok*, sustrast*, kondolenc*, uprimnu sustrast, odisla navzdy, odisiel navzdy, navzdy opustil*, opustil nas, opustila nas, umrtie*, umrti*, umrtny list, umrtneho listu, po smrti, smrt mojej, smrt mojho, smrti mojej, smrti mojho,
    prisli sme o mamu, prisli sme o otca, prisla som o, prisiel som o otca, prisiel som o mamu, prisiel som o syna, prisiel som o dceru, stratili sme syna, stratili sme dceru, stratila som manzela, stratil som manzelku, vdova*, vdovec*, cintorin*, kremaci*, parte, hospic*, potratila som, odpocivaj v pokoji, cest jeho pamiatke, cest jej pamiatke, pozostal*, dedicsk* konani*`,
  injury: `
    zranen*, zranil*, uraz*, krvaca*, zlomen* ruk*, zlomen* noh*, zlomil* si, popalen*, popalil*, porezal*, siju, operaci*, operovan*, na operaciu, v nemocnici, do nemocnice, nemocnic*, jednotk* intenzivnej, na ariu, bezvedom*, v komate, odpadla, odpadol, infarkt*, mrtvic*, ochrnut*, otravil*, otrava jedlom, otravu jedlom, otravy jedlom, alergick* reakci*, alergick* sok, anafylak*, kopla elektrina, kopol prud, zasah elektrick*,
    chemoterapi*, rakovin*, onkolog*, dialyz*, inzulin*, kyslikov* pristroj*, tazko chor*, vazne chor*, chora mama, chory otec, chorej mame, chorej matke, chora matka, invalid*, postihnut* syn*, postihnut* dcer*, na vozicku, epilep*, zachvat*`,
  minors: `
    moje babatko, nase babatko, babatk*, novoroden*, dojca*, dojcat*, moje dieta, nase dieta, mojho dietata, nasho dietata, dietatu, dietata, moje deti, nase deti, nasich deti, mojich deti, malou dcerou, mala dcera, malej dcere, maly syn, malemu synovi, malym synom, rocna dcera, rocnej dcere, rocnu dceru, rocny syn, rocnemu synovi, rocneho syna, rocne dieta, rocnym dietatom, mesacn* bab*, mesacn* dcer*, mesacn* syn*,
    skolk*, v skolke, materskej skolky, zakladnej skoly, ziak*, ziacka, maloleti*, malolet*, mam 12 rokov, mam 13 rokov, mam 14 rokov, mam 15 rokov, neplnolet*, zneuziv* deti, tyranie`,
  disaster: `
    zemetras*, povodn*, zaplav*, vichric*, tornad*, hurikan*, zosuv pody, lavina, lavin*, lesn* poziar*, vybuch plynu, vybuch*, explozi*, teror*, bomb*, strelb*, streln*, rukojemn*, nehoda vlaku, vlakove nestast*, zrazka vlakov, leteck* nestast*, autobusove nestast*, evakua*, vojn*, raket*, nalet*, trosk*, pod troskami, zrutil* sa budova, zrutenie, mimoriadn* situaci*, zivelna pohroma, zivelnej pohromy, pandemi*, masaker*, bansk* nestast*`,
  sarcasm: `
    dakujem za nic, dakujeme za nic, vdaka za nic, no super, no parada, no vyborne, no gratulujem, gratulujem vam, gratulujeme k, klobuk dole pred, bravo vam, bravo naozaj, potlesk, velky potlesk, skvela praca naozaj, uzasny servis naozaj, spickovy servis naozaj, ako vzdy skvele, ako vzdy super, ako vzdy vyborne, ako inak, len tak dalej, nikam sa neponahlajte, neponahlajte sa, v pohode ved mam cas, ved mam cas, mam cas, to ste sa prekonali,
    prekonali ste sa, aka nahoda, ake prekvapenie, to je prekvapenie, jasne urcite, iste iste, to urcite, svetova uroven, profesionali naozaj, ozajstni profesionali, dakujem pekne za zniceny, dakujem za zniceny, dakujem za pokazeny`,
  bot: `
    som bot, som robot, automaticka odpoved, automaticky odpoved, toto je automatick*, automaticky generovan*, automaticky vygenerovan*, neodpovedajte na tuto spravu, neodpovedajte na tento, vasa sprava bola prijata, vasu spravu sme prijali, vasu poziadavku sme prijali, vasa poziadavka bola, cislo vasej poziadavky, cislo poziadavky, dakujeme ze ste nas kontaktovali, co najskor sa vam ozveme, mimo kancelarie, vieme o tom a uz to preverujeme`,
};
