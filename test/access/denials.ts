/** How an act says that it is not for whoever tried it; any other refusal is about what was tried. */
export const denials: ReadonlySet<string> = new Set([
  'act.not_yours',
  'account.sign_up_needs_link',
  'comment.not_co_chair',
  'credential.not_yours',
  'credential.own',
  'credential.sign_in',
  'delegation.not_focal_point',
  'practice.not_identified',
  'slot.not_accredited',
  'slot.not_yours',
  'practice.not_your_words',
  'set_up.needs_code',
  'token.not_signed_in',
  'written.not_yours',
]);
