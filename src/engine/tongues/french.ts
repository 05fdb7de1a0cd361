import type { ActClass } from '#engine/types.ts';
import { frenchVerbs } from './frenchVerbs.ts';
import { sensesOf } from './senses.ts';
import { phrases, words } from './tongue.ts';
import type { Tongue } from './tongue.ts';

const nouns: [ActClass, string][] = [
  [
    'proposed',
    'proposition propositions suggestion suggestions demande demandes appel recommandation recommandations amendement',
  ],
  ['concern', 'préoccupation préoccupations inquiétude inquiétudes'],
  ['opposed', 'opposition objection objections'],
  ['supported', 'soutien appui'],
  ['stated', 'déclaration observation'],
  ['questioned', 'question questions'],
  ['committed', 'engagement annonce'],
];

/** "au nom" comes in five contractions. */
const de = (list: string) =>
  list
    .split('|')
    .flatMap((phrase) => ['de', "d'", 'du', 'des'].map((end) => `${phrase.trim()} ${end}`))
    .join(' | ');
const par = (list: string) =>
  list
    .split('|')
    .flatMap((verb) => ['', 'e', 's', 'es'].map((end) => `${verb.trim()}${end} par`))
    .join(' | ');

export const french: Tongue = {
  code: 'fr',
  determiners: words("le la les l' un une ce cette ces cet son sa ses leur leurs notre nos"),
  and: words('et & / ainsi'),
  contrast: words("mais tandis alors or puis qu'"),
  pronouns: words('il elle ils elles'),
  firstPerson: words("je j' nous"),
  anaphors: words(
    'délégation délégué déléguée représentant représentante orateur oratrice intervenant intervenante ministre dernier dernière ambassadeur pays organisation panéliste',
  ),
  echoes: phrases(
    "cette proposition | la proposition | cette suggestion | la suggestion | cette idée | l' idée | ce point | ce point de vue | cette position | cela | celle-ci | celui-ci | cette demande | cet amendement | ces propositions | cette dernière | y | ceci | cette approche | cette option",
  ),
  behalf: phrases(
    `${de("au nom | s' exprimant au nom | parlant au nom | également au nom | prenant la parole au nom | intervenant au nom")} | pour | pour le compte du | au nom de`,
  ),
  support: phrases(
    `${par('appuyé | soutenu | rejoint | suivi | secondé')} | ${de("avec l' appui | avec le soutien | avec l' aval")}`,
  ),
  oppose: phrases(
    `${par('contesté | critiqué | contredit | rejeté | combattu | contré')} | ${de("malgré l' opposition | mais avec l' opposition | contre l' avis")} | ${par('mais contesté | et contesté')} | à laquelle s' est opposé | à laquelle s' est opposée | à quoi s' est opposé | auquel s' est opposé`,
  ),
  alongside: phrases('avec | conjointement avec | aux côtés du | aux côtés de | de concert avec'),
  topic: phrases(
    `sur | concernant | quant à | quant au | quant aux | s' agissant de | s' agissant du | s' agissant des | s' agissant d' | en ce qui concerne | au sujet de | au sujet du | au sujet des | à propos de | à propos du | à propos des | pour ce qui est de | pour ce qui est du | pour ce qui est des | relativement à | pour ce qui concerne`,
  ),
  about: words('sur concernant'),
  introducers: words("que qu' de d' à sur au aux des du"),
  adverbs: words(
    "également aussi ensuite enfin toutefois cependant puis encore donc ainsi néanmoins pourtant alors d'abord notamment très vivement",
  ),
  adverbEnding:
    /(?:ièrement|eusement|ellement|alement|ivement|ûment|amment|emment|ément|fortement|clairement|fermement|pleinement|largement|conjointement|simplement|rapidement|directement|brièvement)$/,
  negations: words("n' ne pas jamais point non"),
  auxiliaries: words(
    "a ont avait avaient aura ai avons eut souhaité souhaite voulu veut veulent tient tenu tiennent à peut peuvent pouvait pouvaient pu doit devait devoir pourrait vouloir souhaitent aurait auraient s'est",
  ),
  copulas: words('est sont été fut furent était étaient être soit suis sommes'),
  reflexives: words("s' se m' me nous"),
  by: words('par'),
  relatives: words('qui dont lequel laquelle'),
  quantifiers: words(
    "plusieurs certains certaines quelques nombreux nombreuses beaucoup divers diverses deux trois quatre cinq tous toutes autres autre d'autres majorité plupart nombre un une",
  ),
  crowd: words(
    'pays délégations délégation délégués délégué participants participant intervenants intervenant orateurs orateur états membres représentants représentant panélistes observateurs experts organisations groupes parties gouvernements ministres ong voix contributeurs interventions oratrices',
  ),
  others: phrases("d' autres | d' autres délégations | d' autres pays | d' autres participants"),
  offices: words(
    'ministre ministres ambassadeur ambassadrice représentant représentante représentants représentantes délégués déléguées délégations observatrices délégué déléguée délégation observateur observatrice observateurs chef gouvernement envoyé secrétaire vice-ministre mission',
  ),
  roles: new Map(
    Object.entries({
      président: 'Président',
      présidente: 'Présidente',
      présidents: 'Présidents',
      coprésident: 'Coprésident',
      coprésidente: 'Coprésidente',
      coprésidents: 'Coprésidents',
      'co-président': 'Co-Président',
      'co-présidente': 'Co-Présidente',
      'co-présidents': 'Co-Présidents',
      coprésidentes: 'Coprésidentes',
      'vice-président': 'Vice-Président',
      'vice-présidente': 'Vice-Présidente',
      modérateur: 'Modérateur',
      modératrice: 'Modératrice',
      facilitateur: 'Facilitateur',
      facilitatrice: 'Facilitatrice',
      rapporteur: 'Rapporteur',
      rapporteuse: 'Rapporteuse',
      secrétariat: 'Secrétariat',
      'co-facilitateurs': 'Co-Facilitateurs',
      'rapporteur-général': 'Rapporteur général',
      directeur: 'Directeur',
      directrice: 'Directrice',
      coordonnateur: 'Coordonnateur',
      coordonnatrice: 'Coordonnatrice',
      présidence: 'Présidence',
      bureau: 'Bureau',
    }),
  ),
  of: words("de du des d' pour"),
  asides: phrases(
    'entre autres | notamment | en particulier | par exemple | avec préoccupation | avec regret | avec satisfaction | en outre | par ailleurs | à cet égard | en conclusion | de son côté | pour sa part | quant à elle | quant à lui | en revanche | en effet',
  ),
  connectives: words('mais toutefois cependant et enfin aussi donc or ainsi'),
  clauseStarts: words("ceci cela il elle nous je ils elles c' ce"),
  impersonal: words('il'),
  nouns: new Map(nouns.flatMap(([act, row]) => row.split(' ').map((noun) => [noun, act] as const))),
  ought: /\b(?:il faut|doit|doivent|devrait|devraient|devons|il convient|il est nécessaire)\b/i,
  senses: sensesOf(frenchVerbs, 'fr'),
};
