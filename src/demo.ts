import type { Rapporteur } from '#open.ts';
import { performAll } from '#record/act.ts';
import type { Settings } from '#settings.ts';
import { demoPassword } from '#test/world/demo-password.ts';

/**
 * Fills an empty embedded database with the demo forum, all of it or nothing, unless asked not to; a PostgreSQL database
 * only when asked. Says how to sign in to a demo, also to one loaded earlier; null when there is none.
 */
export async function loadDemo(
  { forum, database }: Rapporteur,
  settings: Settings,
  wanted: { empty: boolean; demo: boolean },
): Promise<{ email: string; password: string } | null> {
  const used = await forum.db.selectFrom('edition').select('id').limit(1).executeTakeFirst();
  const mayLoad = wanted.demo || (database.kind === 'embedded' && !wanted.empty && !settings.databaseUrl);
  if (!used && mayLoad) await performAll(forum, (await import('#test/world.ts')).loadWorld);
  const office = await forum.db
    .selectFrom('login')
    .innerJoin('role', 'role.person_id', 'login.person_id')
    .select('email')
    .where('demo', '=', true)
    .where('role.kind', '=', 'support_unit')
    .executeTakeFirst();
  return office ? { email: office.email, password: demoPassword } : null;
}
