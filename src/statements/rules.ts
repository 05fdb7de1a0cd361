import type { Reason } from '#record/refusals.ts';

/** What a rule has to know of a roundtable. */
interface OpenForComment {
  state: string;
  commentsCloseAt: Date | null;
}

/** Comments are taken from the opening to the announced time, by the server's clock. */
export function commentRefusal(roundtable: OpenForComment, now: Date): Reason | null {
  if (roundtable.state === 'draft') return 'comment.not_open_yet';
  const deadline = roundtable.commentsCloseAt;
  if (deadline && deadline <= now) return { code: 'comment.deadline_past', values: { deadline } };
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

/** A ruling is on a comment that has an author the Chair can answer to, or whose time to identify has passed. */
export function rulingRefusal(statement: { kind: string; state: string }): Reason | null {
  if (statement.kind !== 'comment') return 'ruling.not_a_comment';
  return statement.state === 'withdrawn' ? 'statement.withdrawn' : null;
}

export const longestComment = 20_000;
