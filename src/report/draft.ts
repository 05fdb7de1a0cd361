import { programme, type Cite } from './cites.ts';
import {
  keyOf,
  type DraftParagraph,
  type DraftRecord,
  type DraftSentence,
  type DraftStatement,
} from './draft-record.ts';
import { floorOf, issues, named } from './issue-sentences.ts';
import { capital, inSentence, listed, namingFor, quotingNobody } from './names.ts';
import { meaning, usualScale, type Step } from './quantifier.ts';
import { agreementsAndDivergences, floorQuestions, instruments, sidesIn } from './lists/telling.ts';
import { recommendations } from './recommendations/telling.ts';
import { smallWordsIn } from './realise.ts';
import { openingWords, sentencesOf, withSingleMarks, type Telling } from './speech.ts';

/**
 * A draft of a roundtable's record, in the usual order of a rapporteur's report. Templates only join people's own words:
 * every sentence carries what it rests on, every statement is in the body or the annex, every objection is kept.
 */
export function draftOf(
  record: DraftRecord,
  scale: readonly Step[] = usualScale,
  selection: Selection | null = null,
): DraftParagraph[] {
  const decided = new Map(record.decided.map((decision) => [decision.statement, decision]));
  const undecided = record.statements.filter((statement) => !decided.has(statement.id));
  const body = selection ? undecided.flatMap((statement) => selected(statement, selection)) : undecided;
  const inBody = new Set(body.map(({ id }) => id));
  const fallen = new Set(undecided.filter(({ id }) => !inBody.has(id)).map(({ id }) => id));
  const telling = tellingOf(record);
  const hasRoom = (section: DraftParagraph['section']) => !selection || selection.sections.has(section);
  const counted = selection ? { ...record, issues: record.issues.filter(({ title }) => selection.issues.has(title)) } : record; // prettier-ignore
  const told = (section: DraftParagraph['section'], heading: string, belongs: (one: DraftStatement) => boolean) =>
    headed(section, heading, paragraphsOn(body.filter(belongs), section, telling));
  return [
    ...headed('opening', 'The meeting', meeting(record)),
    ...told('co_chairs', 'What the co-chairs put forward', isCoChair),
    ...headed('models', 'Models and concepts', hasRoom('models') ? named(record, 'model', 'models') : []),
    ...headed('tools', 'Tools', hasRoom('tools') ? named(record, 'tool', 'tools') : []),
    ...headed('questions', 'Guiding questions', hasRoom('questions') ? questions(record) : []),
    ...told('panel', 'Panel', isPanel),
    ...told('discussion', 'Discussion', (one) => !isCoChair(one) && !isPanel(one) && !isWritten(one)),
    ...headed('main_issues', 'Main issues', issues(counted, 'main_issue', 'main_issues', telling, scale)),
    ...headed(
      'means',
      'Main means of implementation',
      issues(counted, 'means_of_implementation', 'means', telling, scale),
    ),
    ...told('written', 'Written statements and comments', (one) => isWritten(one) && !isCoChair(one)),
    ...headed('overall', 'What was repeatedly emphasised', issues(counted, 'overall_issue', 'overall', telling, scale)),
    ...headed(
      'divergences',
      'Agreements and divergences',
      agreementsAndDivergences(sidesIn(record, telling, scale), (title) => !selection || selection.agreed.has(title)),
    ),
    ...(selection?.bodyOnly ? [] : lookedUp(record, telling)),
    ...headed('speakers', 'List of speakers', speakers(record, telling)),
    ...headed('recommendations', 'Recommendations', recommendations(record, telling)),
    ...(selection?.bodyOnly ? [] : headed('annex', 'Annex: statements noted', annex(record, telling, fallen))),
    ...scaleAnnex(scale, record),
  ];
}

/** Lists that one looks things up in: they are complete at every length, and nobody reads them out. */
function lookedUp(record: DraftRecord, telling: Telling): DraftParagraph[] {
  return [
    ...headed('floor_questions', 'Questions put from the floor', floorQuestions(record, telling)),
    ...headed('instruments', 'Instruments referred to', instruments(record, telling)),
  ];
}

