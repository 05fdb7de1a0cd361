import type { Kysely } from 'kysely';
import type { DB } from '#db/schema.ts';
import { holds } from '#people/rules.ts';
import type { Viewer } from '#record/viewer.ts';
import { clusterToCompile } from './cluster/gather.ts';
import { compiledWithin, type ClusterAtLength } from './cluster/shortened.ts';
import type { Speaker } from './draft-record.ts';
import { recordWithPolicy } from './drafting.ts';
import { draftWithin, stops, wordsPerMinute, type DraftAtLength } from './length.ts';
import { desk } from './rules.ts';
import { reports, type ReportRow } from './text-rows.ts';

/** What a draft of one length would hold. */
export interface Setting {
  /** In words; null for as long as it takes. */
  limit: number | null;
  words: number;
  /** Read aloud at `wordsPerMinute`, to one decimal. */
  minutes: number;
  points: number;
  pointsTold: number;
  pointsCited: number;
  everyone: number;
  inBody: number;
  /** Only counted in the body, under an issue. */
  counted: Speaker[];
  /** Only in the annex. */
  fallen: Speaker[];
  dissents: { kept: number; all: number };
}

/** The dial: each of its stops, as long as it takes, and the length the report has now; undefined for other readers. */
export async function dialOf(
  db: Kysely<DB>,
  viewer: Viewer,
  report: { id: string },
): Promise<{ settings: Setting[]; now: Setting; limit: number | null } | undefined> {
  const row = await reports(db).where('report.id', '=', report.id).executeTakeFirst();
  if (!row || !holds(viewer, desk, { editionId: row.edition_id, roundtableId: row.roundtable_id })) return undefined;
  const at = row.kind === 'general_rapporteur' ? await ofCluster(db, row) : await ofRoundtable(db, row);
  const settings = [...stops.map((minutes) => minutes * wordsPerMinute), null].map(at);
  const limit = row.word_limit;
  return { settings, now: settings.find((one) => one.limit === limit) ?? at(limit), limit };
}

type AtLength = (limit: number | null) => Setting;

async function ofRoundtable(db: Kysely<DB>, { id, roundtable_id }: ReportRow): Promise<AtLength> {
  const record = await recordWithPolicy(db, roundtable_id, id);
  return (limit) => settingOf(draftWithin(record, limit, record.scale ?? undefined));
}

async function ofCluster(db: Kysely<DB>, row: ReportRow): Promise<AtLength> {
  const { roundtable_id: id, roundtable_number: number } = row;
  const { title } = await db.selectFrom('roundtable').select('title').where('id', '=', id).executeTakeFirstOrThrow();
  const cluster = await clusterToCompile(db, { id, number, title });
  return (limit) => settingOf(compiledWithin(cluster, limit));
}

function settingOf({
  paragraphs: _,
  everyone,
  told,
  counted,
  fallen,
  ...same
}: DraftAtLength | ClusterAtLength): Setting {
  const minutes = Math.round((same.words / wordsPerMinute) * 10) / 10;
  return { ...same, minutes, everyone: everyone.length, inBody: told.length + counted.length, counted, fallen };
}
