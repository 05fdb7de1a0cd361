import { addressOf, officeHolders, roundtableHolders } from '#mail/addresses.ts';
import { post } from '#mail/post.ts';
import { voicesToReach } from '#people/credentials/reaching.ts';
import type { Forum } from '#record/forum.ts';
import { delegationsWithLines } from '#report/corrections/lines.ts';
import { lineCorrections, type LineCorrection } from '#report/corrections/queries.ts';
import { reports } from '#report/text-rows.ts';
import { datesOf } from '#ui/dates.ts';

/** To everyone who has lines in a report, or spoke and has none, when it is circulated, as far as they can be written to. */
export async function tellLines(forum: Forum, report: string): Promise<void> {
  const circulated = await reportToWriteOf(forum, report);
  if (circulated?.row.state !== 'correction_window') return;
  const { row, slug } = circulated;
  const closes = row.corrections_close_at;
  const voices = await voicesToReach(forum.db, row.edition_id);
  for (const { delegation, lines } of await delegationsWithLines(forum.db, row))
    for (const { person, to } of voices.get(delegation.id) ?? [])
      await post(forum, {
        to,
        person,
        edition: row.edition_id,
        code: 'mail.lines_circulated',
        key: `lines ${report} ${delegation.id} ${person} ${closes?.toISOString() ?? ''}`,
        values: {
          number: row.roundtable_number,
          report: row.title,
          delegation: delegation.name,
          lines,
          dated: closes ? 'yes' : 'no',
          closes: closes ? datesOf(circulated).deadline(closes) : '',
          page: linesPage(forum, slug, row.roundtable_number, delegation.slug),
        },
      });
}

/** To the support unit and those who write the report: a delegation asks for other words, or for words that are missing. */
export async function tellLineAsked(forum: Forum, correction: string): Promise<void> {
  const asked = await correctionToWriteOf(forum, correction);
  if (!asked || asked.one.decision) return;
  const { one, row, slug } = asked;
  const readers = [
    ...(await officeHolders(forum.db, row.edition_id, 'support_unit')),
    ...(await roundtableHolders(forum.db, row.roundtable_id, row.kind === 'record' ? 'rapporteur' : 'general_rapporteur')),
  ]; // prettier-ignore
  for (const { person, to } of readers)
    await post(forum, {
      to,
      person,
      edition: row.edition_id,
      code: 'mail.line_asked',
      key: `line ${one.id} ${person}`,
      values: {
        ...valuesOf(asked),
        delegation: one.delegation.name,
        reason: one.reason,
        why: one.reason ? 'yes' : 'no',
        late: one.late ? 'yes' : 'no',
        page: `${forum.origin}/${slug}/desk/corrections#l${one.id}`,
      },
    });
}

/** To whoever asked: how it was decided, in which words. */
export async function tellLineDecided(forum: Forum, correction: string): Promise<void> {
  const decided = await correctionToWriteOf(forum, correction);
  const { one, row, slug, by } = decided ?? {};
  const to = one?.decision && by ? await addressOf(forum.db, { person: by }) : null;
  if (!decided || !one || !row || !to) return;
  await post(forum, {
    to,
    person: by!,
    edition: row.edition_id,
    code: 'mail.line_decided',
    key: `line decided ${one.id}`,
    values: {
      ...valuesOf(decided),
      decision: one.decision!,
      written: one.written ?? '',
      same: one.written === one.body ? 'yes' : 'no',
      corrigendum: one.corrigendum ?? 0,
      words: one.words,
      said: one.words ? 'yes' : 'no',
      page: `${linesPage(forum, slug!, row.roundtable_number, one.delegation.slug)}#c${one.id}`,
    },
  });
}

function valuesOf({ one, row }: { one: LineCorrection; row: { title: string; roundtable_number: string } }) {
  return { number: row.roundtable_number, report: row.title, body: one.body, kind: one.sentence ? 'line' : 'missing' };
}

function linesPage({ origin }: Forum, edition: string, number: string, delegation: string): string {
  return `${origin}/${edition}/rt/${number}/report/lines/${delegation}`;
}

/** A report, with the edition it belongs to. */
export async function reportToWriteOf({ db }: Forum, id: string) {
  const row = await reports(db).where('report.id', '=', id).executeTakeFirst();
  const edition = row && (await db.selectFrom('edition').select(['slug', 'time_zone', 'starts_on']).where('id', '=', row.edition_id).executeTakeFirst()); // prettier-ignore
  return row && edition && { row, ...edition };
}

async function correctionToWriteOf(forum: Forum, id: string) {
  const { report_id, by_id } = (await forum.db.selectFrom('correction').select(['report_id', 'by_id']).where('id', '=', id).executeTakeFirst()) ?? {}; // prettier-ignore
  const report = report_id ? await reportToWriteOf(forum, report_id) : undefined;
  const one = report && (await lineCorrections(forum.db, report_id!)).find((other) => other.id === id);
  return one && { ...report, one, by: by_id ?? null };
}
