import type { Context } from '#record/act.ts';
import { Refusal, refuseIf } from '#record/refusals.ts';
import { offices, roleRefusal } from '#people/rules.ts';
import { registeredNames } from '#people/register/queries.ts';
import type { Archive } from '#report/export/archive/shape.ts';
import { enterDelegations, editionFor } from '#importing/entering/programme.ts';
import { numbersTaken } from '#importing/queries.ts';
import { enterArchivedReport } from './enter-report.ts';
import { enterOrder } from './enter-order.ts';
import { enterSaid } from './enter-said.ts';
import { scopeOf, understoodArchive } from './understand.ts';

/** Ids by the names an archive gives: slugs, “2.1”, “2.1/3” for a question. */
export interface EnteredProgramme {
  edition: string;
  delegations: ReadonlyMap<string, string>;
  roundtables: ReadonlyMap<string, string>;
  questions: ReadonlyMap<string, string>;
}

/**
 * Enters an archive as it was taken: numbers, times, states and every citation in its place. Receipts are new, for nobody
 * has shown those of another forum; what a file may not hold – words withdrawn, what was off the record – it does not bring.
 */
export async function enterArchive(
  given: Context,
  archive: Archive,
  source: { name: string; text: string; edition?: string | undefined },
) {
  const plan = understoodArchive(archive, { ...source, register: await registeredNames(given.tx) });
  const { context, edition } = await editionFor(given, plan, source.edition, archive.edition);
  refuseIf(roleRefusal(context.actor, offices, { editionId: edition.id }));
  const named = await enterDelegations(context, plan, edition.id);
  const delegations = new Map(archive.delegations.map(({ slug, name }) => [slug, named.get(name)!]));
  await publishReasons(context, archive, edition.id);
  const entered = await enterRoundtables(context, archive, edition.id, delegations);
  const programme = { edition: edition.id, delegations, ...entered };
  const said = await enterSaid(context, archive, programme);
  await enterOrder(context, archive, programme, said);
  const report = await enterArchivedReport(context, archive, programme, said);
  const inScope = scopeOf(archive);
  return {
    edition,
    home: entered.roundtables.get(archive.report.roundtable)!,
    number: archive.report.roundtable,
    roundtables: archive.roundtables
      .filter(({ number }) => inScope.has(number))
      .map(({ number, title }) => ({
        id: entered.roundtables.get(number)!,
        key: number,
        number,
        title,
        questions: [],
      })),
    report,
    plan,
  };
}

async function publishReasons({ tx, rows, record }: Context, { edition: { reasons } }: Archive, edition: string) {
  const standing = await tx.selectFrom('ruling_reason').select('code').where('edition_id', '=', edition).execute();
  const fresh = reasons.filter(({ code }) => !standing.some((one) => one.code === code));
  if (fresh.length === 0) return;
  await rows.insert(
    'ruling_reason',
    fresh.map((reason) => ({ edition_id: edition, ...reason })),
  );
  record('reasons.published', edition);
}

/** A cluster that stands already is joined; a roundtable it brings must find its number free. */
async function enterRoundtables(
  { tx, rows, record, newId }: Context,
  archive: Archive,
  edition: string,
  delegations: ReadonlyMap<string, string>,
) {
  const inScope = scopeOf(archive);
  const all = archive.roundtables.toSorted((a, b) => a.number.split('.').length - b.number.split('.').length);
  const standing = await numbersTaken(tx, edition, all.map(({ number }) => number)); // prettier-ignore
  const roundtables = new Map<string, string>();
  const questions = new Map<string, string>();
  for (const one of all) {
    const taken = standing.find(({ number }) => number === one.number);
    if (taken && inScope.has(one.number))
      throw new Refusal({ code: 'roundtable.number_taken', values: { number: taken.number, title: taken.title } });
    if (taken) {
      roundtables.set(one.number, taken.id);
      continue;
    }
    const id = newId();
    roundtables.set(one.number, id);
    const { number, title, lead, description, room, startsAt, endsAt, attribution, state, parent, coChairs } = one;
    await rows.insert('roundtable', {
      id,
      edition_id: edition,
      parent_id: parent ? roundtables.get(parent)! : null,
      number,
      title,
      lead,
      description,
      room,
      starts_at: startsAt,
      ends_at: endsAt,
      attribution,
      state,
    });
    const asked = one.questions.map((text, n) => ({ id: newId(), roundtable_id: id, number: n + 1, text }));
    if (asked.length > 0) await rows.insert('question', asked);
    for (const question of asked) questions.set(`${number}/${question.number}`, question.id);
    const chairs = coChairs.flatMap((slug) => delegations.get(slug) ?? []);
    if (chairs.length > 0)
      await rows.insert(
        'role',
        chairs.map((delegation, position) => ({
          id: newId(),
          edition_id: edition,
          roundtable_id: id,
          kind: 'co_chair',
          delegation_id: delegation,
          position,
        })),
      );
    record('roundtable.created', id, { roundtableId: id });
  }
  return { roundtables, questions };
}
