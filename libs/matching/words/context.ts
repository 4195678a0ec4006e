/**
 * Words around a name that tell what it stands for there, written for Earshot. Folded beginnings of words in Turkish,
 * Slovak and English together: `siparis` also sees siparişim. A `=` in front asks for the whole word.
 */

/** People write these to or about a company: its service, its faults, what they paid and wait for. */
export const CUSTOMER_STRONG = `
musteri siparis kargo kurye teslimat iade fatura sube kasiyer magaza market banka bankasi hesab ucus ucag bilet iptal rotar bagaj bavul
abone aboneli tarife hizmet destek cagrimerkezi sikayet cekmiyor cektigi cokt cokuyor coktu calismiyor calismadi acilmiyor girilmiyor donuyor
bozuk bayat kampanya indirim zam taksit kredi krediler havale iban garantili servis personel calisan yetkili mudur uygulama uygulamasi
koleksiyon satin dolandir magdur rezalet mobil sifre kasada reyon raf promosyon kupon paket modem baglanti kesinti kesildi sinyal faturam
zakaznic klient objedn doruc zasielk balik reklam pobock appk aplikac ucet kart bankom poistov poistk poistn siet signal faktur zlav
predajn prevadzk pokladn predavac predavack zamestnan nejde nejdu nefung meska meskan zmesk zrus zrusil nepreplat preplat zdraz benzin nafta kuri
operator pausal volam volal pisal infolink vypad vypadok spadl spadnut tovar refund vratil vratk nakup nakupoval kupil splatk uver hypotek
refund order delivery deliver customer support helpdesk service outage flight flew luggage baggage bag boarding cancel delayed delay crashed crashing
invoice billing billed charged overcharged subscription subscrib account login password checkout courier parcel package cashier manager complaint
complain warranty store stores app apps website hotline =ceo employees employee staff bought purchase purchased jacket jeans shipping shipped shipment
headquarters shareholders earnings quarterly rebrand recall lawsuit layoffs hires hiring antitrust merger ipo =iphone =macbook device firmware
`;

/** These fit a company too, but much else as well. */
export const CUSTOMER_WEAK = `
fiyat urun urunleri yeni kasa kuyruk sira para odeme aldim aldigim gelmedi gelmiyor geldi bekliyor bekledim saat gun arad telefon internet hat kalite kalitesiz
sut cikolata biskuvi ekmek et yag peynir tadi lezzet sirket firma marka hisse reklam haber acti kapali telefonu kapatti yazdim guvenme alisveris fis
cen cena ceny drah lacn kvalit mlieko chlieb liek jedl pokaz skazen rada cakam cakal cakan caka peniaz plat platb telefon internet mobil nov nemali nema
zly zla zle horsi hanba katastrof spolocnost firm znack akci reklama otvor zatvor liek lieky lekar sluzb linka robia hodin dni tyzd tretikrat zavreli
price prices pricey expensive cheap sale stock shares market queue line late broken slow down error worst terrible awful rude waiting waited hours
phone call called hung email chat help new update product quality company brand buy sell shop shopping job jobs fries burger coffee lost returned
`;

/** Right beside the name they say that it is a company. */
export const COMPANY_BESIDE = `
bankasi banka market marketler marketi magazasi magaza holding sigorta uygulamasi havayollari elektronik gida sut tekstil giyim kargo lojistik kart subesi musteri
=as =aş ltd sirketi firmasi grubu group musterisi
poistovn bank obchod market predajn pobock spolocnost firma operator holding group sro appka aplikacia mobil pausal internet telecom
inc corp llc plc gmbh company store stores support airlines airways bank app pay watch music card prime customer helpdesk insurance mobile motors pharma
`;

/** What the same word means elsewhere: nature, body, science, art, belief, politics, war. Strong enough to decide. */
export const OTHER_SENSE_STRONG = `
casus mitoloj mit efsane tanri tanrica takimyildiz gezegen galaksi kurban astroloj burc masal destan
krv krvi saturac kyslik molekul mytolog mytus mytick planet sopk suhvezd bozstv biblia svat legenda
spyware mythology mythical constellation planet galaxy zodiac oxygen saturation molecule gospel bible rainforest =river =rover nasa spacecraft europe =eu brexit
`;

export const OTHER_SENSE_WEAK = `
roman dizi dizisi film filmi sarki siir ressam koyun keci kuzu kus kusu cicek cicegi agac agaci orman dag dagi nehir nehri gol rengi renk boyasi kumas
virus bakteri vitamin mineral deney formul kavga savas ordu asker parti secim millet meclis bakan dua namaz hava yagmur kar ruzgar
hladina tlak teplot farba farb ovoci ovocia strom kvet kvetin zviera vtak vtac rieka riek hora vrch pohori pole les pocasi dazd sneh
roman film serial piesen basnik obraz stran stranu strane vlad volb parlament minister narod ludi ludia ludom medzi spolocnosti vojn armad modlit kostol choroba vedci
novel movie film song album lyrics poem painting fruit tree trees garden flower animal bird fish recipe pie juice cake weather rain storm
war army election parliament summit senate vote minister president church prayer gods physics chemistry equation algebra math solve blood level
planets stars moon mountain forest ocean colour color dress paint wearing
`;

/** Beside a name they say that it is a person's: kin and titles. */
export const PERSON_BESIDE = `
teyze abla abi agabey amca dayi dede anne baba kardes kuzen hanim bey hoca hocam ogretmen yenge eniste kizim oglum
teta ujo stryko babka dedo mama otec sestra brat pani pan slecna ujko tetka sused suseda
aunt uncle auntie cousin grandma grandpa mum mom dad sister brother mrs mr =miss
`;
