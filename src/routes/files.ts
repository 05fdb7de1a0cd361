import { Refusal } from '#record/refusals.ts';
import { largestAttachment, mostAttachments } from '#statements/attachments/rules.ts';

/** The files of a form's field as an act takes them; what is too large, or one too many, is refused before it is read. */
export async function filesIn(form: FormData, field: string): Promise<{ name: string; content: string }[]> {
  const files = form.getAll(field).filter((entry): entry is File => entry instanceof File && entry.name !== '');
  if (files.length > mostAttachments) throw new Refusal('attachment.too_many_at_once');
  const large = files.find(({ size }) => size > largestAttachment);
  if (large) throw new Refusal({ code: 'attachment.too_large', values: { name: large.name } });
  return Promise.all(
    files.map(async (file) => ({
      name: file.name,
      content: Buffer.from(await file.arrayBuffer()).toString('base64'),
    })),
  );
}
