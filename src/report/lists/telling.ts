import { emphasisOf } from '#analysis/emphasis.ts';
import { programme, type Cite } from '#report/cites.ts';
import { keyOf, spokenBy, type DraftParagraph, type DraftRecord, type DraftSentence, type Speaker } from '#report/draft-record.ts'; // prettier-ignore
import { bare, citing, countedOf, floorOf, issueFact, pointsOf, voices } from '#report/issue-sentences.ts';
import { capital, listed } from '#report/names.ts';
import { quantifierFor, type Step } from '#report/quantifier.ts';
import { openingWords, sentencesOf, type Telling } from '#report/speech.ts';
import { fewest } from './columns.ts';
import { instrumentsReferredTo } from './instruments.ts';

// The lists of a roundtable as sections of its report: where delegations agree and where they differ, with both sides by
// name; what was asked from the floor and whether it was answered; which instruments were referred to, and by whom.

/** More names than these are a count: nobody is chosen to stand for the others. */
const mostNames = 12;

/** An issue that delegations agree or differ on, as the report tells it. */
export interface Sided {
  title: string;
  isAgreed: boolean;
  sentence: DraftSentence;
}

/** Issues that two or more raised and nobody opposed, and every one that somebody opposed. */
export function sidesIn(record: DraftRecord, telling: Telling, scale: readonly Step[]): readonly Sided[] {
  const made = madeOf(record);
  if (made.scale !== scale) made.sides = undefined;
  made.scale = scale;
  const floor = floorOf(record);
  return (made.sides ??= issuesOnce(record).flatMap((issue) => sidesOf(record, issue, floor, telling, scale) ?? []));
}

/** Agreements as far as they are wanted, then every divergence. */
export function agreementsAndDivergences(
  sides: readonly Sided[],
  isWanted: (title: string) => boolean,
): DraftParagraph[] {
  // prettier-ignore
  const agreed = sides.filter(({ isAgreed, title }) => isAgreed && isWanted(title));
  const differing = sides.filter(({ isAgreed }) => !isAgreed);
  return [agreed, differing]
    .filter((some) => some.length > 0)
    .map((some) => ({ section: 'divergences', sentences: some.map(({ sentence }) => sentence) }));
}

const contested = new Set(['main_issue', 'means_of_implementation', 'overall_issue']);

/** An issue that is also an overall one is told once. */
function issuesOnce({ issues }: DraftRecord): DraftRecord['issues'] {
  const about = issues.filter(({ kind, points }) => contested.has(kind) && points.length > 0);
  return [...new Map(about.map((issue) => [[...issue.points].sort().join(), issue])).values()];
}

function sidesOf(
  record: DraftRecord,
  { title, points }: DraftRecord['issues'][number],
  floor: readonly string[],
  telling: Telling,
  scale: readonly Step[],
): Sided | null {
  const known = pointsOf(record, points);
  const { raised, against, silent, floor: spoke } = emphasisOf(countedOf(known).map(voices), floor);
  const quantifier = quantifierFor(raised.length, spoke.length, against.length, { scale });
  if (!quantifier || (raised.length < 2 && against.length === 0)) return null;
  const who = new Map(known.flatMap(({ point, statement }) => [...spokenBy(point, statement), ...point.supportedBy, ...point.opposedBy]).map((one) => [keyOf(one), one])); // prettier-ignore
  const side = (keys: readonly string[]) =>
    namesOrCount(keys.flatMap((key) => who.get(key) ?? { name: key, slug: null, kind: null, capacity: null }), telling); // prettier-ignore
  const isTold = !telling.givesAway(title);
  const about = isTold ? bare(title) : 'An issue whose name would tell who spoke';
  const isAgreed = against.length === 0;
  const sides = { raised: side(raised), ...(isAgreed ? {} : { opposed: side(against) }) };
  const text = `${about}: raised by ${sides.raised}; ${isAgreed ? 'none opposed it' : `opposed by ${sides.opposed}`}.`;
  const fact = { quantifier: quantifier.word, count: raised.length, of: spoke.length, opposed: against.length, delegations: raised, against, silent, rule: quantifier.rule }; // prettier-ignore
  const facts: Cite[] = isTold ? [issueFact(title, telling.naming.isOpen ? {} : sides)] : [];
  return {
    title,
    isAgreed,
    sentence: { text: capital(text), cites: [{ kind: 'count', fact }, ...facts, ...(citing(known) ?? [])] },
  };
}

