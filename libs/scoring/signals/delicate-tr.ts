/** Reviewed Turkish lists of what a machine should not answer, written folded (ı as i, ş as s); a star leaves suffixes open. */
import type { DelicateTopic } from './delicate-topics.js';

export const TURKISH_DELICATE: Readonly<Record<DelicateTopic, string>> = {
  bereavement: `
    vefat*, oldu annem, annem oldu, babam oldu, esim oldu, dedem oldu, kardesim oldu, oglum oldu, kizim oldu, oldugunden beri, olumunden, olumu uzerine, rahmetli*, merhum*, cenaze*, taziye*, bassagligi*, bas sagligi, basimiz sagolsun, basiniz sagolsun,
    toprag* ver*, defnet*, defin*, mezar*, kaybettik, kaybettim annemi, annemi kaybet*, babami kaybet*, esimi kaybet*, kardesimi kaybet*, oglumu kaybet*, kizimi kaybet*, bebegimi kaybet*, cocugumu kaybet*, dedemi kaybet*, hayatini kaybet*, yasini tut*, yas tut*, olum belgesi, dul kald*, allah rahmet, mekani cennet, nur icinde yat*, dusuk yap*, olu dog*, sehit*`,
  injury: `
    yaraland*, yarali*, yaralan*, kolum kiril*, bacagim kiril*, kolu kiril*, bacagi kiril*, kirik var, dikis at*, yanik*, yandi elim, elim yandi, elimi kes*, parmagim*, kanadi, kaniyor, kanama*, ameliyat*, yogun bakim*, hastanede*, hastanelik*, hastaneye kal*, hastaneye git*, acile git*, acile kal*,
    bayild*, komada, felc*, kalp kriz*, beyin kanama*, zehirlend*, zehirlenme*, gida zehir*, alerjik sok, carpild*, elektrik carp*, kemoterapi*, kanser*, diyaliz*, insulin*, oksijen cihaz*, solunum cihaz*, tansiyon hasta*, kalp hasta*, hasta annem*, hasta babam*, yatalak*, engelli annem*, engelli babam*, engelli cocug*, agir hasta*, sakatlan*, sakat kal*`,
  minors: `
    bebegim*, bebegimiz*, bebek mamasi, bebek ag*, yenidogan*, yeni dogan*, cocugum*, cocugumuz*, cocuklarim*, cocuklarimiz*, kucuk kizim*, kucuk oglum*, yasindaki kizim*, yasindaki oglum*, yasindaki cocu*, yasinda kizim*, yasinda oglum*, yasinda cocu*, aylik bebe*, aylik kizim*, aylik oglum*, yasindaki kiz*, yasindaki erkek*,
    ogrenciyim 1, anaokul*, kres*, ilkokul*, ortaokul*, resit degil*, resit olmayan*, cocuk istismar*, istismar*, 12 yasindayim, 13 yasindayim, 14 yasindayim, 15 yasindayim, lise ogrencisi*`,
  disaster: `
    deprem*, artci*, enkaz*, sel felaket*, sel bas*, sele kapil*, heyelan*, cig dus*, orman yangin*, patlama*, bomba*, teror*, saldiri*, ucak kaza*, tren kaza*, otobus kaza*, tahliye*, afet*, kasirga*, hortum vurdu, tsunami*, savas*, fuze*, sinir otesi, olaganustu hal*, maden kaza*, gocuk altin*, salgin*, katliam*, rehin*`,
  sarcasm: `
    aferin size, bravo size, bravo gercekten, bravo valla, bravo vallahi, tebrikler gercekten, tebrik ederim sizi, helal olsun size, cok tesekkurler gercekten, cok sagolun gercekten, sagolun ya, tesekkurler hicbir sey icin, harikasiniz gercekten, harika hizmet gercekten, mukemmel hizmet gercekten, super hizmet valla, muhtesem hizmet bravo, ne kadar da guzel,
    ne guzel degil mi, ne hizli ama, ne kadar hizli ama, cok hizlisiniz ya, cok hizlisiniz masallah, masallah size, eksik olmayin, eksik olmayin ya, iyi ki varsiniz ya, her zamanki gibi harika, her zamanki gibi mukemmel, her zamanki gibi super, acele etmeyin, acele etmeyin sakin, rahatiniza bakin, keyfinize bakin, yersen, he he tabi, tabi tabi, tabii tabii, odul verin, odul vermek lazim, alkis*`,
  bot: `
    ben bir botum, bot hesab*, otomatik mesajdir, otomatik yanittir, otomatik cevaptir, bu bir otomatik, otomatik olarak gonderil*, otomatik olarak olustur*, bu mesaji yanitlamayin*, mesajiniz alinmistir, mesajiniz tarafimiza ulas*, talebiniz alinmistir, basvurunuz alinmistir, talep numaraniz, basvuru numaraniz, bizimle iletisime gectiginiz icin,
    en kisa surede size donus, en kisa surede donus yap*, ofis disind*, izinde oldugum*, mesajinizi gorduk, durumdan haberdariz`,
};
