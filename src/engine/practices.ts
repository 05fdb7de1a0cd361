// Good practices are told by those who run them: "presented their experience on …", "launched a project to …".

const things =
  'experiences?|initiatives?|projects?|programmes?|programs?|partnerships?|case stud(?:y|ies)|practices?|schemes?|pilots?|campaigns?|actions?|activities|polic(?:y|ies)|networks?|platforms?|measures taken|efforts|expériences?|projets?|partenariats?|pratiques?|campagnes?|activités|politiques?|proyectos?|programas?|alianzas?|prácticas?|experiencias?|iniciativas?|campañas?|actividades|políticas?';
const told = new RegExp(`(?<!\\p{L})(?:${things})(?!\\p{L})`, 'iu');
const owned = new RegExp(
  `(?<!\\p{L})(?:their|its|his|her|our|leurs?|sa|son|ses|notre|su|sus|nuestra|nuestro|\\p{Lu}\\p{L}+['’]s)\\s+(?:\\p{L}+\\s+){0,3}?(?:${things})(?!\\p{L})`,
  'iu',
);
const begun = new RegExp(
  `(?<!\\p{L})(?:launched|established|created|set up|implemented|introduced|a lancé|a créé|a mis en place|lanzó|creó|puso en marcha)\\s+(?:\\p{L}+\\s+){0,5}?(?:${things})(?!\\p{L})`,
  'iu',
);

/** Whether a message names something its speaker does, rather than something they ask for. */
export function tellsOfPractice(act: string, message: string): boolean {
  if (act === 'presented') return told.test(message) || /^(?:an?|their|its|the|un|une|su|son|sa)\s/i.test(message);
  return (act === 'stated' || act === 'emphasised') && (owned.test(message) || begun.test(message));
}
