/** Phrases that speak for an intent, folded, in English, Turkish and Slovak; a star leaves the end of a word open. */
import type { Intent } from '../scores.js';

export const INTENT_CUES: Readonly<Record<Exclude<Intent, 'other'>, string>> = {
  complaint: `
    not working, isn't working, doesn't work, does not work, stopped working, won't work, not work, broken, broke, down again, is down, keeps crashing, crashes, crashed, worst, terrible, awful, unacceptable,
    ridiculous, disappointed, disappointing, frustrat*, fed up, sick of, on hold, no help, unhelpful, never again, overcharged, charged twice, charged me, still waiting, still not, hasn't arrived, not arrived,
    never arrived, not received, haven't received, didn't receive, missing, lost my, delayed, cancelled, canceled, rude, poor service, bad service, customer service, shame on, what a joke, fix this, fix your, fix it, sort it out, error, wrong item, faulty, defective, damaged,
    calismiyor*, calismadi, bozuldu, bozuk*, gelmedi, ulasmadi, rezalet*, berbat*, sikayet*, magdur*, memnun degil*, memnun kalma*, pisman*, cozulmedi, cozum yok, cozemedi*, iade edilmedi, eksik geldi, yanlis geldi, kirik geldi, gecikti, gecikme*, iptal edildi, fazla ucret, haksiz ucret, kesinti*, cekmiyor, acilmiyor, donuyor, hala bekliyor*, yazik*, utanc*, boyle hizmet*, bu ne bicim,
    nefunguj*, nefungoval*, pokazen*, rozbit*, neprisl*, neprisiel*, nedoruc*, meska*, zrusen*, sklaman*, sklamal*, nespokojn*, katastrof*, hanba, otrasn*, hrozn*, staznost*, stazujem*, reklamac*, poskoden*, vypad*, chyba mi, chybaju, nadavky, strhli, predrazen*, neochot*, arogant*, neskutocn* drzost, zly pristup`,
  question: `
    how do i, how can i, how do you, can i, do you, does it, is there, are there, when will, when is, when does, what is, what are, what time, where is, where can, which, why is, anyone know, does anyone, wondering if, is it possible, how much, how long,
    nasil, ne zaman, nerede, nereden, kac, hangi, var mi, mumkun mu, acaba, olur mu, misiniz, musunuz, bilen var, ne kadar,
    ako mozem, kedy, kde, kolko, ktory, ktora, mozem, da sa, je mozne, existuje, neviete, nevie niekto, viete mi, chcem sa spytat, chcela by som sa spytat, chcel by som sa spytat, ci je, ci mate, mate`,
  request: `
    please, pls, plz, can you, could you, would you, i need, need help, help me, i would like, i'd like, i want to, looking for, please add, please bring, please send, please check, please call, dm me, check my, follow back, refund my, cancel my,
    lutfen, rica ederim, yardimci ol*, yardim eder*, istiyorum, talep ediyorum, yapar misiniz, gonderir misiniz, bakar misiniz, ekleyin, getirin, duzeltin, donus yapin, arayin, iptal etmek, degistirmek istiyorum,
    prosim, mohli by ste, mozete, potrebujem, chcem, chcel by som, chcela by som, ziadam, poslite, overte, pridajte, zruste, vratte, pomozte, poradte, prosim vas`,
  praise: `
    thank you, thanks, thx, great job, great service, well done, love your, love this, love it, amazing service, best service, shout out, shoutout, kudos, big up, appreciate, impressed, brilliant, you rock, you guys rock, the best, excellent service, awesome,
    tesekkur*, tesekkurler, sagolun, elinize saglik, ellerinize saglik, emeginize saglik, harika*, mukemmel*, cok begendim, bayildim, cok memnun*, tavsiye ederim, kesinlikle tavsiye, iyi ki varsiniz, tebrik*, helal olsun, super,
    dakujem*, vdaka, pochvala, pochvalit, chvalim, klobuk dole, super, vynikajuc*, skvel*, vyborn*, odporucam, velka spokojnost, maximalna spokojnost, ste najlepsi, len tak dalej, palec hore, gratul*`,
  news: `
    announces, announced, reports, reported, according to, launches, launched, breaking, statement, shares of, shares fell, shares rose, q1, q2, q3, q4, quarter, revenue, profit, ceo, acquires, acquisition, partnership, press release, study finds, opens new, to open, via,
    acikladi, duyurdu, haber*, son dakika, bildirdi, ihale*, ceyrek, hisse*, bilanco, yatirim*, genel mudur*, acilisi, ortaklik*, raporu, verilere gore, gore,
    oznamil*, oznamila, informoval*, podla, uviedol, uviedla, spustil*, spusta, otvoril*, otvara, akcie, stvrtrok*, trzby, zisk, generalny riaditel, tlacova sprava, aktualne, spravy, hovorca, hovorkyna`,
  spam: `
    click here, click the link, link in bio, earn money, make money, work from home, free gift card, giveaway, follow me, follow for follow, f4f, promo code, use code, discount code, dm for, crypto, bitcoin, forex, casino, viagra, onlyfans, cheap followers, buy followers, limited offer, sign up now, subscribe to my, check out my, whatsapp me, 100% free,
    takipci*, hemen tikla*, tikla kazan, bonus*, bahis*, casino*, evden para, para kazan, ek gelir, link profilde, linke tikla*, profilimdeki link*, dm den, whatsapp hatti*, ucretsiz kazan, takip edeni takip, gt yapilir, indirim kodu, cekilis*,
    kliknite*, klikni*, zarob*, zarabaj*, praca z domu, link v bio, link v profile, vyhrajte, sutaz*, zlavovy kod, lacne pozicky, pozicka ihned, kasino*, bitcoin*, krypto*, sledujte ma, follow`,
};
