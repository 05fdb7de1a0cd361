import type { WholeReport } from './whole.ts';

interface Sample {
  title: string;
  heading: string;
  question: string;
  sentence: string;
  quotation: string;
  speaker: string;
}

/** A little report in each of the six languages: all words are ours. */
export const samples: Record<string, Sample> = {
  en: {
    title: 'Cities as first hosts',
    heading: 'Discussion',
    question: 'Which services open first?',
    sentence: 'Kenya stressed that a city clerk is met before a border officer.',
    quotation: 'A newcomer meets a city clerk before a border officer.',
    speaker: 'Kenya',
  },
  fr: {
    title: 'Les villes, premiers hôtes',
    heading: 'Débat',
    question: 'Quels services ouvrent les premiers ?',
    sentence: 'La Côte d’Ivoire a souligné que l’école précède souvent le guichet, et qu’un cœur n’attend pas.',
    quotation: 'L’école précède souvent le guichet : ça, chacun le sait.',
    speaker: 'Côte d’Ivoire',
  },
  es: {
    title: 'Las ciudades, primeras anfitrionas',
    heading: 'Debate',
    question: '¿Qué servicios abren primero?',
    sentence: 'España señaló que el año escolar empieza antes que el trámite.',
    quotation: '¡El año escolar no espera al trámite!',
    speaker: 'España',
  },
  ar: {
    title: 'المدن بوصفها أول مضيف',
    heading: 'المناقشة',
    question: 'ما الخدمات التي تُفتح أولاً؟',
    sentence: 'شدد المغرب على أن المدرسة تسبق المكتب، وأن خطة 2030 (SDG 11) لا تنتظر.',
    quotation: 'المدرسة تسبق المكتب في كل مدينة.',
    speaker: 'المغرب',
  },
  ru: {
    title: 'Города как первые принимающие',
    heading: 'Обсуждение',
    question: 'Какие службы открываются первыми?',
    sentence: 'Казахстан подчеркнул, что школа открывает двери раньше, чем ведомство.',
    quotation: 'Школа открывает двери раньше, чем ведомство; это знает каждый.',
    speaker: 'Казахстан',
  },
  zh: {
    title: '城市：最先的接待者',
    heading: '讨论情况',
    question: '哪些服务应当最先开放？',
    sentence: '中国强调，学校往往比办事窗口更早向新来者敞开大门。',
    quotation: '学校比办事窗口更早敞开大门。',
    speaker: '中国',
  },
};

/** The sample in a language; its sentence quotes what was said in the five others too. */
export function sampleReport(language = 'en'): WholeReport {
  const { title, heading, question, sentence } = samples[language]!;
  const said = Object.entries(samples).map(([tongue, { quotation, speaker }], n) => ({
    key: `2.1/${n + 1}`,
    roundtable: '2.1',
    number: n + 1,
    kind: 'intervention',
    who: speaker,
    speakers: [{ slug: tongue, name: speaker }],
    what: 'intervention, 10:04',
    saidAt: new Date('2026-06-09T07:04:00Z'),
    language: tongue,
    body: `${quotation}\n\n${quotation.replace(/[.!。]$/, ' <&> =1+1.')}`,
    address: `https://forum.example/lake/rt/2.1/statements/${n + 1}`,
    sentences: ['1a'],
  }));
  const sources = said.map(({ key, who, language: tongue, address }, n) => {
    const { quotation } = samples[tongue]!;
    return {
      who,
      what: `intervention ${n + 1}, 10:04`,
      statement: key,
      quotes: [{ text: quotation, language: tongue, start: 0, end: quotation.length }],
      note: null,
      address,
    };
  });
  return {
    language,
    labels: 'en',
    kind: 'Record of a roundtable',
    title,
    symbol: 'LF/7/RT.2.1/R',
    state: 'final',
    forum: 'Lake Forum',
    number: '2.1',
    rapporteur: 'Leila Haddad',
    createdAt: new Date('2026-06-10T09:00:00Z'),
    address: 'https://forum.example/lake/rt/2.1/report',
    sequence: 453,
    facts: [
      { name: 'Forum', text: 'Lake Forum', language: 'en' },
      { name: 'Roundtable', text: `2.1 ${title}`, language },
    ],
    notes: [],
    cover: [title],
    sections: [
      {
        heading,
        question,
        paragraphs: [
          {
            number: 1,
            sentences: [
              { place: '1a', letter: 'a', text: sentence, sources },
              { place: '1b', letter: 'b', text: `${sentence} <b>&amp; #x $y *z* _q_ @w =1`, sources: [] },
            ],
          },
          { number: 4, sentences: [{ place: '4a', letter: 'a', text: sentence, sources: sources.slice(0, 2) }] },
        ],
      },
    ],
    annexes: {
      closing: [
        { title: 'Sign-off', lines: ['Leila Haddad, Rapporteur, 1 June 2026, 12:00 UTC'] },
        { title: 'Corrigendum 1', lines: ['Issued 2 June 2026, 12:00 UTC', 'Paragraph 1a: for “ماء” read “water”.'] },
      ],
      recommendations: [
        {
          key: '2.1/1',
          title: 'Recommendation 1',
          text: 'Consider <b>&amp; ratifying the Convention',
          voices: said.slice(0, 2).map(({ key, who, address }, n) => ({ part: n === 0 ? 'Proposed by' : 'Supported by', who, statement: key, what: 'statement 7', address })), // prettier-ignore
          lines: ['Addressed to all mayors.', 'Noted.', 'Recorded Sat 23 May, 10:04 by Grace Nakato.'],
        },
      ],
      speakers: said.map(({ who }) => ({ name: who, kind: 'State', persons: ['Amina Yusuf, adviser'], statements: 1 })),
      scale: [{ word: 'several', meaning: 'at least 5 and up to 25 %' }],
      ledger: {
        title: 'All 6 statements are accounted for',
        notes: [],
        counts: [{ state: 'reflected', name: 'Reflected', count: 6 }],
        lines: said.map(({ key, who, what }) => ({
          statement: key,
          who: key === '2.1/1' ? '=HYPERLINK("http://x")' : who,
          what,
          state: 'reflected' as const,
          name: 'Reflected',
          sentences: ['1a'],
          why: '',
        })),
      },
      head: {
        title: 'The record it was taken from',
        about: 'The signed head of the forum’s record when this file was made.',
        note: 'forum.example/record\n128\nq0v9QzJ1Rr7y5b2cX4mZ8wTnE6sLhPdUgKaYfIoVxC=\n\n— forum.example/record Az3grlgtzPICa5OS8npVmf1M\n',
      },
    },
    said,
  };
}
