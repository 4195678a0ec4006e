/** Reviewed Slovak recognition lists, written folded (no diacritics); a star leaves endings open. */
import type { Signal } from '../scores.js';

export const SLOVAK_SIGNALS: Readonly<Record<Signal, string>> = {
  'wants-person': `
    ziveho cloveka, zivym clovekom, zivy clovek, skutocny clovek, skutocneho cloveka, skutocnym clovekom, realny clovek, realneho cloveka, realnym clovekom,
    s clovekom, hovorit s niekym, rozpravat s niekym, spojit s niekym, spojte ma, prepojte ma, s operatorom, s operatorkou, s veducim, s veducou, s nadriadenym,
    s manazerom, kompetentn*, zodpovednu osobu, zodpovednej osoby, zavolajte mi, nech mi niekto zavola, nech sa mi niekto ozve, niekto ozval, ozvite sa mi, ozvite sa,
    kontaktujte ma, chatbot*, robotom, nie ste clovek, ste robot, si robot, automaticka odpoved*, automaticke odpoved*, automatick*, sablonovit*,
    nikto nedviha, nedvihate, neda sa dovolat, nedovolal*, nedovola*, nikto neodpoveda, nikto nereaguje`,
  stop: `
    prestante mi pisat, prestante mi volat, prestante pisat, prestante volat, prestante ma otravovat, prestante ma kontaktovat, prestante posielat, nepiste mi, nevolajte mi, neposielajte mi,
    nekontaktujte ma, neotravujte*, dajte mi pokoj, nechajte ma*, odhlaste ma, odhlasit z odberu, odhlasit odber, vyradte ma, vymazte ma zo, neoznacujte ma, neodpovedajte, uz mi nepiste, dost sprav`,
  emergency: `
    sanitk*, zachrank*, zachranna sluzba, 112, 155, 158, 150, pohotovost*, do nemocnice, v nemocnici, nemocnic*, bezvedom*, nedycha, neviem dychat, nemozem dychat,
    infarkt*, mrtvic*, krvaca*, zranen*, zranil*, uraz*, uviaznut*, uviazl*, zaseknut* vo vytahu, vo vytahu, poziar*, hori, horime, vybuch*, explozi*,
    unik plynu, unika plyn, citit plyn, oxid uholnat*, evakua*, otrav*, otravil*, ohrozenie zivota, ohrozen* na zivote, topi sa, pomoc ludia, zavolajte policiu, prva pomoc, kolaps*, skolabov*`,
  threat: `
    zabijem*, zabit vas, zabijem vas, zabil by som, podpalim*, zapalim vam, vyhodim do vzduchu, bomb*, zastrelim*, postrielam*, dobodam*, dopicham*, zmlatim*,
    dolamem*, rozbijem ti, rozbijem vam, rozbijem hubu, dam ti do drzky, dam po hube, dostanes po hube, viem kde byvas, viem kde pracujes, najdem si vas, najdem si ta,
    pridem si po vas, este to olutujete, olutujete to, budete lutovat, budete to lutovat, zaplatite za to, zaplatis za to, odskaces si to`,
  'self-harm': `
    samovrazd*, zabit sa, zabijem sa, chcem zomriet, nechcem zit, nechce sa mi zit, ublizit si, skoncovat so zivotom, vziat si zivot`,
  legal: `
    pravnik*, advokat*, zalob*, zaloval*, zazalujem*, zalujem*, sudit sa, sud, sudu, sudom, sudne, sudnu, sudna cesta, pravne kroky, pravnou cestou, pravna cesta, pravny zastupca,
    trestne oznamenie, trestny cin, na policiu, policii, inspekcia, inspekcii, obchodna inspekcia, obchodnu inspekciu, soi, coi, soj, urad na ochranu, ombudsman*, ochran* spotrebitel*,
    spotrebitelsk*, regulacny urad, narodna banka, nbs, staznost na urad, oficialna staznost, oficialnu staznost, poruseni* zmluvy, porusujete*, porusenie zakona, protizakon*, nezakonn*,
    podvod*, odskodn*, nahrad* skody, diskrimin*, reklamacny poriadok, antimonopoln*`,
  press: `
    novinar*, novin, noviny, novinam, redaktor*, redakci*, reporter*, tlacov*, media, medii, mediam, mediach, televizi*, markiza, joj, do televizie, reportaz*, clanok o, pisem clanok,
    pripravujem clanok, pripravujeme clanok, pripravujeme reportaz, vyjadrenie pre, stanovisko pre, prosim o stanovisko, prosim o vyjadrenie, poskytnut vyjadrenie, bojkot*, zdielajte, sirte dalej, posuvajte dalej, viraln*`,
  safety: `
    nebezpecn*, nebezpec*, nie je bezpecn*, zavadn*, zdraviu skodliv*, zdravotne riziko, ohroz*, otrav* jedl*, otravil*, salmonel*, plesen, plesniv*, splesniv*, plesne,
    cerv*, svab*, mys v, mys sme, potkan*, hmyz*, vlas v, sklo v, crep*, kovov* ulom*, kus plastu, po zaruke potravin*, po dobe spotreby, po datume spotreby, po expiracii, expirovan*,
    alergi*, alergen*, kopl* prud, kopol prud, kopla elektrina, skrat*, prehriev*, zhorel*, vzbl*, dymi*, dym z, nefungovali brzdy, zlyhali brzdy, brzdy, airbag*, nafuknut* bateri*, vybuchl*,
    prislo mi zle, bolo mi zle, ochoreli*, ochorel*, hnack*, falzifikat*, stiahnut z predaja, stiahnite z predaja, hygien*`,
  'data-protection': `
    gdpr*, osobne udaje, osobnych udajov, osobnymi udajmi, osobny udaj, moje udaje, mojich udajov, ochrana udajov, ochrany udajov, unik udajov, unik dat, unikli, unikli udaje, sukromi*, sukromn* udaj*,
    vymazte moje, vymazanie udajov, vymazat udaje, zmazte moje, zmazat ucet, zrusit ucet, hacknut*, hackol*, napadnut* ucet, ukradnut* ucet, kradez identity, phishing*, cudzie udaje, cudzi ucet,
    udaje ineho zakaznika, udaje inych, bez suhlasu, bez mojho suhlasu, nedal som suhlas, nedala som suhlas, neopravnen* platb*, strhli mi, strhnut* bez, zneuzit*, zneuzili*, odkial mate moje`,
  'broken-promise': `
    slubili*, slubil*, slubene, sluboval*, slubujete*, prislubil*, mali ste sa ozvat, mali sa ozvat, mal sa ozvat, mal niekto, mali mi zavolat, mal mi niekto, ozveme sa, neozval*, neozvali*, nikto sa neozval,
    stale cakam*, stale nic, stale nemam, stale neprisl*, stale ziadn*, este stale, dodnes, doteraz nic, doteraz nemam, doteraz neprisl*, ziadna odpoved, ziadnu odpoved, bez odpovede, bez odozvy, neodpovedal*, neodpovedat*,
    ignorujete*, ignoruju*, ignorovan*, uz tretikrat, uz druhykrat, treti krat, druhy krat, kolkokrat*, opakovane, uz tyzden, uz mesiac, uz dva tyzdne, uz tri tyzdne, uz tyzdne, tyzdne cakam, dni cakam, mesiac cakam`,
};
