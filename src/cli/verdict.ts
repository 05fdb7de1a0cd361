import type { Finding, Verdict } from '#keeping/verifying/verify.ts';
import { say } from '#messages/say.ts';
import { isSignedBy } from '#record/tree/checkpoint.ts';
import type { Verifier } from '#record/tree/signed-note.ts';
import type { Terminal } from './terminal.ts';

export function tell(
  { size, root, rows, files, erased, newest, findings }: Verdict,
  key: Verifier | null,
  terminal: Terminal,
): number {
  tellFindings(findings, terminal);
  const isForged = key !== null && newest !== null && !isSignedBy(newest, key);
  if (isForged) terminal.error(say('verify.not_signed'));
  if (findings.length > 0 || isForged) return 1;
  terminal.print(say('verify.holds', { size, root: root.toString('base64'), rows, files, erased }));
  return 0;
}

const mostTold = 100;

export function tellFindings(findings: readonly Finding[], terminal: Terminal): void {
  for (const finding of findings.slice(0, mostTold)) terminal.error(sentenceOf(finding));
  if (findings.length > mostTold) terminal.error(say('verify.more', { count: findings.length - mostTold }));
}

export function sentenceOf({ what, sequence = 0, table = '', row = '', size = 0 }: Finding): string {
  return say(`verify.${what}`, { sequence, table, row, size });
}
