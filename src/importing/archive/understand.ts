import type { Registered } from '#people/register/queries.ts';
import { delegationKinds } from '#people/rules.ts';
import type { Archive } from '#report/export/archive/shape.ts';
import type { Understanding, UnderstoodDelegation, UnderstoodStatement } from '#importing/understanding.ts';

interface Source {
  name: string;
  text: string;
  register: readonly Registered[];
}

/** An archive as the preview shows any document: nothing in it is uncertain, for nothing had to be understood. */
export function understoodArchive(archive: Archive, { name, text, register }: Source): Understanding {
  const { report, edition, roundtables, statements, delegations } = archive;
  const names = new Map(delegations.map(({ slug, name }) => [slug, name]));
  const inScope = scopeOf(archive);
  return {
    name,
    text,
    kind: 'report',
    language: report.language,
    edition: { name: edition.name, shortName: edition.shortName.slice(0, 60) },
    cluster: null,
    title: report.title,
    rapporteur: report.rapporteur ? { name: report.rapporteur, function: null } : null,
    roundtables: roundtables
      .filter(({ number }) => inScope.has(number))
      .map(({ number, title, lead, description, coChairs, questions }) => ({
        key: number,
        number,
        title,
        lead,
        description,
        coChairs: coChairs.map((slug) => names.get(slug) ?? slug),
        questions: questions.map((text) => ({ text, start: 0, end: 0 })),
        issues: [],
        statements: statements
          .filter(({ key }) => key.startsWith(`${number}/`))
          .map((statement) => understoodStatement(statement, names)),
      })),
    overallIssues: [],
    paragraphs: report.paragraphs.map(({ section, heading, roundtable, sentences }) => ({
      // The preview knows the sections that a document is cut into.
      section: section === 'speakers' || section === 'annex' ? 'written' : section,
      heading,
      roundtable,
      sentences: sentences.map(({ text }) => ({ text, start: 0, end: 0, passages: [], questions: [], fact: null })),
    })),
    delegations: delegations.map((one) => understoodDelegation(one, register)),
    uncertain: [],
  };
}

/** The roundtables it brings: all but those that only stand above the others. */
export function scopeOf({ roundtables, statements, report }: Archive): Set<string> {
  const spoken = new Set(statements.map(({ key }) => key.split('/')[0]!));
  return new Set(
    roundtables.map(({ number }) => number).filter((number) => spoken.has(number) || number === report.roundtable),
  );
}

function understoodStatement(
  { key, kind, mode, speakers, revisions, points }: Archive['statements'][number],
  names: ReadonlyMap<string, string>,
): UnderstoodStatement {
  const taking = (part: string) =>
    speakers.flatMap((one) => {
      const name = one.delegation ? names.get(one.delegation) : one.person;
      return one.part === part && name ? [name] : [];
    });
  return {
    key,
    kind: kind === 'comment' ? 'written_statement' : kind,
    mode,
    capacity: null,
    speakers: taking('speaker'),
    person: null,
    onBehalfOf: taking('on_behalf_of'),
    supportedBy: taking('supported_by'),
    opposedBy: taking('opposed_by'),
    start: 0,
    end: 0,
    body: revisions.at(-1)?.body ?? '',
    points: points.map(({ actors, act, attribution, ...point }, n) => ({
      ...point,
      key: `${key}.${n + 1}`,
      act: act as UnderstoodStatement['points'][number]['act'],
      attribution: attribution as UnderstoodStatement['points'][number]['attribution'],
      actors: actors.map(({ name }) => name),
      onBehalfOf: [],
      supportedBy: [],
      opposedBy: [],
    })),
  };
}

function understoodDelegation(
  { slug, name, formalName, kind, code, region }: Archive['delegations'][number],
  register: readonly Registered[],
): UnderstoodDelegation {
  const known = register.find((one) => one.slug === slug || one.shortName === name);
  return {
    name,
    as: known ? 'registered' : 'new',
    slug: known?.slug ?? slug,
    shortName: known?.shortName ?? name,
    formalName,
    kind: delegationKinds.find((one) => one === kind) ?? 'individual',
    code,
    region,
    person: null,
    function: null,
  };
}
