import { addressOf, officeHolders, roundtableHolders } from '#mail/addresses.ts';
import { post } from '#mail/post.ts';
import { voicesToReach } from '#people/credentials/reaching.ts';
import type { Forum } from '#record/forum.ts';
import { datesOf } from '#ui/dates.ts';
import { statementToWriteOf } from './statement.ts';

/** To the support unit and the rapporteur: a delegation asks that the record of what it said read otherwise. */
export async function tellCorrectionAsked(forum: Forum, statement: string): Promise<void> {
  const given = await statementToWriteOf(forum, statement);
  const asked = given && (await lastCorrection(forum, statement));
  if (!asked || asked.decision) return;
  const roundtable = await roundtableOf(forum, statement);
  const readers = [
    ...(await officeHolders(forum.db, given.edition, 'support_unit')),
    ...(await roundtableHolders(forum.db, roundtable, 'rapporteur')),
  ];
  for (const { person, to } of readers)
    await post(forum, {
      to,
      person,
      code: 'mail.correction_asked',
      key: `correction ${asked.id} ${person}`,
      about: statement,
      values: {
        ...given.values,
        delegation: asked.delegation,
        body: asked.body!,
        reason: asked.reason,
        why: asked.reason ? 'yes' : 'no',
        late: asked.late ? 'yes' : 'no',
        page: `${forum.origin}/${given.slug}/desk/corrections`,
      },
    });
}

/** To whoever asked for it: how it was decided, in which words. */
export async function tellCorrectionDecided(forum: Forum, statement: string): Promise<void> {
  const given = await statementToWriteOf(forum, statement);
  const decided = given && (await lastCorrection(forum, statement));
  const to = decided?.decision && decided.by_id ? await addressOf(forum.db, { person: decided.by_id }) : null;
  if (!decided || !to) return;
  await post(forum, {
    to,
    person: decided.by_id,
    code: 'mail.correction_decided',
    key: `correction decided ${decided.id}`,
    about: statement,
    values: {
      ...given.values,
      decision: decided.decision!,
      words: decided.words,
      said: decided.words ? 'yes' : 'no',
      body: decided.body!,
      page: `${forum.origin}/${given.slug}/delegations/${decided.slug}/interventions`,
    },
  });
}

/** To every delegation that spoke, as far as it can be written to: the record is open, and until when. */
export async function tellCorrectionsOpened(forum: Forum, roundtable: string): Promise<void> {
  const place = await forum.db
    .selectFrom('roundtable')
    .innerJoin('edition', 'edition.id', 'roundtable.edition_id')
    .select(['roundtable.number', 'roundtable.title', 'edition.slug', 'edition.id', 'record_closes_at'])
    .select(['time_zone', 'starts_on'])
    .where('roundtable.id', '=', roundtable)
    .executeTakeFirst();
  if (!place?.record_closes_at) return;
  const spoke = await forum.db
    .selectFrom('statement')
    .innerJoin('statement_speaker as speaker', 'speaker.statement_id', 'statement.id')
    .innerJoin('delegation', 'delegation.id', 'speaker.delegation_id')
    .select(['delegation.id', 'delegation.slug', 'delegation.short_name'])
    .distinct()
    .where('statement.roundtable_id', '=', roundtable)
    .where('statement.kind', 'in', ['intervention', 'remark'])
    .where('statement.on_record', '=', true)
    .where('statement.state', 'in', ['noted', 'checked'])
    .orderBy('delegation.slug')
    .execute();
  const voices = await voicesToReach(forum.db, place.id);
  for (const delegation of spoke)
    for (const { person, to } of voices.get(delegation.id) ?? [])
      await post(forum, {
        to,
        person,
        code: 'mail.corrections_opened',
        key: `corrections ${roundtable} ${place.record_closes_at.toISOString()} ${person} ${delegation.id}`,
        edition: place.id,
        values: {
          number: place.number,
          title: place.title,
          delegation: delegation.short_name,
          closes: datesOf(place).deadline(place.record_closes_at),
          page: `${forum.origin}/${place.slug}/delegations/${delegation.slug}/interventions`,
        },
      });
}

function lastCorrection({ db }: Forum, statement: string) {
  return db
    .selectFrom('correction')
    .innerJoin('delegation', 'delegation.id', 'correction.delegation_id')
    .select(['correction.id', 'body', 'reason', 'late', 'decision', 'words', 'by_id'])
    .select(['delegation.short_name as delegation', 'delegation.slug'])
    .where('statement_id', '=', statement)
    .where('report_id', 'is', null)
    .where('body', 'is not', null)
    .orderBy('at', 'desc')
    .orderBy('correction.id', 'desc')
    .limit(1)
    .executeTakeFirst();
}

async function roundtableOf({ db }: Forum, statement: string): Promise<string> {
  const { roundtable_id } = await db.selectFrom('statement').select('roundtable_id').where('id', '=', statement).executeTakeFirstOrThrow(); // prettier-ignore
  return roundtable_id;
}
