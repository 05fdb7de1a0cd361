import { BASE, FINITE, GERUND, PARTICIPLE } from './tongue.ts';

// The forms under which a reporting verb is met: third person, first person, participles, gerund.

type Form = [string, number];

export function englishForms(lemma: string, irregular: string): Form[] {
  if (lemma === 'be')
    return ['was', 'were', 'is', 'are', 'am']
      .map((form): Form => [form, FINITE])
      .concat([
        ['be', BASE],
        ['been', PARTICIPLE],
        ['being', GERUND],
      ]);
  if (lemma === 'have')
    return [
      ['had', FINITE | PARTICIPLE],
      ['has', FINITE],
      ['have', BASE | FINITE],
      ['having', GERUND],
    ];
  if (lemma === 'would like') return [['like', BASE]];
  const [past, participle] = irregular ? irregular.split(' ') : [englishPast(lemma), undefined];
  const third = /(?:s|x|ch|sh)$/.test(lemma)
    ? `${lemma}es`
    : /[^aeiou]y$/.test(lemma)
      ? `${lemma.slice(0, -1)}ies`
      : `${lemma}s`;
  return [
    [past!, FINITE],
    [participle ?? past!, PARTICIPLE],
    ...(/[^e][ae]l$/.test(lemma) ? british(lemma) : []),
    [third, FINITE],
    [lemma, BASE],
    [englishGerund(lemma), GERUND],
  ];
}

/** "signalled", "counselling" beside "signaled", "counseling". */
const british = (lemma: string): Form[] => [
  [`${lemma}led`, FINITE | PARTICIPLE],
  [`${lemma}ling`, GERUND],
];

const doubled =
  /^(?:refer|commit|defer|infer|plan|regret|submit|admit|concur|recur|prefer|aver|rebut|posit|sum|wrap|run|put|set|shed|quip|flag|nod|pin|permit|transmit|omit|strip|drop|trim|ban|scrap|spur)$/;
const double = (lemma: string) => doubled.test(lemma) && lemma !== 'posit';

function englishPast(lemma: string): string {
  if (lemma.endsWith('e')) return `${lemma}d`;
  if (/[^aeiou]y$/.test(lemma)) return `${lemma.slice(0, -1)}ied`;
  return double(lemma) ? `${lemma}${lemma.at(-1)}ed` : `${lemma}ed`;
}

function englishGerund(lemma: string): string {
  if (/[^eoy]e$/.test(lemma)) return `${lemma.slice(0, -1)}ing`;
  return double(lemma) ? `${lemma}${lemma.at(-1)}ing` : `${lemma}ing`;
}

export function frenchForms(lemma: string, irregular: string): Form[] {
  if (lemma === 'être' || lemma === "d'")
    return ['est', 'sont', 'était', 'étaient', 'fut', 'furent']
      .map((form): Form => [form, FINITE])
      .concat([
        ['été', PARTICIPLE],
        ['être', BASE],
        ['étant', GERUND],
      ]);
  if (irregular) return [...listed(irregular), [lemma, BASE]];
  const stem = lemma.slice(0, -2);
  const soft = lemma.endsWith('ger') ? `${stem}e` : lemma.endsWith('cer') ? `${stem.slice(0, -1)}ç` : stem;
  const short = lemma.endsWith('yer') ? `${stem.slice(0, -1)}i` : stem;
  if (lemma.endsWith('ir'))
    return [
      ...participles(`${stem}i`),
      ...finite([`${stem}it`, `${stem}issent`, `${stem}issait`]),
      [`${stem}issant`, GERUND],
      [lemma, BASE],
    ];
  return [
    ...participles(`${stem}é`),
    ...finite([
      `${short}e`,
      `${short}ent`,
      `${soft}ait`,
      `${soft}aient`,
      `${soft}a`,
      `${stem}èrent`,
      `${soft}ons`,
      `${short}erait`,
      `${short}eraient`,
    ]),
    [`${soft}ant`, GERUND],
    [lemma, BASE],
  ];
}

export function spanishForms(lemma: string, irregular: string): Form[] {
  if (lemma === 'ser') return finite(['fue', 'fueron', 'es', 'son', 'era', 'eran', 'sido']);
  if (lemma === 'estar')
    return finite(['estuvo', 'estuvieron', 'está', 'están', 'estaba', 'estaban']).concat([['estar', BASE]]);
  if (irregular) return [...listed(irregular), [lemma, BASE]];
  const stem = lemma.slice(0, -2);
  const hard = lemma.endsWith('car')
    ? `${stem.slice(0, -1)}qu`
    : lemma.endsWith('gar')
      ? `${stem}u`
      : lemma.endsWith('zar')
        ? `${stem.slice(0, -1)}c`
        : stem;
  if (lemma.endsWith('ar'))
    return [
      [`${stem}ado`, PARTICIPLE],
      [`${stem}ada`, PARTICIPLE],
      [`${stem}ados`, PARTICIPLE],
      [`${stem}adas`, PARTICIPLE],
      ...finite([
        `${stem}ó`,
        `${stem}aron`,
        `${stem}a`,
        `${stem}an`,
        `${stem}aba`,
        `${stem}aban`,
        `${stem}amos`,
        `${hard}é`,
      ]),
      [`${stem}ando`, GERUND],
      [`${accented(stem)}ándose`, GERUND],
      [lemma, BASE],
    ];
  return [
    [`${stem}ido`, PARTICIPLE],
    [`${stem}ida`, PARTICIPLE],
    [`${stem}idos`, PARTICIPLE],
    ...finite([
      `${stem}ió`,
      `${stem}ieron`,
      `${stem}e`,
      `${stem}en`,
      `${stem}ía`,
      `${stem}ían`,
      `${stem}imos`,
      `${stem}emos`,
    ]),
    [`${stem}iendo`, GERUND],
    [lemma, BASE],
  ];
}

const accented = (stem: string) => stem;
const finite = (forms: string[]): Form[] => forms.map((form) => [form, FINITE]);
const participles = (base: string): Form[] =>
  [base, `${base}e`, `${base}s`, `${base}es`].map((form) => [form, PARTICIPLE]);

/** "participles / forms with a subject / gerunds". A masculine participle brings its other endings. */
function listed(irregular: string): Form[] {
  const [past, present, gerund] = irregular.split('/').map((part) => part.trim().split(/\s+/).filter(Boolean));
  const own = (past ?? []).flatMap((form) =>
    /[stuié]$/.test(form)
      ? [form, `${form}e`, `${form}s`, `${form}es`]
      : form.endsWith('o')
        ? [form, `${form.slice(0, -1)}a`, `${form}s`, `${form.slice(0, -1)}as`]
        : [form],
  );
  return [
    ...own.map((form): Form => [form, PARTICIPLE]),
    ...finite(present ?? []),
    ...(gerund ?? []).map((form): Form => [form, GERUND]),
  ];
}
