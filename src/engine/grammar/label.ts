import type { Act } from './act.ts';
import { actsFrom, actsWithoutVerb } from './clause.ts';
import { openingActs, resolve } from './opening.ts';
import { printed } from './person.ts';
import { low, phraseEnd } from './reader.ts';
import type { Reader } from './reader.ts';
import { subjectAt } from './subject.ts';
import { verbOf } from './verbOf.ts';
import type { Subject } from './subject.ts';
import { isAdverb, isComma, verbAt, withoutCopula } from './verb.ts';

/** "Guatemala: on return to …", "Sri Lanka, mentioning …": a speaker set before what was said, like a label. */
export function labelActs(reader: Reader): { acts: Act[]; subject: Subject } | undefined {
  const found = subjectAt(reader, 0) ?? boldLabel(reader);
  if (!found || (!found.names.length && !found.sorts.has('pronoun')) || found.sorts.has('crowd')) return undefined;
  const subject = resolve(reader, found);
  if (!subject) return undefined;
  const mark = low(reader, subject.end);
  if (mark === ':' && subject.sorts.has('unknown') && isHeading(reader, subject.end + 1)) return undefined;
  if (mark === ':') return { subject, acts: afterLabel(reader, subject, subject.end + 1) };
  if (mark !== ',') return undefined;
  let at = subject.end + 1;
  while (isAdverb(reader, at) || isComma(reader, at)) at++;
  const gerund = verbAt(reader, at, 'gerund');
  if (!gerund || verbOf(reader, subject)) return undefined;
  return { subject, acts: actsFrom(reader, subject, gerund, 'label', '') };
}

/** "GENDER: Opposing a vote, Mexico proposed …": a clause with a speaker of its own makes a heading of the label. */
function isHeading(reader: Reader, at: number): boolean {
  const own = openingActs({ ...reader, row: reader.row.slice(at) })[0];
  return !!own?.verb && (own.subject.sorts.has('held') || own.subject.sorts.has('role'));
}

const headings =
  /^(?:note|notes|summary|introduction|background|conclusions?|recommendations?|questions?|answers?|objectives?|date|time|place|venue|agenda|contact|theme|title|résumé|contexte|objectif|fecha|tema|resumen|session|day|moderators?|rapporteurs?|co-chairs?|panel|panellists|panelists|speakers|issues?|outcome|purpose|context|key|main)$/;

/** "**Trade unions:** on …": a bold label the register does not hold, unless it is the name of a section. */
function boldLabel(reader: Reader): Subject | undefined {
  const { row, text } = reader;
  if (!row[0]?.upper || text[row[0].start - 1] !== '*' || headings.test(row[0].low)) return undefined;
  for (let i = 1; i < 8 && row[i]; i++) {
    if (low(reader, i) === ':') {
      const close =
        text.slice(row[i]!.end, row[i]!.end + 2) === '**' || text.slice(row[i - 1]!.end, row[i - 1]!.end + 2) === '**';
      return close
        ? { ...emptySubject, names: [printed(reader, 0, i)], sorts: new Set(['unknown']), end: i }
        : undefined;
    }
    if (row[i]!.sort === 'mark' && !['&', '/', "'"].includes(low(reader, i))) return undefined;
  }
  return undefined;
}

/** What was said after a label, from `at`: a predicate of its speaker, a clause of its own, or the bare matter. */
export function afterLabel(reader: Reader, subject: Subject, at: number): Act[] {
  if (at >= reader.row.length) return [];
  const verb = verbAt(reader, at, 'plural') ?? verbAt(reader, at, 'gerund');
  if (verb && !verb.passive) return actsFrom(reader, subject, verb, 'label', '');
  const bare = withoutCopula(reader, at);
  if (bare) return actsFrom(reader, subject, bare, 'label', '');
  const own = openingActs({ ...reader, row: reader.row.slice(at) });
  if (own.length && own.every((act) => act.verb)) return own.map((act) => shifted(act, at, subject));
  return actsWithoutVerb(reader, subject, pastAbout(reader, at), 'label');
}

/** Acts read in a row cut at the label, put back where they stand. */
function shifted(act: Act, by: number, label: Subject): Act {
  const verb = act.verb && { ...act.verb, head: act.verb.head + by, end: act.verb.end + by };
  const named =
    act.subject.sorts.has('pronoun') || act.subject.sorts.has('anaphor') || act.subject.sorts.has('first')
      ? { ...act.subject, names: label.names }
      : act.subject;
  return { ...act, verb, subject: named, from: act.from + by, to: act.to + by };
}

function pastAbout(reader: Reader, at: number): number {
  let i = at;
  while (isAdverb(reader, i) || isComma(reader, i) || low(reader, i) === '–') i++;
  return reader.tongue.about.has(low(reader, i)) || reader.tongue.introducers.has(low(reader, i)) ? i + 1 : i;
}

/** "Cyprus – on the need to …", "Zambia on local integration.", "Also about India's action …": the verb is left out. */
export function ellipticalActs(reader: Reader): Act[] {
  const { row, tongue, scene } = reader;
  const skipped = isAdverb(reader, 0) ? 1 : 0;
  if (skipped && tongue.about.has(low(reader, 1)) && scene.last?.names.length)
    return actsWithoutVerb(
      reader,
      { ...emptySubject, names: scene.last.names, behalf: scene.last.behalf },
      2,
      'elliptical',
    );
  const found = subjectAt(reader, 0);
  if (!found?.names.length || found.sorts.has('pronoun')) return [];
  const bare = found.sorts.has('held') ? withoutCopula(reader, found.end) : undefined;
  if (bare) return actsFrom(reader, found, bare, 'elliptical', '');
  let at = found.end;
  const dash = low(reader, at) === '–';
  const comma = isComma(reader, at);
  if (dash || comma) at++;
  while (isAdverb(reader, at)) at++;
  if (low(reader, at) === ',') at++;
  const about =
    tongue.about.has(low(reader, at)) ||
    (found.sorts.has('held') && phraseEnd(reader, at, tongue.topic) > 0 && low(reader, at) !== 'as');
  if (!about && !(dash && found.sorts.has('held'))) return [];
  if (about && !found.sorts.has('held') && !found.sorts.has('role') && !dash) return [];
  for (let i = at; i < Math.min(row.length, at + 60); i++)
    if (tongue.copulas.has(low(reader, i)) && !dash && !scene.last) return [];
  const from = about ? Math.max(phraseEnd(reader, at, tongue.topic), at + 1) : at;
  return from < row.length ? actsWithoutVerb(reader, found, from, 'elliptical') : [];
}

const emptySubject: Subject = {
  names: [],
  behalf: [],
  support: [],
  oppose: [],
  sorts: new Set(['held']),
  plural: false,
  passedOver: 0,
  end: 0,
};
