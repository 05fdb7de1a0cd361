// What stands beside the words of a statement: passages it quotes, files attached to it.
import { sql, type ExpressionBuilder } from 'kysely';
import type { DB } from '#db/schema.ts';
import type { AttachmentType } from './attachments/rules.ts';
import { areWordsPublic, isForTheRoom } from './rules.ts';

/** Words of another statement, as they stand in that revision of it. */
export interface QuotationView {
  number: number;
  revision: number;
  language: string;
  text: string;
  /** The delegation or person quoted; null where the attribution policy names nobody, or nobody is known. */
  by: string | null;
}

export interface AttachmentView {
  id: string;
  /** As its author named it. */
  name: string;
  type: AttachmentType;
  /** In bytes. */
  size: number;
  isWithdrawn: boolean;
  /** Whether this viewer may open it: not while its author is unknown, nor once withdrawn, except for the desk and the author. */
  mayOpen: boolean;
}

interface QuotationRow extends QuotationView {
  state: string;
  mode: string;
  on_record: boolean;
  decision: string | null;
}

/** What is quoted may have been withdrawn, or ruled out, since: its standing comes with it. */
export function quotationsIn(eb: ExpressionBuilder<DB, 'statement'>, { id }: { id: string }) {
  return eb
    .selectFrom('statement as here')
    .where('here.roundtable_id', '=', id)
    .innerJoin('quotation', 'quotation.statement_id', 'here.id')
    .innerJoin('statement as source', 'source.id', 'quotation.quoted_id')
    .select('quotation.statement_id')
    .select(
      sql<QuotationRow[]>`json_agg(json_build_object('number', source.number, 'revision', quoted_revision,
        'language', source.language, 'text', text, 'state', source.state, 'mode', source.mode, 'on_record', source.on_record,
        'decision', (select decision from ruling where ruling.statement_id = source.id order by at desc limit 1),
        'by', (select coalesce(short_name, name) from statement_speaker
          left join delegation on delegation.id = statement_speaker.delegation_id
          where statement_speaker.statement_id = source.id and part = 'speaker' order by position limit 1)
        ) order by position)`.as('quotations'),
    )
    .groupBy('quotation.statement_id');
}

export function attachmentsIn(eb: ExpressionBuilder<DB, 'statement'>, { id }: { id: string }) {
  return eb
    .selectFrom('statement as here')
    .where('here.roundtable_id', '=', id)
    .innerJoin('attachment', 'attachment.statement_id', 'here.id')
    .select('attachment.statement_id')
    .select(
      sql<Omit<AttachmentView, 'mayOpen'>[]>`json_agg(json_build_object('id', attachment.id, 'name', attachment.name,
        'type', type, 'size', size, 'isWithdrawn', withdrawn_at is not null) order by position)`.as('attachments'),
    )
    .groupBy('attachment.statement_id');
}

export function toQuotation(
  { state, mode, on_record, decision, ...quotation }: QuotationRow,
  { mayName, isInside, roundtable }: { mayName: boolean; isInside: boolean; roundtable: { attribution: string } },
): QuotationView[] {
  if (!on_record || !areWordsPublic({ state, decision })) return [];
  if (!isInside && isForTheRoom({ mode }, roundtable)) return [];
  return [{ ...quotation, by: mayName ? quotation.by : null }];
}

/** A file from someone unknown is kept, and waits with its statement; one that was withdrawn is its author's and the desk's. */
export function toAttachment(one: Omit<AttachmentView, 'mayOpen'>, state: string, isInside: boolean): AttachmentView {
  return { ...one, mayOpen: isInside || (!one.isWithdrawn && state !== 'held') };
}

/** One translation of each revision: those into other languages stand on the statement's own page. */
export function firstTranslations(eb: ExpressionBuilder<DB, 'statement'>, { id }: { id: string }) {
  return eb
    .selectFrom('statement as here')
    .where('here.roundtable_id', '=', id)
    .innerJoin('statement_translation as one', 'one.statement_id', 'here.id')
    .distinctOn(['one.statement_id', 'one.revision'])
    .select(['one.statement_id', 'one.revision', 'one.language', 'one.body', 'one.translator'])
    .orderBy('one.statement_id')
    .orderBy('one.revision')
    .orderBy('one.language');
}
