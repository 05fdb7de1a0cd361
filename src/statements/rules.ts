import type { Viewer } from '#record/viewer.ts';
import type { Reason } from '#record/refusals.ts';

/** What a rule has to know of a roundtable. */
interface OpenForComment {
  state: string;
  commentsCloseAt: Date | null;
  /** In which its times are said. */
  timeZone?: string;
}

/** Comments are taken from the opening to the announced time, by the server's clock. */
export function commentRefusal(roundtable: OpenForComment, now: Date): Reason | null {
  if (roundtable.state === 'draft') return 'comment.not_open_yet';
  const deadline = roundtable.commentsCloseAt;
  if (deadline && deadline <= now) {
    const { timeZone = 'UTC' } = roundtable;
    return { code: 'comment.deadline_past', values: { deadline, timeZone } };
  }
  return roundtable.state === 'open_for_comment' ? null : 'comment.closed';
}

/** An author may add a revision until the report's ledger is closed over the statement; a withdrawn one stays as it is. */
export function revisionRefusal(statement: { state: string; revisions: number }, basedOn: number): Reason | null {
  if (statement.state === 'withdrawn') return 'statement.withdrawn';
  if (statement.revisions !== basedOn)
    return { code: 'statement.revised_meanwhile', values: { revision: statement.revisions } };
  return null;
}

export function withdrawalRefusal(statement: { state: string; kind: string }): Reason | null {
  if (statement.state === 'withdrawn') return 'statement.withdrawn';
  // What was said on the floor was said; it can be corrected, not unsaid.
  return statement.kind === 'comment' || statement.kind === 'written_statement' ? null : 'statement.was_spoken';
}

export const longestComment = 20_000;
export const longestQuotation = 2_000;

/** One answers what is there to be read: not one's own later withdrawn words, nor those of another roundtable. */
export function replyRefusal(answered: { roundtable_id: string; state: string } | undefined, roundtable: string) {
  if (answered?.roundtable_id !== roundtable) return 'comment.answers_nothing';
  return answered.state === 'withdrawn' ? 'comment.answers_withdrawn' : null;
}

/**
 * The source of a pattern that finds exactly these words: blanks and line breaks between them may differ, as forms and pages
 * change them, and nothing else. Of no words it is the empty one. (`RegExp.escape` is too young for the phones in use.)
 */
export function patternOf(words: string): string {
  const escaped = words.trim().replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return escaped.replace(/\s+/g, '\\s+');
}

/** The words of a text that a passage repeats, exactly as they stand there. Null where the passage is not in the text. */
export function passageIn(text: string, passage: string): string | null {
  const pattern = patternOf(passage);
  return pattern === '' ? null : (new RegExp(pattern, 'u').exec(text)?.[0] ?? null);
}

/** Whether everyone may read the words of a statement that is on the record. */
export function areWordsPublic({ state, decision }: { state: string; decision: string | null }): boolean {
  return !['draft', 'withheld', 'withdrawn'].includes(state) && (decision ?? 'relevant') === 'relevant';
}

/** Whether someone is a co-chair of this roundtable, and so can say that they speak as one. */
export function chairsHere({ roles }: Pick<Viewer, 'roles'>, roundtableId: string): boolean {
  return roles.some(({ kind, roundtableId: where }) => kind === 'co_chair' && where === roundtableId);
}

/**
 * Where the policy names nobody, what was said aloud stays with those who keep the record: its words may tell who spoke
 * them. What somebody wrote for everyone to read is theirs to publish.
 */
export function isForTheRoom({ mode }: { mode: string }, { attribution }: { attribution: string }): boolean {
  return attribution !== 'attributed' && mode !== 'written';
}

/** An address without a name does not say who speaks; both are for those who are not signed in. */
export function guestRefusal({ name, email }: { name: string; email: string }): Reason | null {
  return email !== '' && name === '' ? 'comment.name_for_address' : null;
}

/** A statement is new to whoever has not marked it as read and did not write it; to a visitor nothing is. */
export function isNew(
  { number, isOwn = false }: { number: number; isOwn?: boolean },
  mark: { readTo: number; also: readonly number[] } | null,
): boolean {
  return mark !== null && !isOwn && number > mark.readTo && !mark.also.includes(number);
}

/** Who spoke, where the attribution policy names nobody. */
export const unnamedSpeaker = 'A delegation';

/** What was said on the floor, without the names of those who said it: for readers the policy does not tell them. */
export function withoutNames(text: string, names: readonly (string | null)[]): string {
  const known = names.filter((name) => name !== null && name !== '').sort((a, b) => b!.length - a!.length);
  if (known.length === 0) return text;
  const patterns = known.map((name) => patternOf(name!)).join('|');
  return text.replace(new RegExp(`(?<![\\p{L}\\p{N}])(?:${patterns})(?![\\p{L}\\p{N}])`, 'giu'), unnamedSpeaker);
}
