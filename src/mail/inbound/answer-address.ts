import { timingSafeEqual } from 'node:crypto';
import type { Forum } from '#record/forum.ts';
import { signed } from '#record/signed.ts';

/**
 * Where an answer to a letter about a statement goes: the forum's own address with the statement and a signature behind a
 * plus. The signature is over the statement and the reader's address, so that it is worth nothing to anybody else. It
 * holds letters and digits only, in 41 characters, since mail servers change the case and allow 64 before the @.
 */
export function answerAddress({ mail, secret }: Forum, statementId: string, reader: string): string {
  const [local, host] = mail.inbound!.address.split('@') as [string, string];
  const statement = BigInt(`0x${statementId.replaceAll('-', '')}`)
    .toString(36)
    .padStart(25, '0');
  return `${local}+${statement}${signatureOf(secret, statementId, reader)}@${host}`;
}

/** The statement and the signature in such an address; null where it is another one. */
export function readAnswerAddress({ mail }: Forum, address: string): { statement: string; signature: string } | null {
  const [local, host] = mail.inbound!.address.toLowerCase().split('@') as [string, string];
  const [given = '', at = ''] = address.trim().toLowerCase().split('@');
  const code = given.startsWith(`${local}+`) && at === host ? given.slice(local.length + 1) : '';
  if (!/^[0-9a-z]{41}$/.test(code)) return null;
  const number = Array.from(code.slice(0, 25)).reduce((all, digit) => all * 36n + BigInt(parseInt(digit, 36)), 0n);
  const hex = number.toString(16).padStart(32, '0');
  if (hex.length > 32) return null;
  return { statement: hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-'), signature: code.slice(25) };
}

/** Whether the signature was made for a letter about this statement to this reader. */
export function isAnswerFrom({ secret }: Forum, statementId: string, reader: string, signature: string): boolean {
  const expected = Buffer.from(signatureOf(secret, statementId, reader));
  const given = Buffer.from(signature);
  return given.length === expected.length && timingSafeEqual(given, expected);
}

function signatureOf(secret: string, statementId: string, reader: string): string {
  const text = `${statementId} ${reader.trim().toLowerCase()}`;
  return signed(secret, 'answer', text).toLowerCase().replace(/[-_]/g, 'x').slice(0, 16);
}
