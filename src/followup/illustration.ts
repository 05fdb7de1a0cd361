import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Context } from '#record/act.ts';
import { refuseIf } from '#record/refusals.ts';

export const largestIllustration = 1024 * 1024;

/** A picture as it was handed in: its bytes in base64, and what it shows in words. */
export const illustrationField = z
  .object({
    bytes: z.base64('practice.picture_wrong').max(Math.ceil(largestIllustration / 3) * 4, 'practice.picture_too_big'),
    shows: z.string().trim().min(1, 'practice.picture_unsaid').max(300, 'practice.picture_said_too_long'),
  })
  .nullable()
  .default(null);

/** Puts a picture in the place of the one there was. What it is follows from its bytes, never from its name. */
export async function writeIllustration(
  { rows }: Context,
  practice_id: string,
  given: z.output<typeof illustrationField>,
): Promise<void> {
  if (!given) return;
  const bytes = Buffer.from(given.bytes, 'base64');
  const type = typeOf(bytes);
  refuseIf(type ? null : 'practice.picture_wrong');
  refuseIf(bytes.length > largestIllustration ? 'practice.picture_too_big' : null);
  await rows.remove('practice_illustration', { practice_id });
  const sha256 = createHash('sha256').update(bytes).digest();
  await rows.insert('practice_illustration', { practice_id, type: type!, shows: given.shows, sha256, bytes });
}

function typeOf(bytes: Buffer): 'png' | 'jpeg' | null {
  if (bytes.subarray(0, 8).equals(Buffer.from('89504e470d0a1a0a', 'hex'))) return 'png';
  return bytes.subarray(0, 3).equals(Buffer.from('ffd8ff', 'hex')) ? 'jpeg' : null;
}