const tellings = new WeakMap<DraftRecord, Telling>();

/** The same for every length of a draft, and made once: it takes in every word that was said. */
export function tellingOf(record: DraftRecord): Telling {
  const known = tellings.get(record);
  if (known) return known;
  const telling: Telling = {
    naming: namingFor(
      record.roundtable.attribution,
      record.statements.flatMap((one) => one.speakers),
    ),
    small: smallWordsIn(record.statements.map((statement) => statement.body)),
    givesAway: record.givesAway ?? (() => false),
  };
  tellings.set(record, telling);
  return telling;
}

/** What a draft of limited length tells, by the ids of points; statements without points by their own. */
export interface Selection {
  points: ReadonlySet<string>;
  statements: ReadonlySet<string>;
  /** Titles of the issues whose counts are given. */
  issues: ReadonlySet<string>;
  /** Titles of the issues of which it is told that all who raised them agree; divergences are told at every length. */
  agreed: ReadonlySet<string>;
  /** Sections that are kept or left out as a whole: questions, tools, models. */
  sections: ReadonlySet<DraftParagraph['section']>;
  /** Only what is read aloud, to measure it. */
  bodyOnly?: boolean;
}

function selected(statement: DraftStatement, { points, statements }: Selection): DraftStatement[] {
  if (statements.has(statement.id)) return [statement];
  const kept = statement.points.filter(({ id }) => points.has(id));
  return kept.length > 0 ? [{ ...statement, points: kept }] : [];
}

function isCoChair({ speakers }: DraftStatement): boolean {
  return speakers[0]?.capacity === 'co_chair' || speakers[0]?.capacity === 'chair';
}

function isPanel({ speakers }: DraftStatement): boolean {
  return speakers[0]?.capacity === 'panel';
}

function isWritten({ mode, kind }: DraftStatement): boolean {
  return mode === 'written' || kind === 'written_statement' || kind === 'comment';
}

/** A section's heading stands on its first paragraph; a section with nothing in it has none. */
function headed(section: DraftParagraph['section'], heading: string, paragraphs: DraftParagraph[]): DraftParagraph[] {
  return paragraphs.map((paragraph, i) => ({ ...paragraph, section, ...(i === 0 ? { heading } : {}) }));
}

/** In speaking order; who speaks twice in a row has one paragraph. */
function paragraphsOn(
  statements: DraftStatement[],
  section: DraftParagraph['section'],
  telling: Telling,
): DraftParagraph[] {
  const paragraphs: (DraftParagraph & { by: string })[] = [];
  for (const statement of statements) {
    const by = statement.speakers.map(keyOf).join('\n');
    const sentences = sentencesOf(statement, telling);
    if (sentences.length === 0) continue;
    const last = paragraphs.at(-1);
    if (last && by !== '' && last.by === by) last.sentences.push(...sentences);
    else paragraphs.push({ section, sentences, by });
  }
  return paragraphs.map(({ by: _, ...paragraph }) => paragraph);
}

function meeting({ roundtable, coChairs }: DraftRecord): DraftParagraph[] {
  const { number, startsAt, endsAt, timeZone } = roundtable;
  const title = quotingNobody(roundtable.title);
  const room = roundtable.room && quotingNobody(roundtable.room);
  const sentences: DraftSentence[] = [];
  if (coChairs.length > 0)
    sentences.push({
      text: `Roundtable ${number}, ${title}, was co-chaired by ${listed(coChairs.map(({ name }) => inSentence(name)))}.`,
      cites: [programme({ about: 'co_chairs', roundtable: number, delegations: coChairs.map(keyOf) })],
    });
  if (startsAt) {
    const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone }).format(startsAt);
    const hour = (at: Date) => new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone }).format(at);
    const hours = endsAt ? `, from ${hour(startsAt)} to ${hour(endsAt)}` : `, at ${hour(startsAt)}`;
    const fact = {
      about: 'dates',
      roundtable: number,
      startsAt: startsAt.toISOString(),
      endsAt: endsAt?.toISOString() ?? null,
    };
    sentences.push({
      text: `${coChairs.length > 0 ? 'It' : `Roundtable ${number}, ${title},`} met on ${day}${hours} (${timeZone})${room ? `, in ${room}` : ''}.`,
      cites: [programme({ ...fact, room })],
    });
  }
  if (sentences.length === 0)
    sentences.push({ text: `This is the record of roundtable ${number}, ${title}.`, cites: [programme({ about: 'title', roundtable: number, title })] }); // prettier-ignore
  return [{ section: 'opening', sentences }];
}

