import { admitPerson, assignRole } from '#people/acts.ts';
import { createRoundtable, openEdition } from '#programme/acts.ts';
import type { Context } from '#record/act.ts';
import { editionMeant, numbersTaken } from '#importing/queries.ts';
import { slugOf } from '#importing/register.ts';
import { registerDelegations } from './acts.ts';
import type { Archive } from '#report/export/archive/shape.ts';
import type { Understanding, UnderstoodRoundtable } from '#importing/understanding.ts';

/** Ids of delegations by the names the document gives them; those kept as a bare name have none. */
export type DelegationIds = ReadonlyMap<string, string>;

/** A roundtable that was entered, with its key in the understanding and its questions' ids in their order. */
export interface EnteredRoundtable {
  id: string;
  key: string;
  number: string;
  title: string;
  questions: string[];
}

/** Enters what stands before anyone speaks: the edition, new delegations, the cluster, its roundtables, who chairs them. */
export async function enterProgramme(given: Context, plan: Understanding, meant: string | undefined) {
  const { context, edition } = await editionFor(given, plan, meant);
  const delegations = await enterDelegations(context, plan, edition.id);
  const cluster = plan.cluster && (await clusterIn(context, plan, edition.id));
  const roundtables: EnteredRoundtable[] = [];
  for (const roundtable of plan.roundtables)
    roundtables.push(await enterRoundtable(context, plan, roundtable, { edition: edition.id, cluster, delegations }));
  const home = cluster ?? roundtables[0]?.id;
  if (plan.rapporteur && home) {
    const person = await context.perform(admitPerson, { edition: edition.id, ...plan.rapporteur });
    const kind = cluster ? 'general_rapporteur' : 'rapporteur';
    await context.perform(assignRole, { edition: edition.id, roundtable: home, kind, person: person.id });
  }
  return { context, edition, delegations, cluster, roundtables };
}

/** The edition that is meant; where none is, or there is none of that name, a new one, whose support unit the actor is. */
export async function editionFor(
  context: Context,
  plan: Understanding,
  meant: string | undefined,
  as?: Archive['edition'],
) {
  const { tx, perform } = context;
  const standing = meant ? await editionMeant(tx, meant) : undefined;
  if (standing) return { context, edition: standing };
  const { name, shortName } = meant ? { name: meant, shortName: meant.slice(0, 60).trim() } : plan.edition;
  const taken = await tx.selectFrom('edition').select('slug').execute();
  const slug = freeSlug(slugOf(name), new Set(taken.map((edition) => edition.slug)));
  const state = as?.state ?? (plan.kind === 'announcement' ? 'preparatory' : 'reporting');
  const { number, place, timeZone, startsOn, endsOn, languages, attribution } = as ?? {};
  const kept = { number, place, timeZone, startsOn, endsOn, attribution };
  const { id } = await perform(openEdition, {
    slug,
    name,
    shortName,
    state,
    ...kept,
    languages: languages ?? [plan.language],
  });
  return { context: asSupportUnit(context, id), edition: { id, slug, name } };
}

function asSupportUnit(context: Context, editionId: string): Context {
  const office = { kind: 'support_unit', editionId, roundtableId: null } as const;
  const actor = { ...context.actor, roles: [...context.actor.roles, office] };
  return { ...context, actor, perform: (act, input) => context.perform(act, input, actor) };
}

function freeSlug(wanted: string, taken: ReadonlySet<string>): string {
  let slug = wanted;
  for (let n = 2; taken.has(slug); n += 1) slug = `${wanted}-${n}`;
  return slug;
}

export async function enterDelegations(
  { tx, perform }: Context,
  plan: Understanding,
  edition: string,
): Promise<DelegationIds> {
  const fresh = new Map(plan.delegations.filter((one) => one.as === 'new').map((one) => [one.slug, one]));
  const delegations = [...fresh.values()].map(({ slug, shortName, formalName, kind, code, region }) => ({
    slug,
    shortName,
    formalName,
    kind,
    code,
    region,
  }));
  await perform(registerDelegations, { edition, delegations });
  const slugs = plan.delegations.filter((one) => one.as !== 'named').map(({ slug }) => slug);
  if (slugs.length === 0) return new Map();
  const rows = await tx.selectFrom('delegation').select(['id', 'slug']).where('slug', 'in', slugs).execute();
  const ids = new Map(rows.map(({ id, slug }) => [slug, id]));
  return new Map(plan.delegations.flatMap(({ as, name, slug }) => (as === 'named' ? [] : [[name, ids.get(slug)!]])));
}

/** An announcement joins the cluster it names where that stands already; a report brings its own. */
async function clusterIn({ tx, perform }: Context, plan: Understanding, edition: string): Promise<string> {
  const { number, title } = plan.cluster!;
  if (plan.kind === 'announcement') {
    const [standing] = await numbersTaken(tx, edition, [number]);
    if (standing) return standing.id;
  }
  const { id } = await perform(createRoundtable, { edition, number, title, state: stateOf(plan) });
  return id;
}

async function enterRoundtable(
  { perform }: Context,
  plan: Understanding,
  { key, number, title, lead, description, questions, coChairs }: UnderstoodRoundtable,
  place: { edition: string; cluster: string | null; delegations: DelegationIds },
): Promise<EnteredRoundtable> {
  const { edition, cluster: parent, delegations } = place;
  const texts = questions.map(({ text }) => text);
  const state = stateOf(plan);
  const roundtable = await perform(createRoundtable, {
    edition,
    parent,
    number,
    title,
    lead,
    description,
    state,
    questions: texts,
  });
  for (const [position, name] of coChairs.entries()) {
    const delegation = delegations.get(name) ?? null;
    const person = delegation ? null : (await perform(admitPerson, { edition, name })).id;
    await perform(assignRole, { edition, roundtable: roundtable.id, kind: 'co_chair', delegation, person, position });
  }
  return { id: roundtable.id, key, number, title, questions: roundtable.questions };
}

function stateOf({ kind }: Understanding): 'open_for_comment' | 'record_draft' {
  return kind === 'announcement' ? 'open_for_comment' : 'record_draft';
}
