import { expect } from 'vitest';
import { enterPoints, nameIssue } from '#analysis/acts.ts';
import { viewerOf } from '#people/access.ts';
import { admitPerson, assignRole, registerDelegation } from '#people/acts.ts';
import type { DelegationKind } from '#people/rules.ts';
import { perform } from '#record/act.ts';
import type { Forum } from '#record/forum.ts';
import { program, visitor, type Viewer } from '#record/viewer.ts';
import { enterStatement } from '#statements/acts.ts';
import { forumTest } from '#test/forum.ts';
import { smallForum } from '#test/small-forum.ts';
import { raisedIn } from './raised.ts';

const body = 'We call for more data.';
const point = { sentenceStart: 0, sentenceEnd: 22, messageStart: 12, messageEnd: 21, verb: 'call', act: 'proposed', attribution: 'first_person', foundBy: 'a person' } as const; // prettier-ignore

/** Four States raise data, a fifth opposes it, two cities and a trade union speak; one statement is off the record. */
async function spoken(forum: Forum, attribution: string) {
  const { edition, roundtable, kenya } = await smallForum(forum);
  const points: string[] = [];
  const say = async (
    delegation: string,
    more: { opposes?: boolean; onRecord?: boolean; kind?: 'intervention' } = {},
  ) => {
    // prettier-ignore
    const said = { roundtable, kind: 'intervention' as const, body, onRecord: more.onRecord ?? true, source: 'own_hand' as const, speakers: [{ delegation }] }; // prettier-ignore
    const { id } = await perform(forum, program, enterStatement, said);
    const found = { ...point, polarity: more.opposes ? (-1 as const) : (1 as const) };
    const { points: made } = await perform(forum, program, enterPoints, { statement: id, points: [found] });
    points.push(...made);
  };
  const register = async (slug: string, kind: DelegationKind) =>
    (await perform(forum, program, registerDelegation, { slug, shortName: slug[0]!.toUpperCase() + slug.slice(1), kind })).id; // prettier-ignore
  await say(kenya);
  for (const slug of ['peru', 'chad', 'ghana']) await say(await register(slug, 'state'));
  await say(await register('japan', 'state'), { opposes: true });
  for (const slug of ['miremba', 'alder']) await say(await register(slug, 'city'));
  await say(await register('dockers', 'union'));
  await say(await register('fiji', 'state'), { onRecord: false });
  const silent = await register('nepal', 'state');
  await perform(forum, program, admitPerson, { edition, name: 'Asha Rai', delegation: silent });
  await perform(forum, program, nameIssue, { roundtable, kind: 'main_issue', title: 'Data', points });
  await perform(forum, program, nameIssue, { roundtable, kind: 'main_issue', title: 'What Peru does', points: points.slice(1, 2) }); // prettier-ignore
  await forum.db.updateTable('roundtable').set({ attribution }).where('id', '=', roundtable).execute();
  const place = { id: roundtable, edition_id: edition, attribution };
  const rapporteur = await perform(forum, program, admitPerson, { edition, name: 'Leila Haddad' });
  await perform(forum, program, assignRole, { edition, kind: 'rapporteur', person: rapporteur.id });
  return { as: (viewer: Viewer) => raisedIn(forum.db, viewer, place), rapporteur: await viewerOf(forum.db, rapporteur.id) }; // prettier-ignore
}

forumTest('counts delegations by what they are, and says who has not been heard', async ({ forum }) => {
  const { as } = await spoken(forum, 'attributed');
  const raised = await as(visitor);
  expect(raised.columns.map(({ key, voices }) => [key, voices.length])).toEqual([['state', 5], ['union', 1], ['city', 2]]); // prettier-ignore
  const [data] = raised.issues;
  expect(data).toMatchObject({ title: 'Data', raised: 7, against: 1, againstBy: ['japan'] });
  expect(data!.cells.state).toEqual({ raised: 4, against: 1 });
  expect(data!.said[0]).toMatchObject({ key: 'kenya', message: 'more data', statement: { number: 1 } });
  // Off the record nobody is counted; only those accredited could have been heard.
  expect(raised.spoke.map(({ key }) => key)).not.toContain('fiji');
  expect(raised.silent.map(({ name }) => name)).toContain('Nepal');
});

forumTest('names nobody where the policy does not, and merges whom too few would tell', async ({ forum }) => {
  const { as, rapporteur } = await spoken(forum, 'by_constituency');
  const raised = await as(visitor);
  expect(raised.columns.map(({ key, voices }) => [key, voices.length])).toEqual([
    ['states', 5],
    ['others', 3],
  ]);
  expect(raised.issues[0]).toMatchObject({ raised: 7, against: 1, raisedBy: [], againstBy: [], said: [] });
  // A title with a name in it is not shown either.
  expect(raised.issues.map(({ title }) => title)).toEqual(['Data', null]);
  const told = JSON.stringify(raised).toLowerCase();
  for (const name of ['kenya', 'peru', 'japan', 'miremba', 'dockers', 'nepal']) expect(told).not.toContain(name);
  // Whoever writes the report sees who it was.
  expect((await as(rapporteur)).issues[0]!.againstBy).toEqual(['japan']);
});

forumTest('counts everyone together where nothing is attributed', async ({ forum }) => {
  const { as } = await spoken(forum, 'not_attributed');
  const raised = await as(visitor);
  expect(raised.columns.map(({ key, voices }) => [key, voices.length])).toEqual([['everyone', 8]]);
  expect(raised.issues[0]!.cells).toEqual({ everyone: { raised: 7, against: 1 } });
});
