import { error, redirect } from '@sveltejs/kit';
import { practicesWith } from '#followup/queries.ts';
import { delegates, delegationCalled, mergedInto } from '#people/queries.ts';
import { programmeOf } from '#programme/queries.ts';
import { ledgersFor, reflectionsOf, reportsIn } from '#report/queries.ts';
import { say } from '#messages/say.ts';
import { addressesIn } from '#routes/addresses.ts';
import { echoOf, speaksIn, type Echo } from '#statements/echo.ts';
import { statementsByDelegation, statementsFor, type StatementView } from '#statements/queries.ts';
import { datesOf } from '#ui/dates.ts';
import { headOf } from './head.ts';
import { standingsIn } from './standing.ts';
import type { PageServerLoad } from './$types';

/** All that a delegation said in an edition, who agreed and answered, and where it is reflected. */
export const load: PageServerLoad = async ({ locals, parent, params }) => {
  const { edition, language } = await parent();
  const { db } = locals.forum;
  const speak = (code: string, values?: Record<string, unknown>) => say(code, values, language);
  const delegation = await delegationCalled(db, params.slug);
  const to = addressesIn(edition.slug);
  const merged = delegation ? undefined : await mergedInto(db, params.slug);
  if (merged) redirect(301, to.delegation(merged));
  if (!delegation) error(404, speak('page.not_found'));
  const dates = datesOf(edition, language);

  const involved = await statementsByDelegation(db, locals.viewer, edition.id, delegation.id);
  const said = involved.filter((statement) => speaksIn(statement, params.slug));
  const people = await delegates(db, edition.id, delegation.id);
  const reports = await reportsIn(db, locals.viewer, edition.id);
  const ledgers = await ledgersFor(locals.forum, locals.viewer, reports);
  const reflections = await reflectionsOf(
    db,
    locals.viewer,
    said.map(({ id }) => id),
  );
  const standings = standingsIn(ledgers, reflections, { to, say: speak });

  const programme = await programmeOf(db, edition.id);
  const roundtables = [];
  for (const roundtable of programme) {
    const here = said.filter((statement) => statement.roundtable.id === roundtable.id);
    if (here.length === 0) continue;
    const thread = await statementsFor(locals.forum, locals.viewer, roundtable);
    roundtables.push({
      number: roundtable.number,
      title: roundtable.title,
      href: to.roundtable(roundtable.number),
      statements: here.map((statement) => ({
        number: statement.number,
        href: to.statement(statement),
        passages: passagesOf(statement),
        note: noteOf(statement, params.slug, dates, speak),
        echo: tagged(echoOf(statement, thread, params.slug), to),
        standings: standings(statement.id),
      })),
    });
  }
  const open = reports.find(({ state, correctionsCloseAt }) => state === 'correction_window' && correctionsCloseAt);
  return {
    head: headOf(delegation, { people, said, roundtables, involved }, { to, say: speak }),
    roundtables,
    practices: (await practicesWith(db, locals.viewer, edition.id, params.slug)).map(({ practice, part }) => ({
      part,
      title: practice.title,
      href: `${to.home}/practices/${practice.slug}`,
    })),
    closes: open && said.length > 0 ? dates.deadline(open.correctionsCloseAt!) : null,
    cable: to.cable(params.slug),
    own: `${to.delegation(delegation.slug)}/interventions`,
    isMine: locals.viewer.delegationIds.includes(delegation.id),
  };
};

function tagged({ agreed, opposed, answeredBy }: Echo, { tag }: ReturnType<typeof addressesIn>) {
  return { agreed: agreed.map(tag), opposed: opposed.map(tag), answeredBy: answeredBy.map(tag) };
}

function passagesOf({ body, language }: StatementView) {
  return body === null ? [] : body.split(/\n{2,}/).map((text) => ({ text, lang: language }));
}

type Say = (code: string, values?: Record<string, unknown>) => string;

function noteOf(statement: StatementView, slug: string, dates: ReturnType<typeof datesOf>, say: Say): string {
  const { kind, saidAt, speakers, language, body, state } = statement;
  const person = speakers.find(({ part, person }) => part === 'speaker' && person);
  const others = (part: string) =>
    speakers.filter((one) => one.part === part && one.delegation && one.delegation.slug !== slug);
  const groups = others('on_behalf_of').map(({ delegation }) => delegation!.name);
  return [
    begun(`${say(saidAt ? 'reading.said' : 'reading.said.undated', { kind, when: saidAt && dates.moment(saidAt) })}.`),
    person && `${[person.person, person.function].filter(Boolean).join(', ')}.`,
    groups.length > 0 && say('reading.on_behalf', { groups: groups.join(', ') }),
    language !== 'en' && say('reading.original_is', { language: new Intl.DisplayNames(['en'], { type: 'language' }).of(language) }), // prettier-ignore
    body === null && say('reading.unread', { state }),
  ]
    .filter(Boolean)
    .join(' ');
}

function begun(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
