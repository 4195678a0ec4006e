/** Reviewed Turkish recognition lists, written folded (ı as i, ş as s); a star leaves suffixes open. */
import type { Signal } from '../scores.js';

export const TURKISH_SIGNALS: Readonly<Record<Signal, string>> = {
  'wants-person': `
    gercek bir insan*, gercek insan*, gercek kisi*, canli destek*, canli biri*, insanla gorus*, insanla konus*, bir insanla*, yetkili*, yetkiliyle gorus*,
    yetkili biri*, mudurle gorus*, mudurunuz*, temsilciyle gorus*, temsilciye bag*, temsilciye ulas*, musteri temsilcisi*, birisiyle gorus*, biriyle gorus*,
    biriyle konus*, birisiyle konus*, beni arayin, beni arasin*, biri beni arasin, birisi beni arasin, ararmisiniz, arar misiniz, geri arayin, geri donus yapin,
    muhatap bul*, muhatap yok, muhatap istiyor*, robotla konus*, robot mu*, bot mu*, bot musun*, robot musun*, otomatik cevap*, otomatik mesaj*, otomatik yanit*,
    kopyala yapistir*, hazir cevap*, ulasamiyor*, kimseye ulas*, kimse acmiyor, kimse bakmiyor, telefona bakan yok, telefonu acan yok, operatore bag*`,
  stop: `
    mesaj atmayin*, mesaj gondermeyin*, mesaj atmayi birak*, bana yazmayin*, yazmayin artik, aramayin*, beni aramayin*, rahatsiz etmeyin*, beni rahat birak*,
    rahat birakin*, mail atmayin*, mail gondermeyin*, sms atmayin*, sms gondermeyin*, listeden cikar*, listenizden cikar*, aboneligimi iptal*, uyelikten cik*,
    etiketlemeyin*, beni etiketleme*, cevap vermeyin*, durun artik, iletisime gecmeyin*`,
  emergency: `
    ambulans*, 112, acil servis*, acil yardim*, acil durum*, hastanelik*, hastaneye kaldir*, hastaneye git*, hastanede*, nefes alam*, bayildi*, bilinci kapali,
    kalp krizi*, kanama*, kaniyor*, yaralan*, yarali*, mahsur*, asansorde kal*, yangin*, yaniyor, alev ald*, patlama*, patladi*, gaz kacagi*, gaz kokusu*,
    dogalgaz kok*, karbonmonoksit*, tahliye*, zehirlenme*, zehirlen*, imdat*, hayati tehlike*, boguluyor*, can guvenlig*, yardim edin, kaza gecir*, elektrik carpti*`,
  threat: `
    oldurecem*, oldurecegim*, oldururum*, seni oldur*, sizi oldur*, gebert*, yakarim*, yakacagim*, yakacam*, dukkani yak*, magazayi yak*, subeyi bas*, subeyi yak*,
    basarim orayi, bomba*, silahla gel*, vururum*, vuracagim*, vuracam*, doverim*, dovecegim*, bicakla*, kafani kir*, agzini burnunu*, kirarim*, evini biliyorum,
    nerede oturdugunu*, hesabini sorarim*, pisman edecegim*, pisman ederim*, gunumu gosteririm, gununu goster*, bedelini ode*, yaptiginizin bedel*, sizi bulurum, bulurum seni`,
  'self-harm': `
    intihar*, kendimi oldur*, canima kiy*, canima kiyacag*, yasamak istemiyorum, olmek istiyorum, kendime zarar*`,
  legal: `
    avukat*, dava acacag*, dava acar*, dava acti*, dava edecegim*, dava ede*, davaci*, mahkeme*, savcilik*, savciliga*, suc duyurusu*, hukuki*, yasal islem*,
    yasal hak*, yasal yol*, yasal sure*, tuketici hak*, tuketici mahkeme*, tuketici hakem*, hakem heyet*, cimer*, btk*, bddk*, epdk*, sikayet var*, sikayetvar*,
    ticaret bakanlig*, rekabet kurum*, noter*, ihtarname*, tazminat*, dolandir*, kanuna aykiri*, yasadisi*, yasal degil, suc isliyor*, polise*, karakol*,
    icraya*, haksiz fiil*, ayrimcilik*, sozlesmeye aykiri*`,
  press: `
    gazeteci*, gazete*, basin, basina, basinda, basin mensub*, muhabir*, haber yap*, haberini yap*, habere cik*, haberlere cik*, televizyon*, medyaya*, medyada*, basina veri*, basinla*,
    yorumunuzu almak, aciklama istiyor*, roportaj*, boykot*, yayin lutfen, rt lutfen, lutfen rt, herkes paylassin*, paylasin herkes, yayalim*, viral ol*, gundem ol*, ifsa*, tt yap*`,
  safety: `
    tehlikeli*, tehlike*, guvenli degil*, guvensiz*, saglik acisindan*, sagliga zarar*, sagliksiz*, zehirlen*, gida zehir*, bozuk cikti*, kuflu*, kuflen*, kurt cikti*, bocek*,
    hamam boceg*, fare cikti, fare var, fareler, fare gor*, kil cikti*, sac cikti*, cam cikti*, cam parcasi*, metal parca*, plastik parca*, son kullanma*, tarihi gecmis*, alerji*, alerjik*,
    elektrik carp*, carpildim*, kisa devre*, asiri isin*, yandi*, erid*, duman cik*, fren tutma*, fren patla*, frenler*, hava yasti*, pil sis*, batarya sis*, sahte urun*,
    hijyen*, pislik icinde, hasta oldu*, midemiz bozul*, midem bozul*, geri cagir*`,
  'data-protection': `
    kvkk*, kisisel veri*, kisisel bilgi*, verilerim*, bilgilerim*, veri ihlal*, veri sizinti*, sizdir*, gizlilik*, mahremiyet*, verilerimi sil*, hesabimi sil*,
    hesabim calin*, hesabim hack*, hacklen*, kimlik bilgi*, kart bilgi*, kartimdan*, kartimdan cek*, izinsiz cek*, bilgim disinda*, iznim olmadan*, rizam olmadan*, onayim olmadan*,
    baskasinin bilgi*, oltalama*, numarami kim, numarami nereden*`,
  'broken-promise': `
    soz verdi*, soz vermisti*, soz verildi*, sozunuzu tut*, sozunde dur*, sozunu tut*, aranacaksiniz*, arayacagiz dedi*, arayacaklardi*, arayacaklarini*, donus yapacak*,
    donus yapilmadi*, donus yapmadi*, donus yok, donus olmadi*, geri donus yok, geri donulmedi*, cevap yok, cevap vermiyor*, cevap vermedi*, cevap alam*, yanit yok, yanit alam*,
    hala gelmedi*, hala bekliyor*, hala ses yok, hala yok, hala donus*, hala cevap*, haftadir*, gundur*, aydir*, kac kez*, kac defa*, defalarca*, ucuncu kez*, ikinci kez*,
    oyaliyor*, oyala*, ilgilenen yok, ilgilenmiyor*, gunlerdir*, haftalardir*, aylardir*`,
};
