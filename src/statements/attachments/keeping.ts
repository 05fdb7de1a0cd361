import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { DB } from '#db/schema.ts';
import type { Context } from '#record/act.ts';
import { refuseIf } from '#record/refusals.ts';
import { recognise } from './recognise.ts';
import { attachmentRefusal } from './rules.ts';

/** A file as an act is handed it: its name, and its bytes in base64. */
export const attachedFile = z.object({ name: z.string().max(1000), content: z.string() });

interface Place {
  statement: string;
  roundtableId: string;
  audience: 'public' | 'author';
}

/**
 * Attaches a file to a statement, with a line in the record. The line commits to the row, which holds the file's
 * SHA-256; the bytes themselves are written beside it, so that the record does not keep each file twice.
 */
export async function attach(context: Context, place: Place, file: z.output<typeof attachedFile>): Promise<string> {
  const { tx, rows, record, newId, actor, now } = context;
  const bytes = Buffer.from(file.content, 'base64');
  const name = nameOf(file.name);
  const says = name.includes('.') ? name.split('.').at(-1)!.toLowerCase() : '';
  const { standing, last } = await already(tx, place.statement);
  const is = await recognise(bytes, says);
  refuseIf(attachmentRefusal({ name, size: bytes.length, is, says, already: standing }));
  const id = newId();
  await rows.insert('attachment', {
    id,
    statement_id: place.statement,
    position: last + 1,
    name,
    type: is as string,
    size: bytes.length,
    sha256: createHash('sha256').update(bytes).digest(),
    by_id: actor.personId,
    at: now,
  });
  await keepBytes(tx, id, bytes);
  record('attachment.added', place.statement, { roundtableId: place.roundtableId, audience: place.audience });
  return id;
}

/** The last part of a path, without what cannot be seen or would end a header. */
function nameOf(given: string): string {
  const last = given.normalize('NFC').split(/[/\\]/).at(-1)!;
  const seen = last.replace(/[\p{Cc}\p{Cf}"<>|:*?]/gu, '').trim();
  const ending = /\.[^.]{1,5}$/.exec(seen)?.[0] ?? '';
  return seen.slice(0, seen.length - ending.length).slice(0, 120) + ending || 'file';
}

async function already(tx: Kysely<DB>, statementId: string): Promise<{ standing: number; last: number }> {
  const { standing, last } = await tx
    .selectFrom('attachment')
    .select(({ fn }) => [
      fn.count<number>('id').filterWhere('withdrawn_at', 'is', null).as('standing'),
      fn.max('position').as('last'),
    ])
    .where('statement_id', '=', statementId)
    .executeTakeFirstOrThrow();
  return { standing: Number(standing), last: last ?? 0 };
}

async function keepBytes(tx: Kysely<DB>, attachment_id: string, bytes: Buffer): Promise<void> {
  await tx.insertInto('attachment_file').values({ attachment_id, bytes }).execute();
}
