import type { Reason } from '#record/refusals.ts';

export const mostAttachments = 5;
export const largestAttachment = 10 * 1024 * 1024;

export const attachmentTypes = ['pdf', 'docx', 'odt', 'png', 'jpeg', 'txt', 'csv'] as const;
export type AttachmentType = (typeof attachmentTypes)[number];

/** What is known of a file before it is attached. `is` is what its contents are, `says` what its name's ending says. */
interface Attached {
  name: string;
  size: number;
  is: AttachmentType | { other: string };
  says: string;
  /** how many the statement has already */
  already: number;
}

/** Five files of ten megabytes, of the kinds that can be read by anyone, each of which is what it says. */
export function attachmentRefusal({ name, size, is, says, already }: Attached): Reason | null {
  if (already >= mostAttachments) return { code: 'attachment.too_many', values: { most: mostAttachments } };
  if (size === 0) return { code: 'attachment.empty', values: { name } };
  if (size > largestAttachment) return { code: 'attachment.too_large', values: { name } };
  if (typeof is === 'object') return { code: 'attachment.kind_not_taken', values: { name, kind: is.other } };
  return kindsNamed[says] === is ? null : { code: 'attachment.not_what_it_says', values: { name, says, is } };
}

/** Endings of file names and the kind each of them names. */
const kindsNamed: Record<string, AttachmentType> = {
  ...Object.fromEntries(attachmentTypes.map((type) => [type, type])),
  jpg: 'jpeg',
  text: 'txt',
};

/** One’s own, as long as one’s words can be revised: until they are withdrawn. */
export function attachingRefusal(statement: { state: string; kind: string }): Reason | null {
  if (statement.state === 'withdrawn') return 'statement.withdrawn';
  return statement.kind === 'intervention' || statement.kind === 'remark' ? 'attachment.to_spoken' : null;
}
