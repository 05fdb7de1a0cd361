import type { MessageValues } from '#documents/refusal.ts';

/** Something a reader of the text should know. The file was read all the same. */
export type DocumentWarning = { code: WarningCode; values: MessageValues };

export type WarningCode = keyof typeof sentences;

/** English, one sentence each; messages/en/documents.ts says the same under `document.warning.CODE`, and a test holds them together. */
export const sentences = {
  encoding_guessed:
    'The file is not UTF-8, so it was read as Western European (Windows-1252). Check accented letters; if they look wrong, save the file as UTF-8 and read it again.',
  encoding_mixed:
    'Most of the file is UTF-8, but some lines hold characters of Windows-1252 (lines {lines}). They were read as such; check them.',
  name_disagrees: 'The name says {claimed}, the contents are {found}; it was read as {found}.',
  odd_characters:
    'The text holds characters that cannot be seen or that turn the direction of writing: {places}. They were kept; check that each passage reads as it was meant.',
  control_characters: 'The text holds control characters that print nothing: {places}. They were kept.',
  hidden_text:
    'Text that a reader of the original cannot see was left out: {excerpts}. If it belongs to the report, make it visible and read the file again.',
  invisible_text:
    'Some of the text is white or has no ink on the page ({excerpts}). It was kept, because the words of a scan lie unseen under its picture; check it against what is printed.',
  changes_tracked:
    'The document holds tracked changes. Insertions were taken as accepted and deletions were left out. If that is not what was agreed, settle the changes and read the file again.',
  comments_left_out: 'Comments in the margin of the document were left out.',
  active_content: 'The document carries macros, scripts or links to other files. They were not run, fetched or kept.',
  entries_ignored: 'The package holds parts that a report does not need ({parts}). They were not opened.',
  repeated_lines: 'Lines repeated at the top or foot of the pages were left out: {excerpts}.',
  pictures_left_out: 'Pictures were left out. Words that are only in a picture are not in the text.',
  pages_without_text:
    'Some pages hold a picture and no words that can be read ({pages}). What is printed there is not in the text.',
  no_text: 'No text was found. The pages are empty.',
} as const;

/** The English sentence of a warning. */
export function warningSentence({ code, values }: DocumentWarning): string {
  return sentences[code].replace(/\{(\w+)\}/g, (_, key: string) => String(values[key] ?? ''));
}

/** Up to `most` short quotations, for a warning that shows what it is about. */
export function excerpts(texts: string[], most = 5): string {
  const shown = texts.slice(0, most).map((text) => `“${shorten(text.replace(/\s+/g, ' ').trim())}”`);
  return shown.join(', ') + (texts.length > most ? `, and ${texts.length - most} more` : '');
}

function shorten(text: string): string {
  const characters = Array.from(text);
  return characters.length > 60 ? `${characters.slice(0, 60).join('')}…` : text;
}
