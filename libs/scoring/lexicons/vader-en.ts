/**
 * Words of the VADER lexicon (C.J. Hutto and E. Gilbert, 2014; MIT, see docs/model-card.md) by their mean rating of ten people, -4 to 4.
 */
export const VADER_EN = `
-3.9 rapist
-3.8 raping slavery
-3.7 fu kill murder rape terrorist
-3.6 hatefulness hell motherfucker murderer raped rapers terrorism
-3.5 fatality killed killings rapes suicidal suicide torturers
-3.4 apocalyptic brutalizing cancer catastrophe devil evil evilly excruciation faggot fucked horrific killing murdered raper shittiest
-3.4 tragedy twat villains
-3.3 dead devastating evillest excruciating fucker heartbroken horrifyingly killer killers murderers murdering nigger rapists terrorised
-3.3 terrorises terroristic terrorize whore
-3.2 abuse abusive betray brutalises brutalizes devastative doomed dreadfulness faggots fatally fuckface fuking hated hatred hellish kia
-3.2 murderee murderous pissed scumbag terrorisms
-3.1 abhorrent angriest brutal bullied cocksucker crisis devastate dickhead direful disaster enslave evildoer evildoing evilness fuckhead
-3.1 fucktard hopelessness molests murderees murderously poisoners racism shithead sluttiest terrorise terrorists terrorized terrorizes vile
-3.1 violence worst
-3 abusivenesses bastards betrayed bitchiest brutality brutally destructive devastated disgustedly dismal douchebag dx foetor fubar
-3 horridnesses infuriated murders racist saddest terrified terrorising terrorizing torturing traumatization whores
-2.9 abhors afu anguish assassination bitches brutalised brutalize bullying cruellest cruelness cruelty cunts death devastators die
-2.9 disastrous disgust disgustingly drowned eviller excruciatingly fatalities fuckers harshest havoc horrifically horrifies irate
-2.9 molestations murderousness obliterate poisonously sinister torture villainess villainously violent war warmonger wickedest
-2.8 abduction abusively assault assaultive assholes betrayal bitch brutalising bullshit condemnation contempt cruel cruelly damnified
-2.8 degrading devastates devastator devilry deviltry dooming doomsday enraging ffs fraud greediest harassers heartlessly heartlessness
-2.8 horrendous jackasses maddest miserableness molesting motherfucking obscene offensively perverts poisoning rageful remorselessness
-2.8 repulse ruin ruinate scams slut stab traumatically traumatise ugliest violently warmongers whored wtf
-2.7 agonizing anger anguishing antagonizing assassinations attacker attackers bastardly bastardy bfd bitchery brutalise chaos corpse
-2.7 criminals crude degradingly depression despaired despairs despising destruction devils dishonest dreaded dreadfully drown evils
-2.7 excruciate fearing fuming furious fury grievousness grim hate heartbreak horrifying horror horrors humiliation injustice insanity
-2.7 joylessness laziest loathing miseries misery moronic negative nfc painfulness pathetic poisoner poisonous poisons retarded ruination
-2.7 ruinous scam sluts sluttier stealing terrifying terrorization torturous totalitarianism tragically traumatic travesty treasonous
-2.7 ugliness unlovable villainousness virulent weep wrathful
-2.6 abuser abusers abuses alarmingly ban bankrupt bastardising bfe bitched bitchily bitchiness brutalities cheating cocksuckers
-2.6 compassionless crappy cruelest damnation damnatory destroying destroys destructionist died disasters disgustful distraught dumbass
-2.6 dumbhead enrage fascist fired gloom harassments harmfully harmfulness harming humiliatingly hurtfully idiotic illegal infuriates
-2.6 killingly lousiest lowbred miserliness murderesses nastinesses nasty perversity petrifying po prejudicial punishers punishing rage
-2.6 rancidity rancidness riot rob robber ruinously sadden savageness shamed shit shitheads shitty sin sinful starved stressfully
-2.6 stupidnesses terriblenesses terribly terrifies terrors tortured victimizing villain villainy violater wars whoremonger woebegone
-2.5 abusiveness aggravate ass assaults assfucking bad bastard betraying betrays chastise cheater choke crestfallen crime curse dangering
-2.5 despisements destroy destructing enemy evildoings evilest fail fatal fearfullest felonies felony fraudster fuck fuked goddam harassed
-2.5 harasses harassing harassment harm horrible horrid horrified horrify hostility humiliate joyless kills lamebrained livid lousy outraged
-2.5 perverted petrified pissants poison poorest prisoner racists rancid rancidly rejection rudest savagery sickened sluttishness snafu sobs
-2.5 sorrowfulness stinkpot strangled stupider suffer tard tortures troubling uglinesses unhappiest victimising victimize violating wanker
-2.5 warmongering whoresons
-2.4 abandonment abhorred agonises appall arrogance assaulted bastardization bastardize brutalized casualty conspiracy contemptuously
-2.4 criminal crudest crueller damnifying damnit danger dangered degradation dehumanizing despisement destruct destructively destructiveness
-2.4 destructs devastatingly devilkin dirtiest disgusted disgusting dissatisfying distress distressfulness distrusted doomsdays dreadfuls
-2.4 dreading dullsville evildoers fkm foreclosures fraudsters frustrated goddammed harasser horribleness horribly humiliations hurt hurtful
-2.4 indignation infuriating liars loneliest loser losers lying mofo mourns naggiest nastiest neglected nfw painfully pita poisonings
-2.4 prejudicialness puke punish raging reek retard revenge revengeful sabotage saddened sadder savages scandalous shamefulness sickening
-2.4 sorrow sorrowed spite spited stenchful stinking stupid stupidest sucker sufferers swindle terror thief threat threatening tragical
-2.4 trapped traumatised traumatism traumatize unhappier unhappiness unhealthy viciousness violated violaters violations violative violator
-2.4 warred weepiest whoredoms wicked wth
-2.3 abducted abused agonised agonize agonizes agonizingly angered angers angrier angry assaulting bastardised bastardises bastardizing
-2.3 bitcheries bitchy bitterest blameworthy brutalizations cheated condemns crueler cruelties cwot damaging dearth dejecting depressed
-2.3 depressingly despairing destroyers destructions devilishness devilled dick disappointment disconsolate disheartenment disturbing
-2.3 disturbingly doa downhearted dumb dumbest effin egotist failed failing failure fiasco foetid frauds fraudulence frightful grieving
-2.3 grouchiest hatefully hating horridness hurter idiot ignoramuses impolitenesses incompetence insult insulted insultingly irritant
-2.3 irritation lazier liar molester mourningly nastier negativity numbskull obnoxiously offending offensiveness outcry outrage outrages pain
-2.3 panic pervert petrifies pollute poverty prblms prejudice prison prisoners punitive regrettable rejected rejectee remorseless riots
-2.3 rotten shamefaced shamefulnesses sick slutty sorrower sorrowfully spitefully spitefulnesses starves steals stench stenchy stinkard
-2.3 stressful stricken stupids suckers terrify thieves torturer traumatizing troublesome trustless ugly unethical unjust unloving
-2.3 unprofessional victimization villainies violates weakest worsen
-2.2 aching agonized angering annoyer antagonistically arrogant blaming bomb bsod bully catastrophic chaotic chastised collapse contemptuous
-2.2 cunt damage damnify damns dangers darkest deject dejected depress depresses depressions despairingly desperations destroyed
-2.2 destructivity deviling disappointing disgrace disheartened disheartenments disheartens dismaying disparaging dissatisfaction dissatisfy
-2.2 distressful distressingly dolorous doomsdayer doomster drowns enemies failings fear feared fearful fearfuller fearfully feuded fools
-2.2 fraudulent frightening grief grouch harass harms harsher hateful haters heartbreaker heartless heroin hopelessly hostilely illnesses
-2.2 imbecile infected infuriate insulting jailed loathe lousier lowlifes lunatic mad maddening masochistic menace miserable molesters moron
-2.2 murderess neglects numbskulls overreacts perpetrator perversely pitiful poisoned pollutes powerless prosecution punishment qq rejects
-2.2 repressors repulsed revengefulness rudely saddening savagely scandals scare scary screwed shameful sickener sickeners sluttish sorrowful
-2.2 spammer steal stealers stolen suffered thieve threateningly torturously tragics traumas traumatises traumatizations troublemakers uglier
-2.2 uglification uglifying unhappinesses uninvolved violate violation wasted whoreson wickeder wickednesses
-2.1 accident agitators agonise amort anguishes apprehension arrested ashamed attack badly bankster bastardise bastardizations bereave
-2.1 bereaved blamed blamer broken brutalization btd choked cry crying dangerous defeated defeatists defectively degrades depressively
-2.1 deprival deprive deprived despondent destructionists devilish dipshit disabling disadvantageously disappointed disdain disgusts
-2.1 distrustful distrusting disturbers doomful eviler fag fake faultfinding faultier faultiest faults flunked foetors freakish frighteningly
-2.1 frustration fucks gloomful glum goddamn goddamns grievance grieves gross grossest harmed haunted heartbreakers heavyhearted helplessness
-2.1 hooliganism horribles hostilities hurts immoralist immorally incompetent infringement irrationalist irritable irritants jeopardy killjoy
-2.1 libelous loathed lowlives lugubrious maniac miserably molest moodiest nasties neglectfully nme obliterated obnoxiousness oppressed
-2.1 persecute perverseness perversive pitilessly poor punishes rages rejections resentful revenger ruder ruined sad scaremonger selfish
-2.1 shame shattered shits shittier shylock sickeningly sluttishly smartass smuggler smuggling snubs spamming stinkiest stressors suckering
-2.1 suffering suffers suspended terrible thieveries totalitarian troublous troublously uglify uglily uneasiest unfair unlovely unpleasant
-2.1 upsetting vitriolic weakliest whoredom wickedly wickedness widowed woefulness worrit worse worsens wrong
-2 abandoned abductions abhor abusing affectionless agitated antagonize appalled appallingly arguing attacked attacking awful banned
-2 bastardized beating belittled bitchier bitterly blamers censor cheat chokes choking contagion contemptibilities coward crudeness
-2 crudenesses cruder damagers damagingly damningly dangerously dangerousness deceit defeat degradative degrader degraders dejects depriving
-2 desperation despises destroyer dire disappointments discouragement disgraced dishearten dishearteningly disparage disrespected
-2 dissatisfactory dread eviction exploited failures falsify faultily foes foolishnesses forced frustrate frustratingly frustrations greedier
-2 grieved grievous grimaced grouchier grouchiness guiltier heartbreaking helpless heroinism hopeless hypocritical immoral imprisoned
-2 incensed inferiorly insipid insulter insulters irritated irritating irritatingly irritative jealous jealousies jealously lamely lament
-2 lamenting lowlight melancholiac misrepresentation mocks neglect neglectful neglectfulness obnoxious offends offensive outrageous outraging
-2 panicked penalty pessimisms pessimistically phobias pisser polluted polluters problematically punished raged reeked reeking regrettably
-2 regretters rejecting remorselessly resentfulness revengers ridicule robs rude rudesby ruiner savage savaged scaremongers screwiest
-2 selfishnesses severely shamefacedness shamelessnesses sickens sins sluttishnesses snob snobbery snubbed stresses stupidities stupidly
-2 sucked suckered sufferer swindling thievery thoughtless threatened threating tragic troubled troublemaker troubles uglies unacceptable
-2 unfortunate ungrateful unintelligent uninvolving unloveliness unworthy upsetters vexing victimhood villainesses villainous vulture wept
-2 whoremongers worriedly worrisomely worsening worser
-1.9 abandon abandoner abandoners admonished aggravated aggravates aghast angerly animosity annoy antagonism antagonist appalls arrests
-1.9 arrogances atab attacks aversion banish belittle bereaves bitterer block bloody burden chagrin cheaters chucklehead condemned
-1.9 contemptibleness contradictious criticise criticism crushes damaged damager damages deceitful deceived deception defeature defective
-1.9 defector degrade dehumanized denied denounces destructed devastations devilment dirty disagreeablenesses disappointingly discouragers
-1.9 discourages discouraging discredited disillusioned dismayed dismayingly displeased dissatisfactions disturbs dreadful dullnesses
-1.9 dumbheads dumbness embarrassment emptiness excruciations expel exploiting fightings flunker foe fool forbidding forbiddingly foughten
-1.9 frantic freak freeload frightened frightfulness frustrates frustrating furiously futile gloomed goddams greedily griever grouchy harsh
-1.9 hates horrendously hurters hurtfulness hysteria idealess ignorami ignoramus illiteracy incapacitated inconsiderate inferiorities
-1.9 insincerely intimidated intimidating irresponsible lamentations loathes lowbrow ludicrousness madness meaningless melancholy mindless
-1.9 misbehave molestation molested moochers mope mournfuller mourning nastily notorious painful panicking panics passionless perjury
-1.9 petrifaction prejudiced problematic pukes punishable punisher regretful regretfully resentment resentments revenges ruins saddens
-1.9 sadness savageries scandal scared scaring shamefacedly shamefully sicken smothers sobbed spiteful stabbed stabs stank starve stealings
-1.9 stupidity suck sucky terribleness tired tragedies traumatising treason troublers troublesomeness unattractive undeserving undesirable
-1.9 unemployment unfortunates unhappily unloved unlovelier unloveliest unsavory upsetter vexation violators warring weak weaker weapons
-1.9 weeper weeping weepings whorehouses whoremaster woeful woes worriments worrisomeness worry worsened worthless wreck wronged zealot
-1.8 adversity aggressiveness agitating agony angrily anguished annoyances annoys argumentatively arrogantly avoider bastardies bastardizes
-1.8 beaten bitter bittered blamable blamably broke burdensome charmless cheats comfortless complainer conflictive criticised crushed
-1.8 damnableness damnifies defecting defectiveness defectives degraded dehumanize denies depressor deprivation deprivations despiser
-1.8 destructibility detain devastation devilling disadvantage disadvantageous disagreements discomfort discontented discourage
-1.8 discouragements discouragingly disheartening dismay dismays disqualified disrespect dissatisfies distressed distrust distrustfully
-1.8 downcast dullards dumpish duped dysfunction egotistically emptiest enrages erroneous exasperated fails faithlessness fakes faking fcol
-1.8 fearfulness fears flunkey flunks flunky foeman fooleries foolery foolishly foolishness forbidden freaking freakout fumed gloomiest
-1.8 gloominess glooming goddamned gossipping greenwash grimaces grimy grossness guiltiness guilty hater heartbreakingly heartbreaks
-1.8 homesickness homesicknesses hysterics ill impatience impolitely impoliteness indignant injury insecure insecureness insecurities
-1.8 insecurity insensitivity insincere insults intimidation irritably irritate jackass lame lies loneliness lonesomeness lowery lowliest
-1.8 miser misunderstanding mock mourn mourners mournfulness nagger neurotically pained pains pathetically perverse pitifuller pitiless
-1.8 polluter prejudices prejudicing problematical promiscuity prosecutes protesting puked puking punishments rebelliously recession regret
-1.8 rejectees rejecters rejective rejector repressing ridicules ridiculing sadly scornful sedition shitting smother snub somber stampede
-1.8 starving stress stressor struggling tantrum temper threateners threats ticked trauma troublemaking troublesomely ugh uglifies
-1.8 uneasinesses unfulfilled ungratefully unhappy useless vain victimized victimizer warfares waste weaken weakly weakness weepier weirdo
-1.8 whines wiseass woe worrier worries worrywart yucky
-1.7 abandonments acrimonious agitate angriness annoying antagonistic antagonists arguments ashamedly avoidance battleground bitterness
-1.7 blameful blames blind botheration boycotted boycotting burdened burdeners chastises chastising cheerless cheerlessness complained
-1.7 complainingly complaints conflicting crash cries criticising cynicism cynicisms damn damnable damnably decay decaying decays deceive
-1.7 defeatist defected defects deficit depressible depressors deprives despised detained difficultly disadvantaged disadvantages
-1.7 disagreeable disagreeableness disappoint disappointedly disconsolation discord discouraged discourager disillusionment disliked dislikes
-1.7 disorder dispute disputing distorted distressfully distressing disturb doom doomsayers dull duller dullest dumped dumps dumpy egotists
-1.7 embarrasses embarrassingly embarrassments enraged enslaved error farce fatalisms fault fearsome fights fooling foolisher freebooter
-1.7 frightens frightfully greed greediness grievously grouching guiltiest hacked haunt helplessnesses hindrance hurting idealless ignoring
-1.7 illness immoralists impatiently inability inadequacies inadequacy inadequate inadequateness inferior injured insane interruptions
-1.7 irrationality irritabilities irritableness irritates isolation jealousness joylessly killjoys lose losses lousiness lowlier madly
-1.7 maniacally masochist menaced misbehaving misleading mocking mooch mooching mournfully nagana nagged nagging naggy neglecter neglecting
-1.7 nonsense oppressive optionless overreacted painfuller paining peril perverter petrify piss pissing problem problems prosecute provoke
-1.7 punishabilities rash reckless reeker refusing regretting reject rejectingly repressions repressively scapegoat scarer scarey scold scorn
-1.7 scream screwup seditious selfishness shames shitted shocking sluggish smartasses smuggles smugnesses snobbishnesses snobby sorrowing
-1.7 stealable stealer stink strained stubborn stupidness sullen suspiciously tensions traumata traumatized trouble unappreciated
-1.7 uncomfortably uncontrollability unease unfocused unsatisfied unsuccessfully unsupported unwelcome wasting woefully worriers worrisome
-1.6 abandoning ache ached agitatedly amoral annoyed arguer argues aversive battle battlefield battles bitterish blamefully blameworthiness
-1.6 blocking bothering bummer carelessnesses complains condemn conflicts confrontational contemptible contradictors cowardly crap craziness
-1.6 cried criticize criticizers cynical damned decayed decayer decayers deceives defeating demoralized depressant depressants depressing
-1.6 depressive depriver desperately despisers deviled devilishly devilries disadvantageousness disagree disappoints discomfortable
-1.6 discomforted discomforting disillusions dislike disparages disregarded dissatisfied distraction distractive distresses distrustfulness
-1.6 disturbance disturbed doomsters doubter dullard dumbfounded dump dumpiest embarrassable embarrassing emergency enslaves expelling expels
-1.6 falsified feuding fight flu flunkers fooled foolhardiness forbidder freakiest freeloaded freezingly fright funerals glamourless
-1.6 gossiping grave gravesides grieve grimier griminess gullibility hostile ignorantly immoralism impolite inadequatenesses incapable
-1.6 ineffectuality inhibit interrogated intimidator intimidators irrationally jaded lackadaisical lamebrain lied losing louse lowest
-1.6 lunatics manipulated masochism masochistically melancholias misbehaved misbehaves misinformed mistaker mistakers mockeries mourner
-1.6 mournful obstacles paranoids phobia pleasureless prblm pricklier prosecuted punishability rancidnesses regretfulness regretted regretter
-1.6 rejecter reluctancy repression resented restrict restricted restricting ridiculer ridiculers ridiculousnesses riskinesses ruinable
-1.6 ruinations ruing screaming severe severer shock shocks shyster slam sleeplessness smuggle snobbily sobbing sorrows spammers stingy stunk
-1.6 suspicion talentless tensioner threaten threatens tumor uncomfortable unconvinced uneasiness uneasy ungratefulness unkind unsecured
-1.6 upset uptight uselessness victimizers weakener weakhearted weepies wimpish
-1.5 adversarial adverse adversities afflicted agonising amorality annoyers appalling argued argument argumentative argumentive bamboozle
-1.5 bamboozled bamboozles brainwashing burdens careless clueless coerced collision complain confrontations confusedness contagions crazily
-1.5 criticized criticizer criticizing crushing debt defeatures defections degradations dehumanizes denier depressives deriding desperateness
-1.5 destructible detention deviltries difficult disagreeably disagreement disillusionments disoriented disruption distractible doomsaying
-1.5 doomsayings doubt doubtable douche drained dubious dulled dumber dumbs dupe eerie embarrassed emptinesses exhausted exhausting
-1.5 exhaustion fallen fatiguingly faultfinders faultiness fighting flunking foolhardier forbidders freakouts freaky friendless frighting
-1.5 funeral gloomier gravely graveness grievances grime grimmer gullible hesitatingly hooligan ignorance ignore inconvenience inhibition
-1.5 interruption irrationalism irrationalists irrationalities irritations lags lamentable lamentably laments lamest lazy lonelinesses lonely
-1.5 lonesome lowballed lowlife ludicrous manipulating mess messy mischief misers misreporting mistaken mistakes misunderstand moocher moody
-1.5 nag naggers neglecters nitl obsessional obstacle offender offenders offenses overload overweight panicky paranoias persecuting pessimism
-1.5 pessimist pessimistic pissant poorer prejudicially profitless promiscuously quaking rebeldom reekers regrets repressible ridiculed
-1.5 ridiculous rigged riskiest robing rudeness ruinated ruinates ruinating screamers seduced severed severest shylocking smear smuggest
-1.5 smuggled sore spam spitefulness stenches stinker stinkier stinko stinky stressing strikes struggles stubborner stubbornnesses sucks
-1.5 sulking suspicions suspicious sux swindles tantrums tenseness tenser trembling turmoil uglified uncontrollable uncontrollably undermined
-1.5 undermining unfriendly unprotected unstable unsuccessful upsets uselessly vicious victimised victimizations victimizes weaklier
-1.5 weaknesses whine whoremasters wiseasses witch worriment worrywarts
-1.4 accidentally accuses aggressed aggressivities agitates agitator alarm alarmed antagonized argue arguers arrest avoided avoiders avoiding
-1.4 blame bother boycotts burdening carelessness chagrined combat confusingly contagious contemptibly contradictoriness contradictory
-1.4 contradicts crazy criticizes cynic damnations damning deadlock deceiving defeater defect defection defenseless denounce deny denying
-1.4 deprivers derailed despise difficulty dirt dirtier disagreeing disappears discarded disparaged disputed disregards disruptions distorts
-1.4 distracted distractingly disturbances disturber dork doubtful doubting doubtingly dreads dreary drunk dullness dumbed dumpier egotism
-1.4 egotistic errors excluded exploits failingly fatigued faulted faulting feud feuds fidgety fiery fire firing flop flops flunkies
-1.4 foolhardy foolishest forbiddance frantically freakiness freakishness frighted frighten frowning gag gossipmongers grimacing grouchily
-1.4 guilts gun hapless haplessness harried helplessly hesitater hesitaters hesitates hesitating horridly humiliated humorlessness hurtling
-1.4 inconvenient indoctrinate inflamed inhibitive insecurely insignificant insincerity interrupt interruptive intimidations irrational
-1.4 irresolute irritability jerk lag lamentation lamented lamer leak lethargy lonelier lonesomes lowermost messed miserly misgiving mistake
-1.4 misunderstood mlm mooched mooches moodiness moodinesses moronically mumpish naggier needy neurotic niggas nimy numb numbly obsessing
-1.4 obsession offences ominous perturbed pissers pisses pitying pressuring prick prickliest rant reluctance repress repressive repressor
-1.4 resentfully resign restlessly revengefully ridiculously riskier scapegoats scares screwy selfishly shakedowns shameless shamelessly
-1.4 shamelessness shoot shylocks smileless smothering smugglers smugness snobs spites stifled stressed struggled strugglers stubbornly
-1.4 suspects tense tensioning thieved threatener toothless tragediennes traumatizes trickers trivialising troubler unapproved uncertainly
-1.4 uncertainties uncertainty undermines uneasier uneasily unequal unfortunately unimpressed unimpressive unmotivated virtueless warning
-1.4 weaklings weaponed weeps wimp wisenheimers worrying
-1.3 abandons accidents accusations aggress aggressions aggressively agitations agitative annoyance anti awkwardly awol axed bereaving
-1.3 bizarre boredom bores boresome boring botherations bothered bothersome boycott burdener chuckleheaded complainers conflict confrontation
-1.3 confronters confused confuses contradict contradicted contradicting contradictions critical criticises cynically defeatism defeats
-1.3 defectors defenselessness delay derails despair despairer despairers desperate disagreed disagrees discomforts disguising disillusioning
-1.3 disjointed disliking disquiet disruptive distort distractable distractibility distracts distrusts doubters dumbly dumping envyingly
-1.3 excruciated exhauster exhausters fatigues faulty flunk foolhardiest forbid forbids fought freakier freeloading freeloads frenzy gagged
-1.3 ghost gossipped gossips gossipy graveless gravest greedy grimly hardship hesitated hostiles humorless ignored ignorer imperfect
-1.3 impersonal indecisiveness ineffectively ineffectiveness ineffectualness interrupters interruptible interruptor interrupts intimidates
-1.3 isolated isolates jealousy lack lamentableness laughingstocks leaked loner lonesomely loose loses loss lost louses lowness luckless
-1.3 misinformation misinterpreted misunderstands mocked mockers mockery moodily morons mourned numbingly nuts obsessionally odd
-1.3 outrageousnesses paranoiac perplexed persecuted perversion pettiest phobics pitied pitiers pressures problematics provokes rants
-1.3 repressed represses resigns restricts riskiness risking scarers screamed shakeout shocked shyness skeptical smh spiritless startle
-1.3 stereotype stinkingly straining struggle stuttering submissive suspend tease tempers tension timidity trap tricksters uncertainness
-1.3 unimportant unsettled unsurely viciously victims vultures walkout weakened weakeners weakening weakens weakling weepy weirdie weirdoes
-1.3 whiney
-1.2 accused adversative aggravating aggression agitational allergic amoralities antagonisms apathetic apathy avoid ayor battled battlefront
-1.2 bittering borers censors childish collapses collapsing colluding complaint confrontationists confusion confusional contentious critics
-1.2 crudely cuts deafening defer deprivals derail derision difficulties disbelieve discourageable disorganized distract distracting
-1.2 dominating dorkiest doubtfully doubtfulness doubts dumper dumpiness dynamiter embarrass ennui exclusion exhaust fatalists fatiguing
-1.2 feeble freaked fume gossipry gravers graves graveyard graveyards grimed hesitantly hiding humiliating ignorances immobilized impatient
-1.2 impose ineffectual inquisition interrupted interrupting jealz lagged lamebrains lamenter lames lethargic limitation lossy lousily
-1.2 lowballs lower lowlinesses madder maniacs manipulation masochists mia missed missing mistakenly nerd nervousness no obsessiveness
-1.2 obsolete obstinate offence offend outrageously outrageousness pathetical persecutes perversions pervertedly pervertedness pesky phobic
-1.2 piteous pitier pities pitifully pitifulness pity pressure pseudoscience questionable ranter ranters rebellious rebelliousness refuse
-1.2 refused resenting resents resignation resignations resigner restlessness sceptical screams screwer shakedown shakiest shynesses
-1.2 sillinesses skeptically skepticisms smog snobbishly stereotyped stinkers stop strains strangely suspect suspiciousness teased teaselers
-1.2 teases tensely tensest trembly trickeries trickiest trickiness uncertain underestimate undermine unsophisticated uptightness victimises
-1.2 vulnerably warfare warnings weakish weapon weirdly whiner wimpiness wiseacre woesome worn worried worrits zzz
-1.1 absentee alarmists alarms alas alienation aversions avoidances battling biased bitching blocked bored boredoms charges chuckleheads
-1.1 collapsed collides collisions complainants contemptuousness controversially cornered critic crudes cut defenselessly deniers deride
-1.1 devilments disguised disinclined disputes disregard distorting dooms doomy dorkier dorky doubted drop dulling dullish dully dumpings
-1.1 embarrassedly envied enviers envious envy exhaustions exhaustiveness exhausts exposing ferociously feudalistic feudist foolish forgetful
-1.1 frights fud gossiped gossiper gossipers graver grievants guilt guiltily haunting hesitate hesitation hesitations hoax hooligans ignorant
-1.1 ignorantness ignores immoralities impotent indecisions ineffectually inferiority interrupter intimidatingly intimidatory irrationals
-1.1 itchy jerks killdeer lagging lone loneness loomed lousing low lowliness masochisms melancholies misread mistaking monopolizes moodier
-1.1 moronity nags naive nastiness nervous numbing numbness overstatement perversities pileup pique pitiable pitiableness pitiably
-1.1 pitifullest postpones provoked pu pushy rebelling rebellions remorse restless restriction ridiculousness rigidification rigorous risk
-1.1 risks sapfu sarcastically shitakes shockers slash slashing smothery snobbishness solemnity stammerer struggler stubbornness stutterers
-1.1 suing thorny toughly tremble trembled trickery trivialises trivialize underestimated underestimates unresearched victim victimise
-1.1 vindicating vulnerableness warned weakside weary weepers weirdos whorehouse woebegoneness wowser
-1 accusation aches adversaries adversatives agitation alone amorally anxious anxiousness arguable arguably bore cancel cancelled carelessly
-1 confrontationist contempts contradictable contradiction contradictor crazinesses criticizable darkness degradable derides devilwoods
-1 diffident discard discards disguise disguises disillusion distractions downside dud dulls dumbfounder dumbfounders dumbstruck dumpsters
-1 egotisms emptily envier excruciates exhaustible expelled faithless fatalistic fatigue ferociousness ferocities flustered foolhardily
-1 forbiddances gloominesses gossipmonger greeds grimace grimes haunts hesitancies hesitant humiliates hunger hurtles ignorable inaction
-1 inadequately indecisive inhibitors inhibitory jumpy loused lowering lowly melancholics moping mubar numbest obsess obsesses offended
-1 offense overreact paranoia paranoid perpetrators perverting pessimists pityingly poisonwood prickle propaganda protest rebelled reluctant
-1 repetitive repressiveness resentence resigned resigners ruining ruinousness sappy sarcastic sceptic screws screwups severeness shamefast
-1 shockable shortage shy skepticism smugger snobbism sob squelched stammering stinkards stinkbugs stinks struck stuck stutter stutterer
-1 stutters submissively supremacists swearing teaser tensed tensing timid timider timidness torn toughish tragedians tremblers tremulous
-1 trickish tricksiness trivialities trivializes unclear uncontrolled uncredited unsure weirdies wimpier wimps wisenheimer
-0.9 aggressors anxiously apeshit apprehensions battlefields blocks cancels comedowns confronts confuse confusing confusions contemptibility
-0.9 contradictorily criticisms dearths defeaters defiant delayed demanded demanding disappear disappeared disregarding distractedly dizzy
-0.9 dodgy drag dynamited eery egotistical exclude faithlessly feudalism feudalist forget forgotten glooms graved gravelled gravelly graven
-0.9 grimalkin grimalkins grossly grouches hesitance hesitancy horrent huckster indecisivenesses inhibits insensitive lawsuit libertine
-0.9 limited loners loom lowish lurks misses monopolized naggingly neuroticism numbed obsessions obsessive oversell possessive postpone
-0.9 pressured pricking prickly pricks promiscuousness protesters protests remorseful resigning revenged risked safecrackers safecracking
-0.9 sarcasm sarcasms savagenesses screwing shakier shaky shrew shying shysters silliness skeptic slashed smothered sneaky snobbish snubbing
-0.9 stammer stammered stopped stuttered subversive suspected tears tenses tensioners timidest tits tricker trickster trivialization
-0.9 uncompelling unconcerned undecided unwanted vanity victimhoods vulnerability vulnerable weaponry weirdest weirdness weirdy whined
-0.9 whining wimpiest wimpy
-0.8 absentees accuse adversary adversely aggressor aversively bashfulness battlefronts battler bothers bribe cancelling charged cheerlessly
-0.8 combats comedones comedown complaining confronted controversial cramp derided devilfish devilwood droopy dumbbell dumbfounding dumpers
-0.8 empty envies envying exhaustibility fascists faultfinder feudal feudalized feudary foolfish foolscaps freakishly freebooting fumers geek
-0.8 gossipries gratings graveside grievant grimmest grimness grosses grouched indecision indifferent inhibitions intimidate irreversible
-0.8 isolate jerked lameness liabilities liability litigation litigious lowball lowdown lowed lows lurk mischiefs miserere mistakable mocker
-0.8 mongering monopolize nimby nosey offensives overselling overwhelms petty pissoir pityriasis postponed pressurises prickles prickling
-0.8 promiscuities provoking rebels resentenced resignedness rigidifications risker risky ruderal scarecrow scepticism shakeouts shyer
-0.8 slashes sobering stall stalled stalling stammerers stammers startler stinkhorns strainer strange strongyloidosis sulky teaseled teaseler
-0.8 tensional timorous toughs trickily tricksy trite trivialise trivialised unaware unbelieving unstoppable vociferous warmouths wellaway
-0.8 zealots
-0.7 accusing amoralism amoralisms anxiety apprehensiveness avert avoids awkwardness complainant confront daze dazed deferring depressurizing
-0.7 dilemma discarding dominative doomsayer drags emptied emptier emptiers empties exaggerating exhaustively ferocity feudalizing feudists
-0.7 flees franticness freeboot freeloader fumelike gossip gravestone grimiest grimily griming grossularites hide hides homesick ignorers
-0.7 indecisively indoctrinating keening lowballing lowborn lowse neurotics nimjd noisy noyb numbfishes numbs obsessed obsessives
-0.7 overreaction overstatements overwhelm paranoiacs passively pressurize pressurizers puzzled remorsefully remorsefulness resent resignedly
-0.7 rigidified rigidities rigidity rigidly riskily robed safecracker safecrackings scarecrows sceptics seriously shake shakily shakiness
-0.7 shaking shockingly shylocked shyly smarting snobbier solemnized startled stinkpots submissiveness suspecting teasers thwarting
-0.7 timidities timidly toughie touting trickier trickishly trickledown trivializations walkouts warship weird weirdnesses
-0.6 adverseness affected aggressing aggressive aggressivity anxieties apathies awkward badass battlegrounds bitterbrushes bittersweetness
-0.6 censored challengingly cock confronting confusedly craze crush defensively devilfishes dreadnought dumbcanes dumpcart dumpster emptying
-0.6 exaggerate exaggerates expose falling fatalism feudally flunkeys fumette geeky giddy gigo gloomy hardier heh hurtled immorality
-0.6 indoctrinates killdees lawsuits looms looses louseworts lowboys lowbrows miss moan moans nervously oversimplify perverters pressurise
-0.6 pressurising pricked prickliness pricky profiteering rebel resentences rigidifies screwier sentencing shakeup shittim shocker shortages
-0.6 solemnizing stopping stops strikers stubbornest toughies trembler tricked tricky trivialized trivializing viciousnesses victimologies
-0.6 vulnerabilities wavering weakfishes weirds whiners wisecracking worshipless
-0.5 aggresses alarming antagonizes barrier battleships battlewagons bitterweeds cocky colliding contradictories crazed crazing cutting
-0.5 damnedest dazedness demand depressurize detached dithering dominate dominatrix dorks dumbing exhaustive exposes fatalist feudality
-0.5 feudalize feudatories foreclosure freemartin gravel graveled gravels gravestones ineffective inferiors ironic isolations lamenters
-0.5 looming lowered lowers lowing lurking melancholia misericordes monopolizing nbif offline overwhelmingly oxymoron perversenesses
-0.5 pitilessness postponing pricket profiteered protested rapeseeds rebellion rig rigid screwers screwiness shakeups silencing snobbiest
-0.5 solemnified solemnifies startlement startlers startles strike tenderfoots tough toughing toughy tout tragedian tranquilizing tricks
-0.5 tricksier triviality trustbuster unconfirmed victimologist warships weirder wisecracked
-0.4 amusias apathetically averts axe bailout battlement battlements bias bitterns bitters blah blurry borer cautious challenged constrained
-0.4 costly dazedly defensemen defensiveness depressurizations dodging dominators dreadlock dreadnoughts embittered exaggerated exploit
-0.4 ferocious feudalities flirter foolfishes freaks freebasing freezing fumets funky geeks grating graveling gravelling greenwashing grossed
-0.4 grrr hard hid idk imposes imposing impressment indoctrinated inhibited inhibiting isolator isolators killocks liards lowerclassman
-0.4 lowlander moaned moaning nah neatherd nerves numbfish obsessively paradox parley pay peculiarly petrifications pressurised pretend
-0.4 pretends questioned questioning ragee reluctantly rigorously ruderals screw screwworm shook skeptics stinkweed stunned teaseling
-0.4 teaselled teasingly tenderfeet tensioned thwarts tragedienne tranquilizers trickie trickinesses trickishness vague victimologists
-0.4 vigorish warn warns weepie
-0.3 accidental alarmism apologizing apprehensively averted battlewagon bittersweet boreal borecoles collide complacent confronter cynics
-0.3 dazes defensives depressurization depressurized depressurizes determinantal dominations dumbcane dumbfounds dumplings dwellers dynamites
-0.3 emptins exposed fainthearted feudalization feudaries flatterer foemen freewheelers friendlessness grievers grosser grossing grossular
-0.3 grossulars hurtle imposed inhibitor killock lobbying lowlanders lowlights lowlihead maniacal mediocrity meh melancholic petrifactions
-0.3 pettier pressurizations pricker promiscuous rainy repressurize rigidify rigidness screwballs serious shakeable shaken shitake
-0.3 shittimwood snobbisms solemn sorry startlingly stealth stealthier stealths strainers teasing tmi toughest trickly trivium unmatched
-0.3 wimples winnow wisecracks
-0.2 amorphous amortised apprehensibly backs battlers bitterbrush bittern bitterroots bittersweets blam borecole boreholes champac champaks
-0.2 champerty clouded craziest defences domination dominatrices dragged dreadlocks dumbbells feudalisms fighters flirted freebooters
-0.2 gratingly impatiens indifference inhibin irony joypop leave lowdowns lowercased lowrider ludicrously nerdier nerdy nimq noob panicles
-0.2 pressurizes pressurizing prickers prickled screwball seriousness stinkbug stinkhorn strain swear teaselling tenderloin toughens
-0.2 toughness touted tragicomic tranquilized tranquillized tranquillizers trick trickling wag warsaws weakfish wimpishness wimple winnowers
-0.2 winnows
-0.1 adversatively agitato amazons amortize awaited bashful battleship boldfaced borescopes btdt champer champerties chilling crazier
-0.1 creditor dominances dumbfound dumbwaiters dwells feudalizes feudatory flirtations flirtatiously flirtier foetal freebase freeloaders
-0.1 freezers freezes fumes funneling funnelled geekiest grossularite hysterical joypoppers killdeers killie killifish killifishes lamella
-0.1 lamellae lamellibranchs longing lowland lowlands nerdish opportunistic overlooked panicums petrification preventing prizefight
-0.1 prizefighters repressurizing richweeds screwworms sentenced sillibub sillily stealthy stinkwood suretyship teasel teasels tenderfoot
-0.1 thwarted touts tranquilizer tranquilizes tranquillizer trembles trivial unbiased warsaw wellhole winnower winnowing wiseacres wisecrack
-0.1 wisecracker
0.1 aboard acquits amorists amorphously amortises backed backing boldfaces boldfacing boreen brooding commits creatin defenseman defensibly
0.1 defensive dwelling faille freeholders funnel funneled funnelling graticule harmonicas heron heronry keens killick lamedh lamellas
0.1 libertarianisms libertarians lobby lousewort lowriders matter matters misericorde nasturtiums oversimplifies panicled paniculate
0.1 peculiarities perfectionists piqued pressurized pressurizer prevent prevented reach repressurized repressurizes retained richweed
0.1 screwdrivers screwlike securitizations shittah sigh sillimanite silly smartweeds solemnifying stealthily strongyls stuns successions
0.1 tenderize tenderized thrillers toughen toughened tranquillizes tricking trickled warstle weaponless wellhead whitewash wisecrackers
0.1 withdrawal
0.2 affronted amazonite amazonstones amoretti amortizations apologising apology ayc bashfully benignly boreens calmodulin champaign
0.2 champignons compelled contend crazes creatine delicate determinableness determinant discounted dominantly dominants dominates dumbwaiter
0.2 dynamiting escaping excitonic exhaustless foehns foetus foetuses freeway freewheeler freeze geekier graticules gratins gratis grey
0.2 impressionable infatuated isolatable joysticks lamellibranch laughable libertinage nastic neath numbat opportunisms opportunist
0.2 oversimplification overwhelmed radians reaches relentless resentencing securitization sentences sillimanites smartweed smugly
0.2 startlements stealthiness strongyles supremacy swears teashops teaspoon teaspoonful tenderization tenderometer tenderometers tragicomedy
0.2 tranquil trickles vitalism warmblooded welly
0.3 amorettos amorphousness amusia authority awaits boldface challenge challenges champertous charmeuse clears comedo committing convincers
0.3 defenders diviner diving dweller dynamometer dynamometers dynamometric dynamos easel energetics excitative exciton excuse explorations
0.3 flatterers freeboard freemasonry freestyles freewheeled fumeless hail hurtless intense keened landmark lowercase mandatory number
0.3 opportunists oversells passionflower pensive pls plz pmfji prevents prickets prizefights safetyman screwbean screwdriver securitize
0.3 sentence shakers slickest smilaxes solemnify solemnities solemnize startling strongboxes surprisers teas teaspoonsful tenderizes
0.3 tenderizing tolerances toughnesses tranquilize trustees verdicts victimology vindicate vitalist vitalists want welladay whimsical
0.3 wiseguys
0.4 admitted anticipation apologised apologize await beauticians benefice beneficiation brights bwahaha bz challengers champignon charmeuses
0.4 cleared creatinine darings defence defenceman defender defensibility delicatessen delicatessens demonstration dumpling dwelled dynamiters
0.4 easements enthral exempt expands fantastico flagship flatter flattery flirtiest freelancers freelancing freesia freesias freestyler fumet
0.4 funnels fysa gracilis gratin importancies isolationism kidding legally libertarianism libertines longings meritocrat nasturtium numbles
0.4 opportunism painlessness passionflowers pretending prizefighting profiterole promisors radian reached resolvents safes sentimentalising
0.4 sentimentalisms sentimentalizations slicker speculative stealthiest suprematists suretyships teaspoonfuls tenderizer tenderloins thriller
0.4 tolerantly treasurers treasurership trivially trustor vigorishes vigorousness vigours warmouth warmup welled wellies wisents yoyo
0.5 adorns ambivalent amortise amortizable assuror calmatives carefully challenger champagnes champaigns champers commitments contender
0.5 creationists daredevil defense devotees divinise dwell escapes excitor exclusive extends feeling fervid flirtatious freehand freeholder
0.5 freewheel freewheeling funnelform harmonicist herons idealogues impressionisms impressionists impressments joker keener laidback launched
0.5 legal lowe outmaneuvered panicle popularises profiteers profiteroles reliant soothed stronghold strongmen supremacist teaspoons tendered
0.5 tranquillities treasurer triumphalist troubleshoots trusteeship unequaled vigorously wellheads wellsite yearning zealous
0.6 activeness amoretto amortization amortizes benignancy blamelessness brisk careful challenging comedienne contestable convincer crediting
0.6 defencemen delicates dignitaries dominatrixes dynamometry dynamotor emotional engagements engrossed fighter flatters flirtatiousness
0.6 flirters flirty freewheels giggler graciles greets guiltlessness harmonica honoraria humoral idealising impressure indestructible
0.6 infatuation intellection intricate invite joyridden keeners meritocracy methodical mmk nerdiest numberable peculiar peculiarity perfectas
0.6 rapture ratified scoop securers slap smilax solemnizes solid strongyl surpriser tenderer tendering tenders tensionless trusteeships
0.6 verdict vested victimless vitalised warming wishes worshipper
0.7 adopt adopts amazon amusable assets assurors blameless casually champing cleaner competitive convinces convincingness creationism
0.7 defenses dynamite escape excelsior extend favoritism favoritisms flirts freeboards freedmen freehold freelanced freelances freemasonries
0.7 freestyle freeware fumer growing guiltlessly heronries honorarium idealists ijs inquisitive iou isolationist joyrider joystick longingly
0.7 offenseless partiers peaceniks perfectionistic pmji privileging profiter raptures relaxants resolved resolvent resolver resolves
0.7 securitizing sentimentalists smarted solemnization solutions spirit stout strongbox strongman surprisals tenderheartedness toughed
0.7 tougher troubleshooting vigilant worshipful
0.8 acquit activenesses admit adorned adornments adventuress agrees amortized amortizing amusingly apologises bargain brilliantine casual
0.8 chances chuckler crazyweed creationist debonair defensible determinate determinations divined divines dominance doubtlessness entrusted
0.8 excitons fine flawlessly flirting freebased freebases freestylers freewheelingly freewriting fyi giggles glamourize guiltless
0.8 harmlessness harmoniums idealisms idealogy ideals important impressible impressionism inspirits intact intellections intellectively
0.8 intellectualists intellectualizing invigorated jho joyrides jp livelihood nurturers palatableness passive peacenik playing pmbi prizers
0.8 profiteer promisee radiancies reaching recommended retreat richens safelights sentimentalised sentimentalist sentimentalize
0.8 sentimentalizing significant sillies silliest smug solemnly solve substantial succession superiorities supremacies swift top tranquillest
0.8 tranquillizing treasury troubleshoot troubleshooters unbelievable urgent vitalizations warmups worshippers xtc
0.9 acceptations adequate adorn adorners adventurers allow appeased appeases assurer attractancy audacious awarder benignities blamelessly
0.9 boldnesses buoyant certainties cheerleader clarifies compassionateness compelling consent decisive determinable determinably
0.9 determinatives divining doubtless dynamists dynamitic energies exhaustlessness exploration fad flexible freeform graced grants grins
0.9 hailed harmonicists harmonium harmonizations hhok humoresques impression impressions innocenter intrigues jk jokesters joking joyriding
0.9 jt libertarian livelihoods lown loyalisms musm okay opportunistically optimizations pardoned perfectiveness perfectives popularizations
0.9 prepared profitwise promissory raptured recommends romanticized sentimentalities spark stimulate stimulated straight successional
0.9 successively successor surprised surprises tendernesses terrorless toughening treasuries triumphalists validated vigour virtuosi visions
0.9 warm wilco wiselier wishing worshipers worth
1 abilities acquitted adorning advanced advantage alright amazonstone amoristic appeasing beneficiate bffn brightener brighteners certainty
1 champed champy chance cleverish comprehensive conciliate consents convince created cutesie dearies delicately determinacy dream easing
1 endorsed engagers engages entertainers excitableness exonerating favors flatteringly flexibilities freeholds freers freethinker
1 freethinkers freewill frisky fulfills gigglier giggly gracioso granted guarantee harmless heroicomic honorariums immortal impressionist
1 interests jhomf jj jokes joyrode justifiably keenly loyalism luckiness magnification neater plays pleasers poised popularizers pressureless
1 prizefighter prizer promisor readiness relaxant relaxations relievers resolvable richening sentimentalism sillier steadfast stimulates
1 strongholds successiveness superiors surefire surety troubleshooter trustee trusties vigors virtuose vision warmers wells worshiper
1 worshiping wowsers wp
1.1 acceptability accepted actives agreed agreements amuser appease apprehensible assurers attachments beneficed benefices benignantly
1.1 brightwork calmative certain chic chuckles chucklesome committed conciliated conciliates consolable create creates creation creationisms
1.1 definite desired determinateness determinative determinator devotements divinations dynamics energy engager ensuring entitled excitatory
1.1 faultlessness fearlessly fearlessness fervent fitness forgive forgiveness freedman freelancer freer freestanding freethinking gigglingly
1.1 god grandee greeted grinned grinner gt happing helpers heroicomical humor humoured increased innocents invigorator jokey joyride lenient
1.1 loyalists meriting meritocrats merrythought neatens neats outreach painlessly palatably partyers popularised profitabilities
1.1 profitability promisees radiances relievable resolute respectiveness safeguarding safelight salient securement sentimentalized
1.1 sentimentalizes significance smarty sociability solved solves strongly successionally successive successors supporter surprise surprising
1.1 tnx tolerant txs vigor visioning vitalise vitalises vitally vitals warmed warms well willingness worshipfully yolo
1.2 absolve admiralty admits adventurer adventurists alert amorino attachment attractor attractors avid awardees beautician benevolentness
1.2 blithe bolder champagne championed cheerio cheerleaders cheerleading cheerleads chuckled chucklers chucklingly comedians comforters
1.2 commit convivial creating creditableness determinately devotional devotionals diviners doubtlessly dynamical dynamisms eased excitability
1.2 excitants festivalgoers flatteries forgivers freeborn freedoms freelance frees gg glamorising glorioles gn gracility grandees hago
1.2 heavenwards helping humored humoresque humorist hurraying idealize immune impressibility inspirators intellectualized intelligibly
1.2 invigorations invigorators jaunty jocular join joke laughableness laughably libertinisms lucking magnifications neaten nicety ok
1.2 opportuneness outgoing painless pardons partyer perfective playfulness popularising promisingly prospect prospects radiants relaxins
1.2 respectableness restore restores restoring romanticizing securities sentimentalise sentimentality sentimentalization share shares
1.2 singleminded sociabilities solidarity sparkling stable stamina succeeder supportive surer surprisingly surviving swiftly tenderers
1.2 tolerance tranquilly treasure treasurerships trustors usefulness vital vitalities vitamin warmer wiser worship yeah yep
1.3 ability absolves acceptable acceptableness acceptation accepts achievable acquitting actively admiral adorner adornment adventure
1.3 adventured adventuresomeness adventurously agreeablenesses amusers apologized assures assurgent attractant awarders benign benignity
1.3 bolds boosts calm calmly calms comfortableness competent conciliating cool curious cutely desirable desirous eases easygoing embrace
1.3 endorse endorsement entertain expand fair faithed fan fantasticalness favorer favouring festivalgoer flattering flexibly freebee freebees
1.3 freedwomen fresh funnies funnymen gl glamorise gracing granting gratify greet harmonies harmonised heros honorers huge humorists
1.3 idealizer importantly improvements improvers incentives increase inspirited intellectualistic inviting invulnerable joked joyriders kewl
1.3 laoj leet meaningful meritoriously nbd neatening neatness novel nurturances optimally optimistic original pardon perfectionism perfecto
1.3 pleasantries please popularization popularize pray profited prominent promise promiser protects radiantly redeemed reliefs relievo
1.3 rescues respectfulnesses respects responsible riskless romancer romances romanticises romanticists secures securing sentimental
1.3 shockproof smartie sok solution soothing sparkles spirited strengthen succeeders supported supremos sure surest sureties trustier truth
1.3 vitality vitalizing wises wisewomen youthful
1.4 advantaged adventures adventuresses adventurist adventurous agreeing applauds assurance assurances assure assuredness attractants benefic
1.4 benevolently boosting brightnesses certainly charitably chuckling clevernesses contented contentedness creditabilities daringness
1.4 delectables determined devote diamond dignities dynamist easefully easily endorses engage engaging enthusiasts excited exciters
1.4 exultantly favorers flexibility forgave forgivingly freehanded funnyman gains gentler gigglers giver giving gladly glamors ha harmlessly
1.4 harmonising harmonizing heavenward helper highlight honorary honorific humerous idealise idealizations idealizing importancy innocent
1.4 innocently intellectually intelligible irresistible keenness lawl magnificoes meditative merited motivation neatly np ntmu nurture
1.4 openness partied partier perfecta perfecters play played popularizes prays pride promotes proudhearted radiance radiancy reassurances
1.4 reassure relaxers relievedly resolvers respectively restored revive robust safeguards safekeeping secure securely secureness securitized
1.4 security shared solving strengtheners superiority tenderest thks validates validating value valuing vitalizes warmish welcomed welcomer
1.4 wellsprings worships worthwhile
1.5 absolved acceptably admirals admires advantageous advantages adventurism affectionally affections agree amusement amusements apologizes
1.5 applauded appreciators asset assured attract beneficences boldly boldness boosted brightens brightly calmer charminger cheerled comedy
1.5 comfort contentment courtesy coziness creatively credited credits cutesier cuteys cutie daring devotement dynamically dynamistic eager
1.5 ease easeful easygoingness efficiency elation encouraged encourager encouragers energizations engagingly enthusiast excitabilities
1.5 excitable ez fantasticate festivals fiestas fit freehearted freemen giggled giggling gloriole grant gratifies greater grinning harmonics
1.5 harmonizes honoraries humoristic idealities importance impressionistic incentive inspiratory intellectualization intellectualize
1.5 intellectualness intelligencer intelligentsia intelligibility intelligibleness interestedly invigoration jewel jokester keen kissers kk
1.5 like loyalist mercy natural niceties nurtural opportunely optimal optimizer perfectible perfectionist pleasanter popularizing praying
1.5 privilege promised promoting ready reassurance reassures recommend relaxedly relaxes relieve reliever relieves relieving responsive
1.5 restful romanticization safeguarded safeness safeties satisfactoriness satisfactory scrumptiously securer sincerities smartened smartens
1.5 smartly smartnesses smile smileys sociableness soothe supportiveness supports surefootedness surprisal survivor sympathy tenderhearted
1.5 thank thrill thrills thx tranquilities tranquilness truer trustfully tx validate vigoroso virtues vitalized warmness wealthy wellspring
1.5 wised
1.6 absolving accept acceptabilities acceptant accepting admiralties admirations admiring adores advantageousness advantaging agreeably alive
1.6 amorist amusing apologise appreciativeness assuredly assuring astonished beaut benefits blessedness bold boldest brighter brightness
1.6 calmed calmest calmnesses capable captivated charitablenesses cherish clear comedian comediennes commitment compassionated compassionates
1.6 compassionating convincingly creations creativity credit darlingly dear delighting devotedly devotee devotes divinatory dynamic dynamism
1.6 eagerly eagers easement easiness efficiencies elegancies enchanted energization ensure entertainer enthuse exonerates favorably favourer
1.6 favourers flattered focused foolproof forgivably forgiven freedwoman freeness freest friendships funninesses gained glamorization
1.6 glamorizers glorifiers graces gratification gratified greeting grinners growth harmonized harmonizer harmonizers helps holidays honourers
1.6 hoped hopefulness huggable hugger humorous humors idealist impressionistically innocence innovation integrity intellectuals
1.6 intelligencers intelligences jw kissed liveliness lts luckie lucks lylb merrythoughts motivate niceness nurturance opportunities
1.6 optimisation optimises optimists optimization palatable partying passional peacekeeper peacekeepers peacekeepings perfects picturesque
1.6 playfully popularise popularities positivism prettied privileges profitably profiting promisers promises promote protect relaxer relieved
1.6 relishing resolve resolving respecters revives rewarder safeguard satisfactorily securitizes smarts sociably stressless stresslessness
1.6 stronger stunning surefootedly thoughtful tranquilest trustily trustiness trustingly trustingness ty unified untarnished vindicates
1.6 vitalization vitalize welldoers welling wiseliest worshipfulness worshipping xp xqzt yvw
1.7 acceptances accomplishes active admirers adorer adventuresome adventuristic amuse amuses amusive appreciate appreciations appreciatory
1.7 approves astound attracts awarded beautifier beautifiers beauts beneficialness benefitted benevolence blessedly boost calming calmness
1.7 carefree charitable charm cheerer cheerlead chuckle clarity clean clearly comedic comedies comforting comfortingly compassionately
1.7 complimentarily compliments convinced convincing creativities creditably definitely desire determination devoted dignity divination
1.7 dreams eagerness efficiently empathetic energizers engaged enlightens entertained enthuses exhilarating fantasticality favor favorited
1.7 flirtation forgivable forgiver forgives freed freeman freenesses friended funnier gallant gga giggliest givers glamorize gracile grander
1.7 hardy harmonize harmony healthy heavens help hilarious holiday honorer honorifics hopefully hugged humouring idealism idealistically
1.7 impressiveness intellective intellectualities intellectuality interested interesting interestingly jollities justified kisser laugher
1.7 laughers liking livelier livelong meritoriousness merits merrier merrymakers neatest nifty nurturant opportune optimised optimising
1.7 pardoning parties party peaceable peacemaking pleaser pleases positivists pretties promising rapturous reassured reassuring
1.7 reinvigorating relaxin respectably respectfully romancers romantic romanticise romanticised safest secured sincere smart smartening
1.7 smarties smiler smiley special splendiferousness strengths strongish support terrifically thoughtfully treat trusting truthfulness
1.7 valuableness values virtuosa warmest warmly welcomes wish yeees yes
1.8 accomplish admirer adored adventurousness affectioned agreeable agreeableness amorous amused amusingness applause appreciatively approved
1.8 astounded astounding attracted attractions attractiveness awardee beatific beautifies beneficiaries bless cared championing champs
1.8 charity cheerers comfortably comforted complimented creativeness creditable cutes dearly deliciousness devotions dignify divinities
1.8 easier easiest efficient elegances encouragement energetically enjoyably entertainment excitant excitation excitations exonerate
1.8 exonerated faith faithfully faiths favored favoring favorites favoured favours ff foaf forgivingness freebie freebies friending
1.8 friendlily fulfilled funniness funning gaining generously genial gentlest giggle glamorised glamorizing grace gratefuller gratifications
1.8 greetings hahas harmonic harmoniousness harmonise helpful heroines honesties honourer hopes hoping huggers hugging hurrayed idealistic
1.8 idealization idealized ideally improver improves improving inspiring inspiriting intellects intellectualizes interestingness jollity kiss
1.8 kissy lighthearted liked likes livelily lmbao lol lucky magnifico marvel mature merit nice opportunity optimisations optimizes
1.8 peaceableness perfecter perfectibility popular popularizer popularly positivisms powerful proactive progress promoted qt reassuringly
1.8 reinvigorates rescued respectabilities respective romantically romanticize romanticizes rotglmao safer safety satisfied satisfies saved
1.8 sharing sincereness sparkle strengthened strengthener succeeded sunny talent tenderly tenderness thankfully tranquility tranquillity
1.8 treasures true trustworthiness truths united usefully vindicated virtue virtuosas virtuosos virtuously vivacious warmhearted wellborn
1.8 winnable winned wisely woot yw
1.9 accomplished advantageously affectional affectionate agog agreeability appreciating attractive awarding beautification beneficial
1.9 benefitting benevolences better blessers braved braves bright brighten brilliants championship charitableness charmer charms cheerfuller
1.9 cherishers classy comforter commend commended complimentary considerate contentedly creative creditability creditworthiness cutenesses
1.9 dearer dears deary deliciously dignitary easy effectively elegantly encourages energetic energising enjoyable enjoyableness entertaining
1.9 entertainingly enthusiasm enthusing esteemed excitements exciter excitingly faithful faithfulness fame fave favour fearless fond fondly
1.9 forgiving fortunate freely friendship fulfill funnily funny gallantly gentle gift glamours good hak handsomely harmoniously harmonization
1.9 helpfulness heroizing honester honorarily hope hurrahed ideality idealizers impress improve influential innocency innovative inspirator
1.9 inspires inspirit intelligential invigorate jovial keenest kissably laughings lively loyalties lucked luckier nicely nicer nurtured
1.9 nurturer nurtures optimality optimise peacefuller playful pleased pleasurability pleasures popularized positivistic praiseworthily
1.9 preciousness privileged profit profitable profits protected proudful reinvigorated rejoice relax respectable respectfulness rewarders
1.9 richened richly romanticist romantics safe satisfaction satisfiable satisfyingly sentimentally smarten sociable splendiferously
1.9 stimulating strongest sunshiny supporters supporting supremo surefooted surely thanked thankfuller thanks thoughtfulness thrilled
1.9 tranquiler triumphalisms truest truly truster truthfully urw useful valued welcomely welcomers welcoming wellness wiseness worthy
2 acceptance amorousness aok applaud attraction awards benefit blesseder braveries breathtaking brilliantines carefulness cares charmed
2 cherishable cherishing clever cleverer compassion cute cutiepie dearness dedicated delighter delights devotedness devotion dignifies
2 encouragingly energizing engagement enjoyments enthused enthusiasms excel fab fantastical fascinates faultless faultlessly fav favorite
2 festive friendlier friendliness ftw gently gj glad glamourous glorification goodness graceful grand grateful gratifyingly gratz haha
2 handsomer harmonious heroized hhoj honestly hugz humourous idealises idealizes impressively improvement innovates inspirers intellect
2 intellectualist intelligent intelligently interest invigoratingly jewels jollies jollifications kindness kissable laughed likeable luck
2 lulz marvels merriments mirthfully mml motivated neat neatened noble nurturing optimisms optimized optimizing passion peaceably
2 peacekeeping peacemaker pleasantry positivist praiser praisers prizes rejoiced relaxedness respectful rewardable romancing romanticizations
2 satisfy satisfying serene sincerer sincerest smarter smartness smiling splendors sprightly strengthens suave sureness sweet talents
2 thankfullest thrillingly triumphal triumphs truthful virtuoso virtuousness warmth wealthily welcome welcomeness wows
2.1 admire adorably adorers amazedly ambitious applauding approval ardent astoundingly astounds attracting attractivenesses beautified
2.1 beautifuler beneficiary brightened champ charmers cheerfully cheerfulness cheers comedically comforts compliment confidently
2.1 courageousness cutesy cutey daringly delightedness delightfulness devoting dignifying effective elegance elegancy elegant encouragements
2.1 energised energize energizer energizes excite excites fantasticalities fascinated favorable festivities fiesta freeing friends glamor
2.1 glamorises glamorized glamorously glories gorgeousnesses grandeurs gratefully grin harmonically heartwarming heroize honoree honourable
2.1 honouring hug humoring humour hurrahs idealised impressed impresses improved inspirations inspiritingly intelligence invigorates
2.1 invigorating jollify liveliest loyal loyally medal meritorious nicenesses okays optimistically optimizers peacefulness peaces peacetimes
2.1 perfectibilities perfectively pleasantly popularity prettier prosperous proud radiant rejoices relief respect respected respecter rewards
2.1 richnesses roflcopter romanticisms satisfactions scrumptious sincerely slaw smiles splendidly sweeties sweetly terrific thankfulness
2.1 thrilling treasuring triumph trueness trustability trusted trustful trustfulness trusts valuable valuables vbg virtuosity vitalising vwp
2.1 winners wise wisest woo wtg
2.2 admirableness adorability adorable adorations affectionately agreement amazed amazements amazes amusedly attractively beneficently
2.2 benignant blessing bravery care caring championships charities charmingly cheeriest cherisher cherishes compassionate confident
2.2 congratulate courage cutesiest cuties darlings dearie devotionally dignified energise energises enjoy enjoyer enjoyers enlightened
2.2 enthusiastic excelled excitement exciting fascination favorableness festival festively festivity friend friendlies friendly funner
2.2 glorifies gracefuller gracefulness gratefulness hagd hagn hand handsome heroisms heroizes honesty honor honorability honorableness
2.2 honorifically honoured honours hugs innovate inspired inspirer intellectualism invincible jollification joys kinder kindly kmuf laughing
2.2 laughs laughter laughters lovelies merriness merrymaker merrymaking motivating nh nicest optimize passions peaceful peacetime
2.2 perfectivity positivenesses praised preciously pretty prouder reinvigoration relaxed relaxing respecting rewarded richness romanced
2.2 romanticism safely save splendorous splendour splendours splendrous strength strengthening succeed succeeding succeeds successfully
2.2 sunshine superiorly supremest sweetie sweetness sweets triumphed trustiest trusty virtuosic wealth wealthier wealthiest
2.3 admired admiringly adventuring amoroso amorously appreciated appreciates appreciation beautify beautifying beloved beneficent bl bravely
2.3 bravest brilliancies cheer cheered cheering cherished cleverly cleverness comfortable complimenting confidence courageously courteous
2.3 cuteness cuter darlingness dauntless delighted delightsome divinize earnest ecstasies ecstatic encourage energized enjoyed enjoys
2.3 enlighten enlightening enterprising entertainments ethical excitedly flawless free fun funned generosity generous glamorous glorified
2.3 glorifier gorgeously graciously gratifying gratitude heaven heavenlinesses helpfully heroes honest honorees honoring honors hooray
2.3 hopeful humorously impressive inspirational inspirationally intellectual iyq jolly jollying joyance kfy kindnesses kisses kudos
2.3 laughingly liberties luckily magnific magnificences muah passionateness perfecting pleasant pleasantness pleasantnesses pleasured
2.3 positiveness positiver positivity prize prizewinner reinvigorate rescue revered smilingly splendidness strong sunnier supremeness
2.3 supremer survived swak sympathetic talented tgif tia tops triumphantly triumphing trust trustable trustworthily valuably vip winningly
2.3 woohoo xoxozzz
2.4 admirability adoringly affection awardable beauties beautifications beneficially brave braver champions charmingest cheerly congrats
2.4 courageous creditworthy delightedly encouraging enjoying entertains excellencies fabulous fascinate festiveness gain generousness
2.4 glamorizer glamorizes glamour gloried glorifying gracefully graciousness grandest grandeur handsomeness happier heroically heroics
2.4 honorably humorousness hurrahing hurrays ideal inspiration jollied jollier joyfuller justice kind liberty lovers magnifical magnifically
2.4 magnificence merrily merriment merrymakings optimist passionate passionately peacefully peacemakers pleasing pleasurable pleasurableness
2.4 positively positives praises praiseworthiness prized prizewinners profitableness relaxation respectability rewarding rewardingly richer
2.4 riches richest sexy sgtm sunniest triumphant vibrant virtuous visionary wealthiness winning wisdom worshiped yay yummy
2.5 aas admirably admiration adorableness amaze amazement award beauteous blessings bonus brightening bwahahah cheerful cheerily cheeriness
2.5 excellences excellency excelling excels fascinating fondness fwb gla glory heartfelt honorable impressing jolliness joyfully joying lmfao
2.5 loyalty masterpieces merry mwah optimism peace perfections praising roflmao rotflmfao smiled superior treasurable tyvm welldoer winnings
2.5 wowing ywia
2.6 admirable adore adoring appreciative appreciator beauteously beautifulest beautifulness blesser blesses bonuses brilliancy cheerier
2.6 cheery cleverest dearest delighters divine enjoyment enthusiastically fantastic friendliest funniest gallantry generosities gloriousness
2.6 gracious hahaha handsomest happily happiness hero heroic hurrah inspiringly laugh ly lylas mirth pleasantest pleasurably positive
2.6 positivities praise praiseworthy proudest proudly ptl remarkable rich romance rotfl securest sophisticated splendiferous successes
2.6 supreme treasured trustworthy vwd wowed
2.7 aayf beauteousness beautifully benevolent bliss celebrate celebrated celebrates celebrating delicious delightfully divinest divinity
2.7 excellent glorify happy heavenliest heavenliness heroine honour hurray iluaaf inspire jollily joyfulness kissing lmso lolz loves
2.7 lovingness lylab merriest mirthful overjoyed perfect perfected perfection pleasure precious prettiest reward rofl romanticising sfete
2.7 splendent success successfulness supremely tenderheartedly thankful warmheartedness wd wins won wonderful worshipped
2.8 alol amazing beauty beneficence blessedest brilliant charming cutest darling delectably delightful ecstatically exhilarates exuberant
2.8 fabulousness godsend gracefullest heroism honored joy joyousness lifesaver lovely lover loverly miracle pleasuring pukka rejoicing
2.8 rotflmao sete splendid successful sweethearts tenderheartednesses win winner wow xd
2.9 adoration ambw beautiful bff blessed blissful blockbuster brilliance brilliances champion congratulation congratulations delectable
2.9 delight divinely ecstasy ecstatics funnest gleeful gloriously gorgeousness heroical jolliest joyed joyful joyously lmao loved loving
2.9 luckiest magnificent marvelous positivest rotgl soulmate super wonderfully wonderfulness
3 amor brightest brilliantly enrapture exhilarated exultant gorgeous hallelujah heavenlier heavenly honestest jubilant lovable lyb
3 outstanding perfectness prizewinning rotflol smartest splendor xlnt xoxo
3.1 awesome excellence excellently great joyous lyl masterpiece peacefullest perfectest superb vbs
3.2 best cheerfullest elated euphoric freedom glee glorious greatest happiest love lovingly paradise perfectly
3.3 ecstacy euphoria lya sweetheart
3.4 aml ilu ily magnificently
`;
