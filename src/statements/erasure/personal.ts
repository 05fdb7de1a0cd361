import type { DB } from '#db/schema.ts';

/** Where the database holds something about a person: the privacy notice, the preview and the erasure are made from it. */
export interface Kept {
  table: keyof DB & string;
  /** The columns that hold it. */
  columns: readonly string[];
  /** The column by which its rows belong to someone, by what it refers to. */
  of: Partial<
    Record<
      'person' | 'login' | 'statement' | 'credential' | 'address' | 'request' | 'point' | 'attachment' | 'note',
      string
    >
  >;
  /**
   * removed: the rows go; emptied: these values take their place; kept: they stay, and the notice says why.
   * `words`: only where the words of someone's statements are to be erased too.
   */
  erasure: 'removed' | 'emptied' | 'kept';
  words?: true;
  emptied?: Record<string, string | number | null>;
}

/** What stands where a name or words were. */
export const nameErased = '[name erased]';
export const wordsErased = '[words erased]';

// prettier-ignore
/** In the order in which they are erased: what refers to something goes before it. */
export const personal: readonly Kept[] = [
  { table: 'mail', columns: ['subject', 'body', 'words', 'person_id', 'statement_id', 'recipient_id'], of: { person: 'person_id', statement: 'statement_id', address: 'recipient_id' }, erasure: 'removed' },
  { table: 'mail_recipient', columns: ['address', 'refused'], of: { address: 'id' }, erasure: 'removed' },
  { table: 'login_session', columns: ['token', 'ip_address', 'user_agent', 'user_id'], of: { login: 'user_id' }, erasure: 'removed' },
  { table: 'login_method', columns: ['account_id', 'provider_id', 'access_token', 'refresh_token', 'id_token', 'password', 'scope', 'user_id'], of: { login: 'user_id' }, erasure: 'removed' },
  { table: 'login_passkey', columns: ['name', 'public_key', 'credential_id', 'transports', 'aaguid', 'user_id'], of: { login: 'user_id' }, erasure: 'removed' },
  { table: 'login_verification', columns: ['identifier', 'value'], of: { login: 'value' }, erasure: 'removed' },
  { table: 'login_limit', columns: ['bucket'], of: {}, erasure: 'kept' },
  { table: 'request_bucket', columns: ['bucket'], of: {}, erasure: 'kept' },
  { table: 'api_answer', columns: ['person_id', 'key', 'request_hash', 'answer'], of: { person: 'person_id' }, erasure: 'removed' },
  { table: 'api_token', columns: ['person_id', 'name', 'token_hash', 'scope'], of: { person: 'person_id' }, erasure: 'removed' },
  { table: 'login', columns: ['name', 'email', 'image', 'person_id'], of: { person: 'person_id' }, erasure: 'removed' },
  { table: 'invitation', columns: ['name', 'title', 'function', 'email', 'person_id', 'invited_by'], of: { person: 'person_id' }, erasure: 'removed' },
  { table: 'reading_mark', columns: ['person_id'], of: { person: 'person_id' }, erasure: 'removed' },
  { table: 'acknowledgement', columns: ['by_id'], of: { statement: 'statement_id' }, erasure: 'removed' },
  { table: 'guest', columns: ['email', 'name'], of: { statement: 'statement_id' }, erasure: 'removed' },
  { table: 'credential', columns: ['person_id', 'function', 'words', 'verified_by', 'verified_how'], of: { person: 'person_id' }, erasure: 'emptied', emptied: { function: null, words: '', verified_how: null } },
  { table: 'credential_decision', columns: ['how', 'by_id'], of: { credential: 'credential_id' }, erasure: 'emptied', emptied: { how: '' } },
  { table: 'practice', columns: ['contact_name', 'contact_email', 'consent_how', 'holder_id', 'consented_by', 'spotted_by'], of: { person: 'holder_id' }, erasure: 'emptied', emptied: { contact_name: null, contact_email: null, consent_how: null } },
  { table: 'practice_contact', columns: ['words', 'person_id'], of: { person: 'person_id' }, erasure: 'emptied', emptied: { words: '' } },
  { table: 'statement_speaker', columns: ['name', 'function', 'likeness', 'person_id'], of: { person: 'person_id', statement: 'statement_id' }, erasure: 'emptied', emptied: { name: nameErased, function: null, likeness: null } },
  { table: 'speaker_slot', columns: ['name', 'function', 'person_id', 'requested_by'], of: { person: 'person_id' }, erasure: 'emptied', emptied: { name: nameErased, function: null } },
  { table: 'erasure_request', columns: ['name', 'email', 'words', 'person_id', 'answered_by'], of: { person: 'person_id', statement: 'statement_id', request: 'id' }, erasure: 'emptied', emptied: { name: '', email: '', words: '' } },
  { table: 'person', columns: ['name', 'title', 'function'], of: { person: 'id' }, erasure: 'emptied', emptied: { name: nameErased, title: null, function: null } },
  { table: 'statement_translation', columns: ['body', 'translator'], of: { statement: 'statement_id' }, erasure: 'removed', words: true },
  { table: 'statement_revision', columns: ['body', 'search', 'by_id'], of: { statement: 'statement_id' }, erasure: 'emptied', words: true, emptied: { body: wordsErased } },
  { table: 'receipt', columns: ['salt'], of: { statement: 'statement_id' }, erasure: 'emptied', words: true, emptied: { salt: null } },
  { table: 'attachment_file', columns: ['bytes'], of: { attachment: 'attachment_id' }, erasure: 'removed', words: true },
  { table: 'attachment', columns: ['name', 'by_id'], of: { statement: 'statement_id' }, erasure: 'emptied', words: true, emptied: { name: wordsErased } },
  { table: 'note_revision', columns: ['line', 'words', 'by_id'], of: { note: 'note_id' }, erasure: 'emptied', words: true, emptied: { line: wordsErased, words: wordsErased } },
  { table: 'correction', columns: ['body', 'reason', 'words', 'stood', 'written', 'by_id', 'decided_by'], of: { statement: 'statement_id' }, erasure: 'emptied', words: true, emptied: { body: wordsErased, reason: '', words: '' } },
  { table: 'delivery', columns: ['link', 'filed_by'], of: { statement: 'statement_id' }, erasure: 'emptied', words: true, emptied: { link: null } },
  { table: 'quotation', columns: ['text'], of: { statement: 'quoted_id' }, erasure: 'emptied', words: true, emptied: { text: wordsErased } },
  { table: 'point_before', columns: ['stood'], of: { point: 'point_id' }, erasure: 'removed', words: true },
  { table: 'point_actor', columns: ['name'], of: { point: 'point_id' }, erasure: 'emptied', words: true, emptied: { name: nameErased } },
  { table: 'point', columns: ['message', 'verb', 'topic', 'wording'], of: { statement: 'statement_id' }, erasure: 'emptied', words: true, emptied: { message: wordsErased, verb: '', topic: '', wording: '' } },
  { table: 'citation', columns: ['quotation', 'before', 'after'], of: { statement: 'statement_id' }, erasure: 'emptied', words: true, emptied: { quotation: wordsErased, before: '', after: '' } },
  { table: 'practice_source', columns: ['quotation'], of: { statement: 'statement_id' }, erasure: 'emptied', words: true, emptied: { quotation: wordsErased } },
  { table: 'appeal', columns: ['words', 'answer', 'by_id', 'answered_by'], of: { statement: 'statement_id' }, erasure: 'emptied', words: true, emptied: { words: wordsErased } },
  { table: 'release_return', columns: ['words', 'by_id'], of: { statement: 'statement_id' }, erasure: 'emptied', words: true, emptied: { words: wordsErased } },
  { table: 'statement', columns: ['author_id'], of: { person: 'author_id' }, erasure: 'kept' },
  { table: 'note', columns: ['by_id'], of: { person: 'by_id' }, erasure: 'kept' },
  { table: 'note_merge', columns: ['by_id'], of: { person: 'by_id' }, erasure: 'kept' },
  { table: 'on_record_decision', columns: ['reason', 'by_id'], of: { statement: 'statement_id' }, erasure: 'kept' },
  { table: 'attendance', columns: ['by_id'], of: { person: 'by_id' }, erasure: 'kept' },
  { table: 'floor', columns: ['opened_by'], of: { person: 'opened_by' }, erasure: 'kept' },
  { table: 'floor_ruling', columns: ['words', 'ground', 'by_id'], of: { person: 'by_id' }, erasure: 'kept' },
  { table: 'role', columns: ['person_id'], of: { person: 'person_id' }, erasure: 'kept' },
  { table: 'ruling', columns: ['words', 'by_id'], of: { statement: 'statement_id' }, erasure: 'kept' },
  { table: 'disposition', columns: ['reason', 'by_id'], of: { statement: 'statement_id' }, erasure: 'kept' },
  { table: 'point_decision', columns: ['reason', 'by_id'], of: { person: 'by_id' }, erasure: 'kept' },
  { table: 'point_carried', columns: ['by_id'], of: { person: 'by_id' }, erasure: 'kept' },
  { table: 'point_answer', columns: ['by_id'], of: { person: 'by_id' }, erasure: 'kept' },
  { table: 'issue_compared', columns: ['by_id'], of: { person: 'by_id' }, erasure: 'kept' },
  { table: 'issue_merge', columns: ['by_id'], of: { person: 'by_id' }, erasure: 'kept' },
  { table: 'issue_title', columns: ['by_id'], of: { person: 'by_id' }, erasure: 'kept' },
  { table: 'issue_declined', columns: ['by_id'], of: { person: 'by_id' }, erasure: 'kept' },
  { table: 'recommendation', columns: ['by_id'], of: { person: 'by_id' }, erasure: 'kept' },
  { table: 'recommendation_text', columns: ['by_id'], of: { person: 'by_id' }, erasure: 'kept' },
  { table: 'recommendation_voice', columns: ['by_id'], of: { person: 'by_id' }, erasure: 'kept' },
  { table: 'recommendation_move', columns: ['words', 'by_id'], of: { person: 'by_id' }, erasure: 'kept' },
  { table: 'sentence', columns: ['text', 'removed_by'], of: {}, erasure: 'kept' },
  { table: 'report', columns: ['rapporteur'], of: {}, erasure: 'kept' },
  { table: 'report_version', columns: ['content', 'by_id'], of: {}, erasure: 'kept' },
  { table: 'sign_off', columns: ['person_id'], of: { person: 'person_id' }, erasure: 'kept' },
  { table: 'kept_finding', columns: ['about', 'reason', 'by_id'], of: {}, erasure: 'kept' },
  { table: 'imported_text', columns: ['body'], of: {}, erasure: 'kept' },
  { table: 'statement_release', columns: ['released_by'], of: { statement: 'statement_id' }, erasure: 'kept' },
  { table: 'practice_passed_over', columns: ['by_id'], of: { person: 'by_id' }, erasure: 'kept' },
  { table: 'paper_version', columns: ['by_id'], of: { person: 'by_id' }, erasure: 'kept' },
  { table: 'question_wording', columns: ['by_id'], of: { person: 'by_id' }, erasure: 'kept' },
  { table: 'erasure', columns: ['person_id', 'verified_how', 'by_id'], of: { person: 'person_id', statement: 'statement_id' }, erasure: 'kept' },
  { table: 'record_payload', columns: ['payload'], of: {}, erasure: 'kept' },
  { table: 'record_witness', columns: ['named_by'], of: { person: 'named_by' }, erasure: 'kept' },
  { table: 'record_line', columns: ['actor_id'], of: { person: 'actor_id' }, erasure: 'kept' },
];

/** What is erased in one go; the words of statements only where that was asked. */
export function toErase(withWords: boolean): Kept[] {
  return personal.filter((kept) => kept.erasure !== 'kept' && (withWords || !kept.words));
}
