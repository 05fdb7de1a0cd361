import type { Context } from '#record/act.ts';
import type { ReportRow } from '#report/text-rows.ts';
import { contentOf, digestOf, textOf } from './content.ts';
import { lastCorrigendum, versions } from './rows.ts';

/** Keeps a report as it stands now, where the state it is taken to is one that others read and answer. */
export async function keepVersion(context: Context, report: ReportRow, to: string): Promise<void> {
  const { tx, actor, now, newId, rows } = context;
  const before = await versions(tx, report.id).execute();
  // One that came in from outside as final is kept before its first corrigendum is begun.
  const isFirst = to === 'corrigendum' && before.length === 0;
  if (to !== 'correction_window' && to !== 'final' && !isFirst) return;
  const content = contentOf(report.title, await textOf(tx, report.id));
  const isCorrigendum = report.state === 'corrigendum';
  const digest = digestOf(content);
  // Begun, and nothing was changed: there is nothing to issue, and no number is used up.
  if (isCorrigendum && before.at(-1)?.digest === digest) return;
  await rows.insert('report_version', {
    id: newId(),
    report_id: report.id,
    number: (before.at(-1)?.number ?? 0) + 1,
    occasion: isCorrigendum ? 'corrigendum' : to === 'correction_window' ? 'circulated' : 'final',
    corrigendum: isCorrigendum ? (await lastCorrigendum(tx, report.id)) + 1 : null,
    title: report.title,
    content,
    digest,
    by_id: actor.personId,
    at: now,
  });
}

/** Who took a report where it is, as its last version says. */
export async function movedBy({ tx }: Pick<Context, 'tx'>, report: { id: string }): Promise<string | null> {
  return (await versions(tx, report.id).execute()).at(-1)?.by ?? null;
}
