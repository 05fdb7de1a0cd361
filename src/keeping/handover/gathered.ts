import type { PracticeView } from '#followup/queries.ts';
import type { PaperView } from '#programme/papers/queries.ts';
import type { editionCalled, RoundtableView } from '#programme/queries.ts';
import type { Viewer } from '#record/viewer.ts';
import type { Reflection } from '#report/views.ts';
import type { StatementView } from '#statements/queries.ts';

export type Edition = NonNullable<Awaited<ReturnType<typeof editionCalled>>>;

/** What a handover is made of, and for whom. */
export interface Handover {
  edition: Edition;
  /** A visitor, or the program, which sees what the offices see. */
  viewer: Viewer;
  at: Date;
  /** Of the record's last line when it was begun. */
  sequence: number;
}

/** A roundtable as it is written down, with the names of the files that go with it. */
export interface RoundtablePart {
  roundtable: RoundtableView;
  statements: StatementView[];
  /** By statement. */
  reflections: Map<string, Reflection[]>;
  papers: PaperView[];
  /** Of the report, next to its page; empty where there is none to be read. */
  reportFiles: string[];
  /** By attachment: its name in the folder of attachments. */
  attached: Map<string, string>;
}

export interface PracticePart {
  practice: PracticeView;
  /** The name of its picture, next to the page. */
  picture: string | null;
}

/** “roundtables/2.1” */
export function folderOf({ number }: { number: string }): string {
  return `roundtables/${number}`;
}

export function paperFile({ slug }: PaperView): string {
  return `paper-${slug}.html`;
}
