/** What a ruling's form says: one choice holds both the decision and, where it is against the comment, its reason. */
export function rulingIn({ statement = '', choice = '', words = '' }: Record<string, string>) {
  const [decision, reason = null] = choice.split(':');
  return { statement, decision: decision as 'relevant' | 'not_relevant', reason, words };
}
