/** Why a file could not be read. Each code has its sentence in messages/en/documents.ts, under `document.CODE`. */
export type RefusalCode =
  | 'file_missing'
  | 'file_unreadable'
  | 'file_is_folder'
  | 'file_empty'
  | 'file_binary'
  | 'file_too_large'
  | 'file_two_formats'
  | 'format_unsupported'
  | 'encoding_unknown'
  | 'text_not_prose'
  | 'docx_broken'
  | 'docx_ambiguous'
  | 'docx_declares_entities'
  | 'docx_encrypted'
  | 'pdf_broken'
  | 'pdf_encrypted'
  | 'document_bomb'
  | 'document_slow'
  | 'document_no_text'
  | 'reader_failed';

export type MessageValues = Record<string, string | number>;

/** The one refusal of this folder: `code` picks the sentence, `values` fill it (always with the file's name). */
export class DocumentRefusal extends Error {
  readonly code: RefusalCode;
  readonly values: MessageValues;

  constructor(code: RefusalCode, values: MessageValues = {}) {
    super(values.name ? `${code}: ${values.name}` : code);
    this.name = 'DocumentRefusal';
    this.code = code;
    this.values = values;
  }
}

/** The same refusal with the name of the file in it, for those raised where only bytes are known. */
export function named(refusal: DocumentRefusal, name: string): DocumentRefusal {
  return new DocumentRefusal(refusal.code, { ...refusal.values, name: printableName(name) });
}

/** A name safe to print: characters that steer a terminal or turn the direction of writing are shown as \u{…}. */
export function printableName(name: string): string {
  return name.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu, (character) => {
    return `\\u{${character.codePointAt(0)!.toString(16).toUpperCase()}}`;
  });
}
