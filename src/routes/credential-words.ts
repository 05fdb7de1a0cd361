import type { CredentialView } from '#people/credentials/queries.ts';
import type { Dates } from '#ui/dates.ts';

type Say = (code: string, values?: Record<string, unknown>) => string;
type Decision = Pick<CredentialView['decisions'][number], 'decision' | 'by' | 'how' | 'at'>;

/** A decision on a credential in one sentence: what, when, by whom, and how or why. */
export function decisionWords({ decision, by, how, at }: Decision, when: Dates, say: Say): string {
  const values = { decision, at: when.shortDay(new Date(at)), by: by ?? say('credential.page.office'), how };
  if (!by && how) return say('credential.page.decided_somehow', values);
  return say(how ? 'credential.page.decided_how' : 'credential.page.decided', values);
}

/** How a credential came to stand where it stands. */
export function standingWords({ verified, decisions }: CredentialView, when: Dates, say: Say): string {
  const last = decisions.at(-1);
  if (verified) {
    const { by, how, at } = verified;
    return decisionWords({ decision: 'verified', by, how, at: at.toISOString() }, when, say);
  }
  return last ? decisionWords(last, when, say) : '';
}
