import type { Kysely } from 'kysely';
import type { DB } from '#db/schema.ts';

/** The bytes of an attachment that the caller has found its viewer may open; undefined where they were erased. */
export async function fileOf(db: Kysely<DB>, attachmentId: string): Promise<Buffer | undefined> {
  const file = await db
    .selectFrom('attachment_file')
    .select('bytes')
    .where('attachment_id', '=', attachmentId)
    .executeTakeFirst();
  return file?.bytes;
}