function questions({ questions }: DraftRecord): DraftParagraph[] {
  // Where no answer is linked to any question, nobody has said which question was answered: silence means nothing yet.
  const isLinked = questions.some(({ answers }) => answers > 0);
  const sentences = questions.flatMap(({ id, number, text, answers }): DraftSentence[] => {
    const cites: [Cite] = [{ kind: 'question', question: id }];
    const quoted = withSingleMarks(text.trim().replace(/\s+/g, ' '));
    const asked = { text: `Question ${number}: “${quoted}”${/[.?!]$/.test(quoted) ? '' : '.'}`, cites };
    return answers > 0 || !isLinked ? [asked] : [asked, { text: `No statement answers question ${number}.`, cites }];
  });
  return sentences.length > 0 ? [{ section: 'questions', sentences }] : [];
}

/** Everyone who spoke, by name where the policy has names. */
function speakers(record: DraftRecord, { naming }: Telling): DraftParagraph[] {
  const floor = new Set(floorOf(record));
  if (floor.size === 0) return [];
  const everyone = record.statements.flatMap(({ speakers, onBehalfOf }) => [...speakers, ...onBehalfOf]);
  const names = new Map(
    everyone.filter((one) => floor.has(keyOf(one))).map((one) => [keyOf(one), quotingNobody(one.name)]),
  );
  const sorted = [...names.values()].sort((a, b) => a.localeCompare(b, 'en'));
  const text = naming.isOpen ? `The following spoke: ${listed(sorted)}.` : `${naming.counted(everyone.filter((one) => floor.has(keyOf(one))))} spoke.`; // prettier-ignore
  const fact = { about: 'speakers', roundtable: record.roundtable.number, count: floor.size };
  return [{ section: 'speakers', sentences: [{ text, cites: [programme(fact)] }] }];
}

/** The ledger's noted lines, and what a shorter draft has no room for: who, which statement, and how it begins. */
function annex(
  { statements, decided }: DraftRecord,
  { naming, givesAway }: Telling,
  fallen: ReadonlySet<string>,
): DraftParagraph[] {
  const noted = new Set(decided.filter(({ kind }) => kind === 'noted').map(({ statement }) => statement));
  return statements
    .filter(({ id }) => noted.has(id) || fallen.has(id))
    .map(({ id, number, body, speakers }): DraftParagraph => {
      const quotation = openingWords(body);
      const words = withSingleMarks(quotation.replace(/\s+/g, ' '));
      const printed = `“${words}”${/[.?!…]$/.test(words) ? '' : '.'}`;
      const who = capital(naming.subject(speakers));
      const text = givesAway(words) ? `${who} made a statement whose words are kept with the record.` : `${who}, statement ${number}: ${printed}`; // prettier-ignore
      return { section: 'annex', sentences: [{ text, cites: [{ kind: 'passage', statement: id, quotation }] }] };
    });
}

/** The scale of the words for "how many", printed where a report uses them. */
function scaleAnnex(scale: readonly Step[], { roundtable, issues }: DraftRecord): DraftParagraph[] {
  if (!issues.some(({ points }) => points.length > 0)) return [];
  const steps = scale.map((step) => `“${step.word}”: ${meaning(step)}`.replaceAll('“', '‘').replaceAll('”', '’'));
  const text = `In this report a word for how many is one of a scale, by how many of those who took the floor said so: ${steps.join('; ')}.`;
  const cites: [Cite] = [programme({ about: 'scale', roundtable: roundtable.number })];
  return [{ section: 'annex', heading: 'Annex: how many', sentences: [{ text, cites }] }];
}
