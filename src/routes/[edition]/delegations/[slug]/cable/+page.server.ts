import { error, redirect } from '@sveltejs/kit';
import { say } from '#messages/say.ts';
import { delegationCalled, mergedInto } from '#people/queries.ts';
import { cableOf } from '#report/cable/cable.ts';
import { cableFormats } from '#report/cable/files.ts';
import { cableLines, expectedInWords } from '#report/cable/print.ts';
import { addressesIn } from '#routes/addresses.ts';
import { datesOf } from '#ui/dates.ts';
import type { PageServerLoad } from './$types';

/** One page for the capital: what a delegation said, what became of it, and what is expected of it. */
export const load: PageServerLoad = async ({ locals, parent, params }) => {
  const { edition, language } = await parent();
  const { db } = locals.forum;
  const to = addressesIn(edition.slug);
  const delegation = await delegationCalled(db, params.slug);
  const merged = delegation ? undefined : await mergedInto(db, params.slug);
  if (merged) redirect(301, to.cable(merged));
  if (!delegation) error(404, say('page.not_found', {}, language));
  const dates = datesOf(edition, language);
  const cable = await cableOf(locals.forum, edition, delegation);
  return {
    name: delegation.short_name,
    formalName: delegation.formal_name,
    page: to.delegation(params.slug),
    expected: cable.expected.map((one) => ({
      text: expectedInWords(one, dates, language),
      href:
        one.what === 'check' || one.what === 'undecided' ? to.report(one.roundtable) : to.roundtable(one.roundtable),
    })),
    roundtables: cable.roundtables.map(({ number, title, statements }) => ({
      number,
      title,
      statements: statements.map((statement) => ({
        number: statement.number,
        href: to.statement({ roundtable: { number }, number: statement.number }),
        lines: cableLines(statement, language),
        lang: statement.language,
        note: say(
          statement.saidAt ? 'reading.said' : 'reading.said.undated',
          { kind: statement.kind, when: statement.saidAt && dates.moment(statement.saidAt) },
          language,
        ),
      })),
    })),
    files: cableFormats.map((format) => ({ format, href: to.cableAs(params.slug, format) })),
  };
};
