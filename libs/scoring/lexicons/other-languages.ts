/** Words of everyday posts that translated lists miss or rate wrongly, rated for this project; folded, a star leaves endings open. */

export const GERMAN_WORDS = `
0 hoch* gross* neu* recht* teil* frei lassen erst* wert* stark*
3 super geil mega toll* klasse liebe lieb* freu* danke perfekt* wunderschon* genial* grossartig* fantastisch* herrlich* hammer spitze beste* gluck glucklich* gewonnen hurra juhu yay traumhaft* wundervoll* begeistert*
2 gut* gute schon* nett* suss* cool lustig* witzig* spass lecker* empfehl* gerne gern hoffentlich endlich entspannt* gemutlich* spannend* interessant* lachen lache haha hihi geschafft gratuliere gluckwunsch* freundlich* hilfsbereit*
-2 schlecht* doof* blod* leider schade traurig* nerv* mude krank* kopfschmerzen schmerz* weh heul* weine* scheisswetter langweilig* kaputt arger* sauer wutend* enttausch* angst vermiss* einsam* hass* stress* problem* fehler* verspatung* verspatet ausfall*
-3 scheiss* kacke mist verdammt* furchtbar* schrecklich* katastroph* ekel* widerlich* grausam* schlimm* skandal* unverschamt* idiot* arsch* fick* dumm* peinlich* asozial* frechheit hasse tot gestorben terror* krieg mord*
`;

export const FRENCH_WORDS = `
0 sur pour* comme mise* traite* parlement* conference* batterie* ecolog* alternativ* natur* force* feu juste* haut* nouve* droit* part* besoin grand* clair* certain*
3 super genial* magnifique* parfait* excellent* adore* j'adore j'aime aime aimer merci bravo felicitations formidable* merveilleu* top heureu* content* bonheur incroyable* sublime* extra gagne victoire hate
2 bien bon bonne beau belle beaux belles joli* gentil* sympa* drole* cool chouette* interessant* utile* plaisir espoir espere reussi* reussite mieux bravo rire mdr lol sourire courage bisous bonjour instructif* innovant* progres* solution* protege* durable* delici* facile*
-2 mauvais* triste* dommage malheureusement deteste* peur fatigu* malade* mal ennuy* chiant* nul* nulle honte* probleme* panne pannes retard* perdu* manque* pire pleure* seul* marre inquiet* inquiet* difficile* pollu* danger* menace* greve* crise* cher chere
-3 merde* putain pute con connard* connasse* horrible* affreu* scandale* catastroph* degoutant* degueul* haine honteu* minable* arnaque* voleur* mensonge* menteur* mort* tue guerre attentat* toxique* insupportable*
`;

export const SPANISH_WORDS = `
0 serio* cancion* calor privad* importan* seri* querer queri* favor alt* nuev* grande* derecho* parte* claro* cierto* ciert* debe* quier* ver mayor* llev* pasar* creer crey* lleg*
3 amo encanta* encanto genial* excelente* perfect* increible* maravill* fantastic* feliz felices felicidad* gracias mejor mejores hermos* preciosa precioso guap* lindo linda lindos bonit* gane ganamos ganar ganado orgull* crack felicitaciones enhorabuena mola adoro disfrut*
2 bien bueno buena buenos buenas buen gusta gusto bonito divertid* graci* risa jaja jajaja jajajaja suerte ojala espero esperanza interesante* amig* rico rica delici* ganas animo besos abrazo* cool chulo chula ilusion lograr logre tranquil*
-2 mal mala malo malos malas triste* tristeza pena peor llor* dolor duele enferm* cansad* sueno aburr* odio odi* miedo sola problema* falta falto fallo error* nunca retraso perdi perder perdid* extran* verguenza asco roto murio muert* estres harto harta deprim*
-3 mierda* puta* puto* joder cono gilipoll* imbecil* idiota* asqueros* horrible* terrible* fatal pesim* desastre* robo ladron* estafa* corrupt* mentir* mata* guerra violencia verguenz* maldit* cabron* pendej* odio
`;

export const ITALIAN_WORDS = `
0 alt* nuov* grande* diritt* parte* chiar* cert* dev* fare* stat* govern*
3 amo adoro bellissim* perfett* ottim* eccellent* fantastic* meravigli* stupend* grazie felice felici felicita super complimenti brav* splendid* migliore* evviva vinto vittoria auguri amore spettacol*
2 bene buono buona buoni buone buon bello bella belli belle bel bei carin* simpatic* divertent* piace piaciut* gentil* ridere rido ahah* haha* hahaha speranza spero fortuna interessant* amic* dolce sorris* qualita cool forza bravo onest* finalmente tranquill*
-2 male brutt* triste* tristezza purtroppo peccato paura stanc* malat* dolore piang* noia noios* odio odi* problema* errore* sbagliat* ritardo perso perdere manca sola peggio cris* tass* disoccup* disastr* rott* ansia
-3 merda cazzo* cazzat* schif* vergogn* vergogna orribil* terribil* pessim* ladr* ruba* truff* bugiard* bugie idiot* stronz* puttan* vaffanculo fanculo coglion* mafi* corrott* scandal* mort* guerra fallit* ridicol* incapac* buffon*
`;

export const PORTUGUESE_WORDS = `
0 favor verdad* assunto* jesus deus alt* nov* grande* direit* parte* clar* cert* deve* quer* ver levar pass* olh* mao hora* sair
3 amo adoro amei lindo linda lindos lindas maravilh* perfeit* incrivel* otimo otima excelente* fantastic* feliz felicidade obrigad* parabens melhor melhores ganhei ganhou ganhamos vitoria orgulh* sensacional* arras* diva rainha fofo fofa fofos fofas topper top saudavel brabo
2 bem bom boa bons boas gosto gostei gostando gostoso gostosa legal massa engracad* rindo kkk* kkkk* haha* rsrs* sorte espero esperanca interessante* amig* delici* animad* beijo* bjs abraco* torcendo torco merece mereceu talento* bonit* show sucesso risada
-2 mal mau ruim ruins triste* tristeza infelizmente medo chor* dor doente cansad* sono tedio chato chata chatos chatas odeio odio problema* erro* falta atras* perdi perder perdeu sozinh* vergonha pior piores saudade* raiva fome preguica nojo nojent* coitad* injust* desanim*
-3 merda* porra caralho puta* puto* fdp vsf vtnc pqp bosta lixo horrivel* pessim* terrivel* ridicul* idiota* imbecil* otari* burro burra nojo morte morreu morri matar guerra ladra* corrupt* mentir* desgrac* babaca* cuzao
`;
