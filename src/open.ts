import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { dropTemplates } from '#db/drop-templates.ts';
import { keepMigrated } from '#db/migrated-cluster.ts';
import { openDatabase, type Database } from '#db/open.server.ts';
import { readSecret, readSigner } from '#kept-keys.ts';
import { mailPlaces } from '#mail/places.ts';
import { ministryIn, openMinistry, type Ministry, type MinistrySettings } from '#people/ministry.ts';
import type { SignIn } from '#people/sign-in.server.ts';
import type { Forum } from '#record/forum.ts';
import { openLive } from '#record/live.ts';
import type { Queue } from '#record/queue.ts';
import { keepSealed } from '#record/tree/keep-sealed.ts';
import { keepStatistics } from '#record/statistics.ts';
import type { Settings } from '#settings.ts';
import { listen, mention, type Ears } from '#db/listen.ts';

/** Everything that runs behind the pages and the terminal, opened once for a process. */
export interface Rapporteur {
  forum: Forum;
  database: Database;
  /** Opened on first use: the terminal never needs it. */
  signIn(): Promise<SignIn>;
  /** A ministry's own sign-in, where the settings name one. */
  ministry: Ministry | null;
  queue: Queue;
  close(): Promise<void>;
}

/** Opens the database, brings it up to date, and stands everything on it. Throws `DatabaseUnavailable`. */
export async function openRapporteur(settings: Settings): Promise<Rapporteur> {
  if (!settings.databaseUrl && !existsSync(join(settings.dataDirectory, 'pg'))) await keepNewForum();
  const opening = openDatabase({ url: settings.databaseUrl, directory: settings.dataDirectory });
  // While the database starts on its own thread, this one loads what will stand on it.
  const loading = loadQueue();
  const [database] = await Promise.all([opening, loading]);
  let queue: Queue | undefined;
  try {
    const [openQueue, reactions, chores] = await loading;
    queue = await openQueue(database, reactions, chores);
    return await standOn(settings, database, queue);
  } catch (error) {
    await queue?.close();
    await database.close();
    throw error;
  }
}

function loadQueue() {
  return Promise.all([
    import('#record/queue.ts').then(({ openQueue }) => openQueue),
    import('#reactions.ts').then(({ reactions }) => reactions),
    import('#chores.ts').then(({ chores }) => chores),
  ]);
}

/** Sees to it that the database of a new forum can be had by copying. */
export function keepNewForum(): Promise<void> {
  return keepMigrated(openAndClose);
}

/** A forum that nothing happens in: its tables, and those of its queue, as little as can be copied. */
async function openAndClose(directory: string): Promise<void> {
  const database = await openDatabase({ directory });
  const [openQueue, reactions, chores] = await loadQueue();
  await (await openQueue(database, reactions, chores)).close();
  await dropTemplates(database.db);
  await database.close();
}

async function standOn(settings: Settings, database: Database, queue: Queue): Promise<Rapporteur> {
  const forum = await openForum(settings, database, queue);
  const ministry = ministryIn(settings);
  const stopListening = forum.shared ? await listen(settings.databaseUrl!, earsOf(forum)) : null;
  const stopSealing = keepSealed(forum);
  const stopCounting = forum.shared ? null : keepStatistics(forum);
  let signIn: Promise<SignIn> | undefined;
  return {
    forum,
    database,
    queue,
    signIn() {
      // One that failed, perhaps for want of the database, is tried again by whoever comes next.
      signIn ??= openAccounts(forum).catch((error) => {
        signIn = undefined;
        throw error;
      });
      return signIn;
    },
    ministry: ministry && openMinistry(ministry, () => openAccounts(forum, ministry)),
    async close() {
      await queue.close();
      await stopListening?.();
      await stopSealing();
      await stopCounting?.();
      await database.close();
    },
  };
}

function earsOf({ live }: Forum): Ears {
  return {
    heard: (sequence) => live.announce(sequence, []),
    mentioned: (word) => live.hear(word),
    setDeaf: (isDeaf) => live.setDeaf(isDeaf),
  };
}

async function openAccounts(forum: Forum, ministry?: MinistrySettings): Promise<SignIn> {
  const [{ openSignIn }, { sendSignInLink }] = await Promise.all([
    import('#people/sign-in.server.ts'),
    import('#mail/letters/accounts.ts'),
  ]);
  const sendLink = (email: string, token: string) => sendSignInLink(forum, email, token);
  return openSignIn(forum, { sendLink, ...(ministry ? { ministry } : {}) });
}

async function openForum(settings: Settings, database: Database, queue: Queue): Promise<Forum> {
  const origin = settings.origin ?? `http://localhost:${settings.port}`;
  const { sequence } = await database.db.selectFrom('record_head').select('sequence').executeTakeFirstOrThrow();
  return {
    db: database.db,
    live: openLive(sequence, database.kind === 'postgres' ? (word) => mention(database.db, word) : undefined),
    follow: queue.follow,
    shared: database.kind === 'postgres',
    now: () => new Date(),
    newId: randomUUID,
    origin,
    secret: readSecret(settings),
    signer: readSigner(settings, origin),
    mail: mailPlaces(settings, origin),
    wake: queue.wake,
  };
}
