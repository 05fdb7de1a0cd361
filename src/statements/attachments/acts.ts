import { z } from 'zod';
import { act } from '#record/act.ts';
import { found, refuseIf } from '#record/refusals.ts';
import { ownStatement } from '#statements/before-acting.ts';
import { receiptCode } from '#statements/receipt.ts';
import { attach, attachedFile } from './keeping.ts';
import { attachingRefusal } from './rules.ts';

export const addAttachment = act({
  name: 'attachment.add',
  does: 'Attaches a file to one’s own written statement: a document, a picture or a text, in base64, recognised by its contents.',
  input: attachedFile.extend({ statement: z.uuid(), code: receiptCode }),
  async run(context, { statement: id, code, ...file }) {
    const statement = await ownStatement(context.tx, id, context.actor, code);
    refuseIf(attachingRefusal(statement));
    const audience = statement.state === 'draft' ? 'author' : 'public';
    const place = { statement: id, roundtableId: statement.roundtable_id, audience } as const;
    return { id: await attach(context, place, file) };
  },
});

export const withdrawAttachment = act({
  name: 'attachment.withdraw',
  does: 'Withdraws a file from one’s own statement. A line says that there was one; it is no longer shown to others.',
  input: z.object({ attachment: z.uuid(), code: receiptCode }),
  async run({ tx, actor, now, rows, record }, { attachment, code }) {
    const row = await tx
      .selectFrom('attachment')
      .select(['statement_id', 'withdrawn_at'])
      .where('id', '=', attachment)
      .executeTakeFirst();
    const { statement_id, withdrawn_at } = found(row, 'attachment');
    const statement = await ownStatement(tx, statement_id, actor, code);
    refuseIf(attachingRefusal(statement));
    refuseIf(withdrawn_at ? 'attachment.withdrawn' : null);
    await rows.update('attachment', { id: attachment }, { withdrawn_at: now });
    record('attachment.withdrawn', statement_id, { roundtableId: statement.roundtable_id });
  },
});
