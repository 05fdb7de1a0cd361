import type { Kysely } from 'kysely';
import type { DB } from '#db/schema.ts';
import { programme, type Cite } from '#report/cites.ts';
import {
  spokenBy,
  type DraftParagraph,
  type DraftRecord,
  type DraftSentence,
  type Speaker,
} from '#report/draft-record.ts';
import { inSentence, listed } from '#report/names.ts';
import type { Telling } from '#report/speech.ts';

/** The recommendations of a roundtable, as a draft tells them: what lapsed is not recommended. */
export async function recommendationsToTell(tx: Kysely<DB>, roundtableId: string) {
  const rows = await tx
    .selectFrom('recommendation')
    .select(['id', 'number', 'text'])
    .where('roundtable_id', '=', roundtableId)
    .where('state', '<>', 'lapsed')
    .orderBy('number')
    .execute();
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const voices = await tx
    .selectFrom('recommendation_voice')
    .select(['recommendation_id', 'point_id as point', 'part'])
    .where('recommendation_id', 'in', ids)
    .orderBy('part')
    .orderBy('point_id')
    .execute();
  const to = await tx
    .selectFrom('recommendation_addressee')
    .select(['recommendation_id', 'name'])
    .where('recommendation_id', 'in', ids)
    .orderBy('position')
    .execute();
  return rows.map(({ id, number, text }) => ({
    number,
    text,
    to: to.filter(({ recommendation_id }) => recommendation_id === id).map(({ name }) => name),
    voices: voices
      .filter(({ recommendation_id }) => recommendation_id === id)
      .map(({ point, part }) => ({ point, part })),
  }));
}

/** Each with its number, who stands behind it and to whom it is addressed; resting on the points in which they said so. */
export function recommendations(record: DraftRecord, telling: Telling): DraftParagraph[] {
  const said = record.statements.flatMap((statement) => statement.points.map((point) => ({ point, statement })));
  return (record.recommendations ?? []).flatMap((one): DraftParagraph[] => {
    const known = one.voices.flatMap(({ point: id, part }) => {
      const found = said.find(({ point }) => point.id === id);
      return found ? [{ ...found, part }] : [];
    });
    // What it rested on was withdrawn or rejected: nobody recommends it any more.
    if (!known.some(({ part }) => part === 'proposed')) return [];
    const by = (part: string) => once(known.filter((voice) => voice.part === part).flatMap(({ point, statement }) => spokenBy(point, statement))); // prettier-ignore
    const cites: Cite[] = known.map(({ point }) => ({ kind: 'point', point: point.id }));
    const fact = programme({ about: 'recommendation', number: String(one.number), to: one.to });
    return [{ section: 'recommendations', sentences: [{ text: told(one, by, telling), cites: [fact, ...cites] }] satisfies DraftSentence[] }]; // prettier-ignore
  });
}

type Told = NonNullable<DraftRecord['recommendations']>[number];

function told({ number, text, to }: Told, by: (part: string) => Speaker[], { naming, givesAway }: Telling): string {
  const proposed = naming.isOpen
    ? naming.subject(by('proposed'))
    : `${naming.counted(by('proposed'))} of those who spoke`;
  const [supported, opposed] = [by('supported'), by('opposed')];
  const parts = [
    `, proposed by ${proposed}`,
    supported.length > 0 ? `, supported by ${naming.others(supported)}` : '',
    opposed.length > 0 ? `, opposed by ${naming.others(opposed)}` : '',
    to.length > 0 && !to.some(givesAway) ? `, addressed to ${listed(to.map(inSentence))}` : '',
  ].join('');
  const words = givesAway(text) ? 'its words would tell who spoke and are kept with the record' : text.replace(/[\s.;:,]+$/, ''); // prettier-ignore
  return `Recommendation ${number}${parts}: ${words}.`;
}

function once(speakers: Speaker[]): Speaker[] {
  return [...new Map(speakers.map((one) => [one.slug ?? one.name, one])).values()];
}
