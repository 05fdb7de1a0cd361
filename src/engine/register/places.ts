// What gives a State away beside its names: what its people are called in Spanish (masculine; the rest follows), and its
// larger cities. Capitals, and the same in English and French, come from the libraries.
// CODE: adjectives | cities

export const places = `
AFG: afgano | Kandahar, Herat, Mazar-i-Sharif, Jalalabad
AGO: angoleño | Huambo, Benguela, Lobito, Lubango
ALB: albanés | Durrës, Vlorë, Shkodër
AND: andorrano | Escaldes-Engordany
ARE: emiratí | Dubai, Sharjah, Ajman
ARG: argentino | Córdoba, Rosario, Mendoza, La Plata, Tucumán, Salta
ARM: armenio | Gyumri, Vanadzor
ATG: antiguano | Codrington
AUS: australiano | Sydney, Melbourne, Brisbane, Perth, Adelaide, Darwin, Hobart
AUT: austriaco | Graz, Linz, Salzburg, Innsbruck
AZE: azerbaiyano, azerí | Ganja, Sumqayit
BDI: burundés | Bujumbura, Ngozi
BEL: belga | Antwerp, Ghent, Bruges, Liège, Charleroi
BEN: beninés | Cotonou, Parakou
BFA: burkinés | Bobo-Dioulasso, Koudougou
BGD: bangladesí | Chittagong, Chattogram, Sylhet, Khulna, Rajshahi, Cox's Bazar
BGR: búlgaro | Plovdiv, Varna, Burgas
BHR: bareiní | Muharraq
BHS: bahameño | Freeport
BIH: bosnio | Banja Luka, Mostar, Tuzla
BLR: bielorruso | Gomel, Brest-Litovsk, Vitebsk, Grodno
BLZ: beliceño | Belize City
BOL: boliviano | Santa Cruz de la Sierra, La Paz, El Alto, Cochabamba
BRA: brasileño, brasilero | São Paulo, Rio de Janeiro, Salvador da Bahia, Fortaleza, Recife, Porto Alegre, Manaus, Curitiba, Belo Horizonte
BRB: barbadense | Speightstown
BRN: bruneano | Kuala Belait
BTN: butanés | Phuntsholing
BWA: botsuano | Francistown
CAF: centroafricano | Bambari, Berbérati
CAN: canadiense | Toronto, Montréal, Vancouver, Calgary, Edmonton, Winnipeg, Québec
CHE: suizo, helvético, helvétique | Zürich, Genève, Geneva, Basel, Bâle, Lausanne, Lucerne, Winterthur, Berna, Berne, Ginebra
CHL: chileno | Valparaíso, Concepción, Antofagasta, Iquique
CHN: chino | Shanghai, Guangzhou, Shenzhen, Chengdu, Wuhan, Tianjin, Xi'an
CIV: marfileño | Abidjan, Bouaké, Korhogo
CMR: camerunés | Douala, Garoua, Bamenda
COD: congoleño | Lubumbashi, Goma, Bukavu, Kisangani, Mbuji-Mayi
COG: congoleño | Pointe-Noire, Dolisie
COL: colombiano | Medellín, Cali, Barranquilla, Cartagena, Cúcuta
COM: comorense | Mutsamudu
CPV: caboverdiano | Mindelo
CRI: costarricense | Alajuela, Cartago, Limón
CUB: cubano | Santiago de Cuba, Camagüey, Holguín
CYP: chipriota | Limassol, Larnaca, Paphos
CZE: checo | Brno, Ostrava, Plzeň
DEU: alemán | Hamburg, Munich, München, Köln, Cologne, Frankfurt, Stuttgart, Leipzig, Bremen, Dresden
DJI: yibutiano | Ali Sabieh
DMA: dominiqués | Portsmouth
DNK: danés | Aarhus, Odense, Aalborg
DOM: dominicano | Santiago de los Caballeros, La Romana
DZA: argelino | Oran, Constantine, Annaba, Tamanrasset
ECU: ecuatoriano | Guayaquil, Cuenca, Machala
EGY: egipcio | Alexandria, Giza, Port Said, Luxor, Aswan
ERI: eritreo | Massawa, Keren
ESP: español | Barcelona, Valencia, Sevilla, Seville, Zaragoza, Málaga, Bilbao
EST: estonio | Tartu, Narva
ETH: etíope | Dire Dawa, Mekelle, Gondar, Hawassa
FIN: finlandés | Tampere, Turku, Oulu
FJI: fiyiano | Nadi, Lautoka
FRA: francés | Marseille, Lyon, Toulouse, Lille, Calais, Bordeaux, Strasbourg, Nantes
FSM: micronesio | Weno
GAB: gabonés | Port-Gentil, Franceville
GBR: británico, inglés, escocés, English, Scottish, Welsh, anglais | Manchester, Birmingham, Glasgow, Edinburgh, Liverpool, Leeds, Cardiff, Belfast, Bristol, Londres
GEO: georgiano | Batumi, Kutaisi, Rustavi
GHA: ghanés | Kumasi, Tamale, Takoradi
GIN: guineano | Nzérékoré, Kankan
GMB: gambiano | Serekunda, Brikama
GNB: guineano | Bafatá
GNQ: ecuatoguineano | Bata
GRC: griego | Thessaloniki, Patras, Lesbos, Piraeus
GRD: granadino | Gouyave
GTM: guatemalteco | Quetzaltenango, Huehuetenango, Escuintla, Cobán, Petén, Puerto Barrios
GUY: guyanés | Linden
HND: hondureño | San Pedro Sula, La Ceiba, Choluteca
HRV: croata | Split, Rijeka, Osijek
HTI: haitiano | Cap-Haïtien, Gonaïves, Jacmel
HUN: húngaro | Debrecen, Szeged, Pécs
IDN: indonesio | Surabaya, Bandung, Medan, Makassar, Batam, Aceh
IND: indio | Mumbai, Bangalore, Bengaluru, Chennai, Kolkata, Hyderabad, Kerala
IRL: irlandés | Cork, Galway, Limerick
IRN: iraní | Mashhad, Isfahan, Shiraz, Tabriz
IRQ: iraquí | Basra, Mosul, Erbil, Kirkuk
ISL: islandés | Akureyri
ISR: israelí | Tel Aviv, Haifa
ITA: italiano | Milan, Milano, Naples, Napoli, Turin, Palermo, Lampedusa, Bologna, Genoa
JAM: jamaicano, jamaiquino | Montego Bay, Spanish Town
JOR: jordano | Irbid, Zarqa, Aqaba, Mafraq, Zaatari
JPN: japonés | Osaka, Yokohama, Kyoto, Nagoya, Sapporo, Hiroshima
KAZ: kazajo | Almaty, Shymkent, Karaganda
KEN: keniano, keniata | Mombasa, Kisumu, Nakuru, Eldoret, Kakuma, Dadaab, Turkana
KGZ: kirguís | Osh, Jalal-Abad
KHM: camboyano | Siem Reap, Battambang, Sihanoukville
KIR: kiribatiano | Betio
KNA: sancristobaleño | Charlestown
KOR: surcoreano, coreano, sud-coréen | Busan, Incheon, Daegu, Daejeon, Gwangju
KWT: kuwaití | Hawalli
LAO: laosiano | Luang Prabang, Savannakhet, Pakse
LBN: libanés | Sidon, Baalbek, Zahlé, Tripoli
LBR: liberiano | Gbarnga, Buchanan
LBY: libio | Benghazi, Misrata, Sabha
LCA: santaluciano | Soufrière
LIE: liechtensteiniano | Schaan
LKA: ceilanés, esrilanqués | Kandy, Galle, Jaffna, Trincomalee
LSO: lesotense, basotho | Teyateyaneng
LTU: lituano | Kaunas, Klaipėda
LUX: luxemburgués | Esch-sur-Alzette
LVA: letón | Daugavpils, Liepāja
MAR: marroquí | Casablanca, Marrakech, Marrakesh, Fès, Fez, Tangier, Tanger, Agadir, Oujda
MCO: monegasco | Monte Carlo
MDA: moldavo | Bălți, Tiraspol
MDG: malgache | Toamasina, Antsirabe
MDV: maldivo | Addu City
MEX: mexicano | Guadalajara, Monterrey, Tijuana, Tapachula, Ciudad Juárez, Puebla, Oaxaca, Chiapas
MHL: marshalés | Ebeye
MKD: macedonio | Bitola, Tetovo
MLI: maliense | Gao, Timbuktu, Tombouctou, Kayes, Mopti
MLT: maltés | Sliema, Birkirkara
MMR: birmano | Yangon, Mandalay, Rakhine
MNE: montenegrino | Nikšić, Kotor
MNG: mongol | Erdenet, Darkhan
MOZ: mozambiqueño | Beira, Nampula, Pemba
MRT: mauritano | Nouadhibou
MUS: mauriciano | Curepipe
MWI: malauí | Blantyre, Mzuzu
MYS: malasio | Penang, Johor Bahru, Kota Kinabalu, Kuching
NAM: namibio | Walvis Bay, Swakopmund
NER: nigerino | Agadez, Zinder, Maradi
NGA: nigeriano | Lagos, Kano, Ibadan, Port Harcourt, Benin City, Maiduguri
NIC: nicaragüense | Bluefields, Chinandega
NLD: neerlandés, holandés | Rotterdam, The Hague, La Haye, Utrecht, Eindhoven
NOR: noruego | Bergen, Trondheim, Stavanger, Tromsø
NPL: nepalés, nepalí | Pokhara, Biratnagar, Lalitpur
NRU: nauruano | Denigomodu
NZL: neozelandés | Auckland, Christchurch, Dunedin
OMN: omaní | Salalah, Sohar
PAK: pakistaní | Karachi, Lahore, Peshawar, Quetta, Faisalabad
PAN: panameño | Colón, Darién, David
PER: peruano | Arequipa, Cusco, Trujillo, Iquitos
PHL: filipino, pinoy, pinay | Quezon City, Cebu, Davao, Mindanao, Iloilo, Zamboanga
PLW: palauano | Koror
PNG: papú | Lae, Mount Hagen
POL: polaco | Kraków, Cracow, Gdańsk, Wrocław, Łódź, Poznań
PRK: norcoreano | Hamhung
PRT: portugués | Porto, Braga, Coimbra, Faro
PRY: paraguayo | Ciudad del Este, Encarnación
PSE: palestino | Gaza, Hebron, Nablus, Bethlehem, Jenin
QAT: catarí, qatarí | Al Rayyan
ROU: rumano | Cluj-Napoca, Timișoara, Iași, Constanța
RUS: ruso | Saint Petersburg, St. Petersburg, Novosibirsk, Kazan, Vladivostok
RWA: ruandés | Huye, Rubavu
SAU: saudí, saudita | Jeddah, Mecca, Medina, Dammam
SDN: sudanés | Omdurman, Port Sudan, Darfur
SEN: senegalés | Saint-Louis, Thiès, Ziguinchor, Touba
SGP: singapurense | Jurong
SLB: salomonense | Gizo
SLE: sierraleonés | Kenema, Makeni
SLV: salvadoreño | Santa Ana, San Miguel, Chalatenango
SMR: sanmarinense | Serravalle
SOM: somalí | Hargeisa, Kismayo, Bosaso
SRB: serbio | Novi Sad, Niš, Subotica
SSD: sursudanés | Malakal, Bentiu
STP: santotomense | Santo António
SUR: surinamés | Nieuw Nickerie
SVK: eslovaco | Košice, Žilina
SVN: esloveno | Maribor, Celje
SWE: sueco | Gothenburg, Göteborg, Malmö, Uppsala
SWZ: suazi | Manzini
SYC: seychellense | Anse Royale
SYR: sirio | Aleppo, Homs, Latakia, Idlib
TCD: chadiano | Moundou, Abéché
TGO: togolés | Sokodé, Kara
THA: tailandés | Chiang Mai, Phuket, Mae Sot, Pattaya
TJK: tayiko | Khujand
TKM: turcomano | Türkmenabat
TLS: timorense | Baucau
TON: tongano | Neiafu
TTO: trinitense | San Fernando, Chaguanas
TUN: tunecino | Sfax, Sousse, Zarzis, Djerba
TUR: turco | Istanbul, Estambul, Izmir, Gaziantep, Adana, Antalya, Bursa, Konya
TUV: tuvaluano | Vaiaku
TZA: tanzano | Dar es Salaam, Arusha, Mwanza, Zanzibar, Kigoma
UGA: ugandés | Gulu, Mbarara, Entebbe, Jinja, Arua
UKR: ucraniano | Kharkiv, Lviv, Odesa, Odessa, Dnipro, Mariupol
URY: uruguayo | Salto, Punta del Este
USA: estadounidense, norteamericano, étasunien, étatsunien | New York, Los Angeles, Chicago, Houston, Miami, El Paso, San Francisco, Boston, Texas, California, Florida, Arizona
UZB: uzbeko | Samarkand, Bukhara, Andijan
VAT: vaticano, Vatican | Vatican
VCT: sanvicentino | Bequia
VEN: venezolano | Maracaibo, Valencia, Barquisimeto
VNM: vietnamita | Ho Chi Minh City, Da Nang, Haiphong, Hue
VUT: vanuatuense | Luganville
WSM: samoano | Salelologa
YEM: yemení | Aden, Taiz, Hodeidah, Marib
ZAF: sudafricano | Johannesburg, Durban, Port Elizabeth, Soweto
ZMB: zambiano | Ndola, Kitwe, Livingstone
ZWE: zimbabuense | Bulawayo, Mutare
`;
