// How much of what was said a draft holds at the length of a human report, and how long a draft of 2,000 statements takes.
// SEED_DIR names the folder with the real report; without it the demo alone is measured. `npm run bench:coverage`
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { understand } from '#importing/understand.ts';
import type { DraftRecord, Speaker } from '#report/draft-record.ts';
import { draftWithin, stops, wordsIn, wordsPerMinute, type DraftAtLength } from '#report/length.ts';
import { issuesOf21 } from '#test/world/issues-2-1.ts';
import { report21 } from '#test/world/report-2-1.ts';
import { lakeRecord } from './lake-record.ts';
import { median, table } from './machine.ts';

const place = { id: 'r', attribution: 'attributed', room: null, startsAt: null, endsAt: null, timeZone: 'UTC' };
const lake: DraftRecord = {
  roundtable: { ...place, number: '2.1', title: 'Cities as first hosts' },
  coChairs: [],
  questions: [],
  statements: lakeRecord('2.1'),
  issues: [],
  decided: [],
};
const pointsOf = new Map(lake.statements.map(({ id, points }) => [id, points.map((point) => point.id)]));
lake.issues = issuesOf21.map(({ title, points }) => ({ kind: 'main_issue', title, points: points.flatMap((key) => pointsOf.get(key) ?? []) })); // prettier-ignore
const humanWords = report21.paragraphs.flatMap(({ sentences }) => sentences).reduce((sum, { text }) => sum + text.split(/\s+/).length, 0); // prettier-ignore

const rows: [string, string, string][] = [['what', 'measured', 'target']];
measure('demo record of RT 2.1', lake, humanWords);
for (const [name, record, words] of seeds()) measure(name, record, words);

function measure(name: string, record: DraftRecord, words: number): void {
  const human = draftWithin(record, words);
  rows.push([`${name}, ${words} words as its human report`, shares(human), '≥ 60 % and 100 %']);
  for (const minutes of stops) {
    const draft = draftWithin(record, minutes * wordsPerMinute);
    rows.push([`  read aloud in ${minutes} minutes (${minutes * wordsPerMinute} words)`, shares(draft), '']);
    const falls = [...draft.counted, ...draft.fallen].map((one) => one.name);
    if (falls.length > 0) console.log(`${name}, ${minutes} minutes: not told of in the body: ${falls.join(', ')}`);
  }
  if (human.pointsCited < human.points * 0.6 || human.told.length < human.everyone.length) process.exitCode = 1;
}

function shares({ points, pointsTold, pointsCited, everyone, told, words, dissents }: DraftAtLength): string {
  const percent = (part: number, of: number) => `${Math.round((part / Math.max(1, of)) * 100)} %`;
  return `${percent(pointsCited, points)} of ${points} points (${percent(pointsTold, points)} in a sentence of their own), ${percent(told.length, everyone.length)} of ${everyone.length} delegations, ${dissents.kept}/${dissents.all} dissents, ${words} words`;
}

function seeds(): [string, DraftRecord, number][] {
  const folder = process.env.SEED_DIR;
  if (!folder) return [];
  const file = readdirSync(folder).find((name) => name.startsWith('004'))!;
  const plan = understand({ name: file, text: readFileSync(join(folder, file), 'utf8'), register: [] });
  const kinds = new Map(plan.delegations.map(({ name, kind }) => [name, kind]));
  const speaker = (name: string, capacity: string | null = null): Speaker => ({ name, slug: name, kind: kinds.get(name) ?? null, capacity }); // prettier-ignore
  return plan.roundtables.map((one) => {
    const statements = one.statements.map((statement, i) => ({
      ...statement,
      id: statement.key,
      number: i + 1,
      language: 'en',
      speakers: statement.speakers.map((name) => speaker(name, statement.capacity)),
      onBehalfOf: statement.onBehalfOf.map((name) => speaker(name)),
      supportedBy: statement.supportedBy.map((name) => speaker(name)),
      opposedBy: statement.opposedBy.map((name) => speaker(name)),
      points: statement.points.map((point) => ({
        ...point,
        id: point.key,
        actors: point.actors.map((name) => speaker(name)),
        onBehalfOf: point.onBehalfOf.map((name) => speaker(name)),
        supportedBy: point.supportedBy.map((name) => speaker(name)),
        opposedBy: point.opposedBy.map((name) => speaker(name)),
      })),
    }));
    const record: DraftRecord = { roundtable: { ...place, number: one.number, title: one.title }, coChairs: [], questions: [], statements, issues: [], decided: [] }; // prettier-ignore
    const words = plan.paragraphs.filter(({ roundtable }) => roundtable === one.key).flatMap(({ sentences }) => sentences).reduce((sum, { text }) => sum + text.split(/\s+/).length, 0); // prettier-ignore
    return [`seed report, RT ${one.number}`, record, words];
  });
}

// 2,000 statements: the demo's own, again and again, each time by somebody else.
const many: DraftRecord = {
  ...lake,
  issues: [],
  statements: Array.from({ length: 2000 }, (_, i) => {
    const from = lake.statements[i % lake.statements.length]!;
    const named = ({ name, ...one }: Speaker): Speaker => ({ ...one, name: `${name} ${i % 200}`, slug: `d${i % 200}` });
    return { ...from, id: `s${i}`, number: i + 1, speakers: from.speakers.map(named), points: from.points.map((point) => ({ ...point, id: `${i} ${point.id}`, actors: point.actors.map(named) })) }; // prettier-ignore
  }),
};
many.issues = issuesOf21.map(({ title }, n) => ({ kind: 'main_issue', title, points: many.statements.filter((_, i) => i % issuesOf21.length === n).flatMap(({ points }) => points.slice(0, 1).map(({ id }) => id)) })); // prettier-ignore
for (const limit of [null, 1300]) {
  const times = [1, 2, 3].map(() => {
    const began = performance.now();
    wordsIn(draftWithin(many, limit).paragraphs);
    return performance.now() - began;
  });
  const seconds = median(times) / 1000;
  if (seconds > 2) process.exitCode = 1;
  rows.push([`draft of 2,000 statements, ${limit ? `${limit} words` : 'whole'}`, `${seconds.toFixed(2)} s`, '≤ 2 s']);
}
table('What a draft holds', rows);