function namesOrCount(speakers: readonly Speaker[], { naming }: Telling): string {
  if (naming.isOpen) return speakers.length <= mostNames ? naming.others(speakers) : `${speakers.length} delegations`;
  const counted = naming.counted(speakers);
  return /^\d+$/.test(counted) ? `${counted} of those who spoke` : counted;
}

/** What is the same at every length of a draft, made once. */
interface Made {
  scale?: readonly Step[];
  sides?: Sided[] | undefined;
  questions?: DraftParagraph[];
  instruments?: DraftParagraph[];
}

const lists = new WeakMap<DraftRecord, Made>();

function madeOf(record: DraftRecord): Made {
  const made = lists.get(record) ?? {};
  lists.set(record, made);
  return made;
}

/** Each question put from the floor with who answered it, or that nobody did; only counted where nobody may be named. */
export function floorQuestions(record: DraftRecord, telling: Telling): DraftParagraph[] {
  return (madeOf(record).questions ??= questionsFromFloor(record, telling));
}

function questionsFromFloor(record: DraftRecord, telling: Telling): DraftParagraph[] {
  const decided = new Set(record.decided.map(({ statement }) => statement));
  const asked = record.statements
    .filter(({ id }) => !decided.has(id))
    .flatMap(
      (statement) =>
      statement.points.filter(({ act, toldWith }) => act === 'questioned' && !toldWith).map((point) => ({ point, statement })), // prettier-ignore
    );
  if (asked.length === 0) return [];
  const byId = new Map(record.statements.map((statement) => [statement.id, statement]));
  type Point = (typeof asked)[number]['point'];
  const saidTo = ({ id, also = [] }: Point, which: 'answers' | 'replies') => [
    ...new Set([id, ...also.map((one) => one.id)].flatMap((one) => record[which]?.get(one) ?? [])),
  ];
  if (!telling.naming.isOpen) {
    const answered = asked.filter(({ point }) => saidTo(point, 'answers').length > 0).length;
    const fact = programme({ about: 'floor_questions', asked: asked.length, answered });
    const text = `Put from the floor: ${asked.length === 1 ? 'one question' : `${asked.length} questions`}; answered: ${answered}.`;
    const cites = asked.map(({ point }): Cite => ({ kind: 'point', point: point.id }));
    return [{ section: 'floor_questions', sentences: [{ text, cites: [fact, ...cites] }] }];
  }
  return asked.map(({ point, statement }): DraftParagraph => {
    const told = sentencesOf({ ...statement, points: [point] }, telling);
    const made = (which: 'answers' | 'replies') => saidTo(point, which).flatMap((id) => byId.get(id) ?? []);
    const isAnswered = made('answers').length > 0;
    // Whether a reply answers is for a person to say; that there is one is told all the same.
    const answers = isAnswered ? made('answers') : made('replies');
    const itself: Cite = { kind: 'point', point: point.id };
    const answer: DraftSentence =
      answers.length === 0
        ? { text: 'It remained unanswered.', cites: [itself] }
        : {
            text: `${capital(listed(answers.map((one) => `${telling.naming.subject(spokenBy(null, one))} (statement ${one.number})`)))} ${isAnswered ? 'answered' : 'replied'}.`, // prettier-ignore
            cites: [itself, ...answers.map(({ id, body }): Cite => ({ kind: 'passage', statement: id, quotation: openingWords(body) }))], // prettier-ignore
          };
    return { section: 'floor_questions', sentences: [...told, answer] };
  });
}

/**
 * Frameworks, conventions and laws by name, each with who referred to it, resting on the words in which they did. Where
 * nobody may be named, one that fewer than three spoke of would tell who they are, and is left out.
 */
export function instruments(record: DraftRecord, telling: Telling): DraftParagraph[] {
  return (madeOf(record).instruments ??= instrumentsNamed(record, telling));
}

function instrumentsNamed(record: DraftRecord, telling: Telling): DraftParagraph[] {
  const sentences = instrumentsReferredTo(record)
    .filter(({ by }) => (telling.naming.isOpen ? by.length > 0 : by.length >= fewest))
    .map(({ name, by, passages }): DraftSentence => ({
      text: `${name}: referred to by ${namesOrCount(by, telling)}.`,
      cites: [programme({ about: 'instrument', name, count: by.length }), ...passages.map((one): Cite => ({ kind: 'passage', ...one }))], // prettier-ignore
    }));
  return sentences.length > 0 ? [{ section: 'instruments', sentences }] : [];
}
