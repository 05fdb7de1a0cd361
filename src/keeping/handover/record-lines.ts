import { stringify } from 'csv-stringify/sync';
import type { Forum } from '#record/forum.ts';
import { recordOf } from '#record/queries.ts';
import type { Handover } from './gathered.ts';

/** The lines of the record that this viewer may see, newest first, as the page of the record shows them, as CSV. */
export async function recordLines({ db }: Forum, { edition, viewer }: Handover): Promise<string> {
  let text = '\uFEFF';
  let before: number | null = null;
  do {
    const { lines, older } = await recordOf(db, viewer, edition.id, { before, limit: 500 });
    const rows = lines.map(({ sequence, at, kind, act, roundtable, actor, deskOnly, commitment }) => ({
      sequence,
      at: at.toISOString(),
      kind,
      act,
      roundtable: roundtable ?? '',
      by: actor.by === 'program' ? 'program' : (actor.name ?? ''),
      offices_only: deskOnly ? 'yes' : 'no',
      commitment,
    }));
    text += stringify(rows, { header: before === null, record_delimiter: '\r\n', escape_formulas: true });
    before = older;
  } while (before !== null);
  return text;
}
