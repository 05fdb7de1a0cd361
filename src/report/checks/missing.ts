import { constituencyOf, type Constituency } from '#analysis/rules.ts';
import { keyOf, type Speaker } from '#report/draft-record.ts';
import { wholeReport, type Check, type Checked, type CheckedReport, type Finding, type Sources } from './finding.ts';
import { registeredName } from './ground.ts';
import { namesMet } from './names-met.ts';
import { listings } from '#report/ledger/rules.ts';

/** Every delegation that spoke must be in the body or the annex, and no part of the forum far less than the others. */
export const missing: Check = {
  codes: ['delegation_missing', 'imbalance'],
  run(checked) {
    const { sources, report } = checked;
    if (sources.statements.length === 0) return [];
    const spoke = whoSpoke(sources);
    const present = whoIsIn(checked);
    const absent = [...spoke.values()].filter(({ speaker }) => !present.has(keyOf(speaker)));
    return [
      ...absent.map(({ speaker, numbers }): Finding => ({
        check: 'delegation_missing',
        place: wholeReport,
        values: { name: speaker.name, slug: speaker.slug ?? '', statements: numbers.join(', '), count: numbers.length },
      })),
      ...imbalances(report, sources),
    ];
  },
};

/** Whoever said something that may be cited, with the numbers of their statements. */
function whoSpoke({ statements }: Sources): Map<string, { speaker: Speaker; numbers: string[] }> {
  const spoke = new Map<string, { speaker: Speaker; numbers: string[] }>();
  for (const { speakers, onBehalfOf, roundtable, number } of statements)
    for (const speaker of onBehalfOf.length > 0 ? onBehalfOf : speakers) {
      const known = spoke.get(keyOf(speaker)) ?? { speaker, numbers: [] };
      known.numbers.push(`${roundtable}/${number}`);
      spoke.set(keyOf(speaker), known);
    }
  return spoke;
}

/** Cited anywhere, or named anywhere. */
function whoIsIn(checked: Checked): Set<string> {
  const { report, sources, register } = checked;
  const byId = new Map(sources.statements.map((statement) => [statement.id, statement]));
  const present = new Set<string>();
  const named = new Set<string>();
  for (const { sentences } of report.paragraphs)
    for (const { text, rests } of sentences) {
      for (const { actor } of namesMet(text, register)) named.add(actor.name);
      for (const rest of rests ?? []) {
        if (rest.kind === 'count')
          for (const slug of [...rest.fact.delegations, ...rest.fact.against]) present.add(slug);
        if (rest.kind !== 'words') continue;
        const statement = byId.get(rest.statement);
        for (const one of [...(statement?.speakers ?? []), ...(statement?.onBehalfOf ?? [])]) present.add(keyOf(one));
      }
    }
  for (const { speakers, onBehalfOf } of sources.statements)
    for (const one of [...speakers, ...onBehalfOf])
      if (named.has(registeredName(checked, one.name))) present.add(keyOf(one));
  return present;
}

/** Fewer speakers than this say nothing about a constituency. */
const fewest = 3;

/** A constituency of whose statements the body cites less than half of what it cites of the others. */
function imbalances(report: CheckedReport, sources: Sources): Finding[] {
  const cited = new Set<string>();
  for (const { section, sentences } of report.paragraphs)
    if (!listings.includes(section))
      for (const { rests } of sentences)
        for (const rest of rests ?? []) if (rest.kind === 'words') cited.add(rest.statement);
  if (cited.size === 0) return [];
  const parts = Map.groupBy(
    sources.statements.filter(({ speakers }) => partOf(speakers) !== null),
    ({ speakers }) => partOf(speakers)!,
  );
  const share = (some: readonly { id: string }[]) => some.filter(({ id }) => cited.has(id)).length / some.length;
  return [...parts].flatMap(([constituency, theirs]): Finding[] => {
    const others = [...parts].filter(([one]) => one !== constituency).flatMap(([, some]) => some);
    const speakers = new Set(theirs.flatMap((one) => one.speakers.map(keyOf)));
    if (speakers.size < fewest || others.length === 0 || share(theirs) >= share(others) / 2) return [];
    const percent = (of: readonly { id: string }[]) => Math.round(share(of) * 100);
    const values = { constituency, cited: percent(theirs), others: percent(others), speakers: speakers.size };
    return [{ check: 'imbalance', place: wholeReport, values }];
  });
}

function partOf(speakers: readonly Speaker[]): Constituency | null {
  return constituencyOf(speakers[0]?.kind ?? '');
}
