import { error } from '@sveltejs/kit';
import { say } from '#messages/say.ts';
import { programmeOf } from '#programme/queries.ts';
import { remembered } from '#record/remembered.ts';
import { whatWasRaised } from '#report/lists/raised.ts';

/** What was raised in a roundtable, for one of its pictures; 404 where there is no such roundtable. */
export async function raisedHere({ forum, viewer, language }: App.Locals, edition: { id: string }, number: string) {
  const programme = await remembered(forum, `programme ${edition.id}`, () => programmeOf(forum.db, edition.id));
  const roundtable = programme.find((one) => one.number === number);
  if (!roundtable) error(404, say('page.not_found', {}, language));
  const raised = await whatWasRaised(forum, viewer, roundtable);
  const title = (issue: { title: string | null }, i: number) => issue.title ?? say('matrix.hidden', { n: i + 1 }, language); // prettier-ignore
  const issues = raised.issues.map((issue, i) => ({ ...issue, title: title(issue, i) }));
  const { id, title: name } = roundtable;
  return { roundtable: { id, number, title: name }, raised: { ...raised, issues } };
}
