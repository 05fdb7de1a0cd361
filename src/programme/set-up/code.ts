import { createHash, timingSafeEqual } from 'node:crypto';
import { spend } from '#people/accounts/limits.ts';
import { setUpTries } from '#people/accounts/rules.ts';
import { isAnyOfficeHeld } from '#people/offices/queries.ts';
import type { Forum } from '#record/forum.ts';
import { Refusal } from '#record/refusals.ts';
import { signed } from '#record/signed.ts';

const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * The code that lets whoever reads the server's console set the forum up, as “7KQ4-M2XD-09TB”; null once somebody holds an
 * office. The same for every process of a forum, and another after each time a forum was set up: so each works once.
 */
export async function setUpCode(forum: Forum): Promise<string | null> {
  if (await isAnyOfficeHeld(forum.db)) return null;
  const { times } = await forum.db
    .selectFrom('record_line')
    .select(({ fn }) => fn.countAll<number>().as('times'))
    .where('kind', '=', 'forum.set_up')
    .executeTakeFirstOrThrow();
  const bytes = createHash('sha256')
    .update(signed(forum.secret, 'set-up', String(times)))
    .digest();
  const code = [...bytes.subarray(0, 12)].map((byte) => letters[byte % 32]).join('');
  return code.replace(/(.{4})(?=.)/g, '$1-');
}

/** Refuses what is not the code, and to go on trying; says so too where the forum has been set up meanwhile. */
export async function proveSetUpCode(forum: Forum, typed: string): Promise<void> {
  const code = await setUpCode(forum);
  if (!code) throw new Refusal('set_up.done_already');
  const tried = await spend(forum, [{ what: 'set-up codes', refusal: 'set_up.wait', ...setUpTries }]);
  if (!isSame(plain(typed), plain(code))) throw new Refusal('set_up.code_wrong');
  await tried.giveBack();
}

function plain(code: string): string {
  return code
    .toUpperCase()
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
    .replace(/[^0-9A-Z]/g, '')
    .slice(0, 40);
}

function isSame(a: string, b: string): boolean {
  const of = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(of(a), of(b));
}
