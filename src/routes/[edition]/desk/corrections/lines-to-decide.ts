import type { Kysely } from 'kysely';
import type { DB } from '#db/schema.ts';
import type { Forum } from '#record/forum.ts';
import type { Viewer } from '#record/viewer.ts';
import { correctionsToDecide } from '#report/corrections/evidence.ts';
import { reportsToCorrect } from '#report/corrections/queries.ts';
import { reachOf } from '#report/corrections/reach.ts';
import { readableReport, reportsIn } from '#report/queries.ts';
import { headOf } from '#report/reading.ts';
import { programmeOf } from '#programme/queries.ts';
import { shownSentence } from '#routes/[edition]/rt/[number]/report/margin.ts';
import { addressesIn } from '#routes/addresses.ts';
import type { Dates } from '#ui/dates.ts';

interface Around {
  edition: { id: string; slug: string };
  dates: Dates;
  say(code: string, values?: Record<string, unknown>): string;
}

/** The lines of reports that wait for this viewer, each with its sources and what the checks find in the words asked for. */
export async function linesToDecide(db: Kysely<DB>, viewer: Viewer, { edition, dates, say }: Around) {
  const rows = await reportsToCorrect(db, viewer, edition.id);
  if (rows.length === 0) return [];
  const programme = await programmeOf(db, edition.id);
  const asked = new Map(programme.flatMap(({ number, questions }) => questions.map(({ id }) => [id, number] as const)));
  const reports = [];
  for (const row of rows) {
    const reading = { report: headOf(row), to: addressesIn(edition.slug), dates, asked, say };
    const waiting = await correctionsToDecide(db, row, say);
    reports.push({
      report: { id: row.id, title: row.title, state: row.state, number: row.roundtable_number, language: row.language },
      waiting: waiting.map(({ line, ...one }) => ({
        ...one,
        line: line && {
          place: `${line.paragraph}${line.sentence.letter}`,
          paragraph: line.paragraph,
          version: line.version,
          text: line.sentence.text,
          sentence: shownSentence(line.sentence, reading),
        },
      })),
    });
  }
  return reports;
}

/** The reports of this viewer that are circulated now, and whom the letters of their windows reach. */
export async function openWindows(forum: Forum, viewer: Viewer, { edition, dates, say }: Around) {
  const windows = [];
  for (const { roundtable, state } of await reportsIn(forum.db, viewer, edition.id)) {
    const row = state === 'correction_window' ? await readableReport(forum.db, viewer, roundtable) : undefined;
    const reach = row && (await reachOf(forum.db, viewer, row, forum.now()));
    if (!reach) continue;
    const unreached = reach.filter(({ told }) => told.length === 0).length;
    windows.push({
      number: roundtable.number,
      title: row.title,
      closes: row.corrections_close_at ? say('reach.closes', { closes: dates.deadline(row.corrections_close_at) }) : '',
      reached: say('reach.title', { all: reach.length, unreached }),
      unreached,
    });
  }
  return windows;
}

export type WaitingReport = Awaited<ReturnType<typeof linesToDecide>>[number];
