import type { Reason } from '#record/refusals.ts';
import type { RoleKind } from '#record/viewer.ts';

/** A roundtable’s number: its place in the programme and in that of its clusters, as in “2.1”. */
export const roundtableNumber = /^\d{1,4}(\.\d{1,4}){0,3}$/;

export type RoundtableState =
  | 'draft'
  | 'open_for_comment'
  | 'comment_closed'
  | 'ready'
  | 'in_session'
  | 'suspended'
  | 'adjourned'
  | 'record_draft'
  | 'record_final';

/** Where a roundtable may go from where it stands, as rules of procedure commonly have it. */
export const roundtableMoves: Record<RoundtableState, readonly RoundtableState[]> = {
  // The Chair circulates the background and the guiding questions, or goes straight to the meeting.
  draft: ['open_for_comment', 'ready'],
  // Comments close at the announced time, or earlier by decision of the Chair.
  open_for_comment: ['comment_closed'],
  // A closed comment period can be reopened, with a new time.
  comment_closed: ['open_for_comment', 'ready'],
  ready: ['in_session', 'open_for_comment'],
  // "The Chair may declare the meeting opened, suspended and adjourned."
  in_session: ['suspended', 'adjourned'],
  suspended: ['in_session', 'adjourned'],
  // A resumed session takes up an adjourned one; otherwise the record is drawn up.
  adjourned: ['in_session', 'record_draft'],
  record_draft: ['record_final'],
  // A final record changes by corrigendum, never by going back.
  record_final: [],
};

/** Who takes a roundtable there: the programme is the offices', the meeting the co-chairs' too. */
export const roundtableMovers: Record<RoundtableState, readonly RoleKind[]> = {
  draft: ['support_unit', 'chairs_office'],
  // The Chair's office and the support unit announce comments; "the Co-Chairs may decide to extend or reopen them".
  open_for_comment: ['support_unit', 'chairs_office', 'co_chair'],
  comment_closed: ['support_unit', 'chairs_office', 'co_chair'],
  ready: ['support_unit', 'chairs_office', 'co_chair'],
  // "The Chair shall declare the opening and closing of each meeting."
  in_session: ['co_chair', 'support_unit', 'chairs_office'],
  suspended: ['co_chair', 'support_unit', 'chairs_office'],
  adjourned: ['co_chair', 'support_unit', 'chairs_office'],
  record_draft: ['support_unit', 'chairs_office', 'co_chair'],
  record_final: ['support_unit', 'chairs_office', 'co_chair'],
};

/** A name of the IANA time zone database, as `Africa/Kampala`. */
export function isTimeZone(zone: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }));
  } catch {
    return false;
  }
}

/** The states a reader of the steps is shown, in their usual order. */
export const roundtableSteps = [
  'draft',
  'open_for_comment',
  'ready',
  'in_session',
  'record_draft',
  'record_final',
] as const satisfies readonly RoundtableState[];

/** An import may bring in a meeting that is already over: it takes the state it is found in. */
export function moveRefusal(from: string, to: RoundtableState): Reason | null {
  const allowed = roundtableMoves[from as RoundtableState] ?? [];
  return allowed.includes(to) ? null : { code: 'roundtable.cannot_move', values: { from, to } };
}

/** Addresses that belong to no edition: one called so would stand behind a page of the house. */
const taken = [
  'account',
  'api',
  'checkpoint',
  'confirm',
  'import',
  'inbound-mail',
  'invitation',
  'privacy',
  'receipts',
  'record',
  'set-up',
  'sign-in',
  'sign-up',
  'sign-out',
  'sign-up',
  'theme',
  'tile',
  'unsubscribe',
];

export function editionSlugRefusal(slug: string): Reason | null {
  return taken.includes(slug) ? { code: 'edition.address_reserved', values: { slug } } : null;
}
