import type { ActClass } from '#engine/types.ts';
import { spanishVerbs } from './spanishVerbs.ts';
import { sensesOf } from './senses.ts';
import { phrases, words } from './tongue.ts';
import type { Tongue } from './tongue.ts';

const nouns: [ActClass, string][] = [
  [
    'proposed',
    'propuesta propuestas sugerencia sugerencias petición solicitud llamamiento recomendación recomendaciones enmienda',
  ],
  ['concern', 'preocupación preocupaciones inquietud'],
  ['opposed', 'oposición objeción objeciones'],
  ['supported', 'apoyo respaldo'],
  ['stated', 'declaración observación'],
  ['questioned', 'pregunta preguntas'],
  ['committed', 'compromiso anuncio'],
];

const por = (list: string) =>
  list
    .split('|')
    .flatMap((verb) => ['o', 'a', 'os', 'as'].map((end) => `${verb.trim()}${end} por`))
    .join(' | ');

export const spanish: Tongue = {
  code: 'es',
  determiners: words('el la los las un una este esta estos estas ese esa su sus nuestro nuestra lo'),
  and: words('y e & / como'),
  contrast: words('pero mientras aunque sino luego'),
  pronouns: words('él ella ellos ellas'),
  firstPerson: words('yo nosotros nosotras'),
  anaphors: words(
    'delegación delegado delegada representante orador oradora ministro ministra último última embajador embajadora país organización ponente panelista',
  ),
  echoes: phrases(
    'esta propuesta | la propuesta | esa propuesta | esta sugerencia | la sugerencia | esta idea | la idea | ello | esto | eso | dicha propuesta | esta posición | esta opinión | estas propuestas | esta enmienda | la enmienda | este enfoque | esta opción | dicha idea | dicha sugerencia',
  ),
  behalf: phrases(
    'en nombre de | en nombre del | haciendo uso de la palabra en nombre de | haciendo uso de la palabra en nombre del | tomando la palabra en nombre de | tomando la palabra en nombre del | interviniendo en nombre de | interviniendo en nombre del | que hizo uso de la palabra en nombre del | hablando en nombre de | hablando en nombre del | también en nombre de | también en nombre del | en representación de | en representación del | por | que habló en nombre del | que habló en nombre de',
  ),
  support: phrases(
    `${por('apoyad | respaldad | secundad | seguid')} | con el apoyo de | con el apoyo del | con el respaldo de | con el respaldo del`,
  ),
  oppose: phrases(
    `${por('rechazad | contestad | cuestionad | impugnad')} | con la oposición de | con la oposición del | pero con la oposición de | pero con la oposición del | a pesar de la oposición de | a pesar de la oposición del | a lo que se opuso | a lo que se opusieron | a la que se opuso | a la que se opusieron | y con la oposición de | y con la oposición del | y la oposición de | y la oposición del`,
  ),
  alongside: phrases('con | junto con | conjuntamente con | al igual que | junto a'),
  topic: phrases(
    'sobre | en cuanto a | en cuanto al | con respecto a | con respecto al | respecto de | respecto del | respecto a | en relación con | acerca de | acerca del | por lo que respecta a | en lo que respecta a | en lo relativo a | en lo que concierne a',
  ),
  about: words('sobre acerca'),
  introducers: words('que de a al en sobre por del'),
  adverbs: words('también además asimismo luego después finalmente igualmente entonces así aún tampoco'),
  adverbEnding: /mente$/,
  negations: words('no nunca tampoco jamás'),
  auxiliaries: words(
    'ha han había habían hubo he hemos haber desea desean deseó quiso quiere podía podían pudo pudieron podría podrían quisieron querían quisiera quisieran deseaba deseaban desearon debían puede pueden debía debe haya quería',
  ),
  copulas: words('fue fueron es son era eran sido ser está están estuvo'),
  reflexives: words('se me nos'),
  by: words('por'),
  relatives: words('quien quienes cual'),
  quantifiers: words(
    'varios varias algunos algunas muchos muchas numerosos numerosas diversos diversas dos tres cuatro cinco otros otras otro otra todos todas mayoría número pocos ciertos ciertas',
  ),
  crowd: words(
    'países delegaciones delegación delegados delegado participantes participante oradores orador estados miembros representantes panelistas observadores expertos organizaciones grupos partes gobiernos ministros ong voces intervenciones ponentes',
  ),
  others: phrases('otros | otras | otras delegaciones | otros países | otros participantes'),
  offices: words(
    'ministro ministra ministros embajador embajadora representante representantes delegado delegada delegación delegados delegadas delegaciones observador observadora observadores jefe gobierno enviado secretario secretaria viceministro viceministra misión',
  ),
  roles: new Map(
    Object.entries({
      presidente: 'Presidente',
      presidenta: 'Presidenta',
      presidentes: 'Presidentes',
      copresidente: 'Copresidente',
      copresidenta: 'Copresidenta',
      copresidentes: 'Copresidentes',
      'co-presidente': 'Co-Presidente',
      'co-presidentes': 'Co-Presidentes',
      vicepresidente: 'Vicepresidente',
      vicepresidenta: 'Vicepresidenta',
      moderador: 'Moderador',
      moderadora: 'Moderadora',
      facilitador: 'Facilitador',
      facilitadora: 'Facilitadora',
      relator: 'Relator',
      relatora: 'Relatora',
      secretaría: 'Secretaría',
      director: 'Director',
      directora: 'Directora',
      coordinador: 'Coordinador',
      coordinadora: 'Coordinadora',
      presidencia: 'Presidencia',
      mesa: 'Mesa',
      cofacilitadores: 'Cofacilitadores',
    }),
  ),
  of: words('de del por para'),
  asides: phrases(
    'entre otros | entre otras cosas | en particular | por ejemplo | con preocupación | con satisfacción | por su parte | sin embargo | no obstante | en este sentido | a este respecto | en conclusión | por último | por otra parte',
  ),
  connectives: words('pero además y también finalmente asimismo así'),
  clauseStarts: words('esto eso nosotros yo ello'),
  impersonal: words('se'),
  nouns: new Map(nouns.flatMap(([act, row]) => row.split(' ').map((noun) => [noun, act] as const))),
  ought: /\b(?:debe|deben|debería|deberían|debemos|hay que|es necesario|es preciso)\b/i,
  senses: sensesOf(spanishVerbs, 'es'),
};
