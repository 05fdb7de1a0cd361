import { openDatabase } from '#db/open.server.ts';
import { archiveOf, openArchive } from '#keeping/archive.ts';
import { RecordBroken, restore } from '#keeping/restoring.ts';
import { say } from '#messages/say.ts';
import { Refusal } from '#record/refusals.ts';
import { sealRecord } from '#record/tree/sealing.ts';
import { readPlace } from '#settings.ts';
import type { Command } from './command.ts';
import type { Reading } from './reading.ts';
import { refused } from './refused.ts';
import { sentenceOf } from './verdict.ts';
import { tellApart } from './words.ts';

const backupWording = { usage: 'backup FILE', options: {}, takes: [1, 1] } as const;
const restoreWording = { usage: 'restore FILE', options: {}, takes: [1, 1] } as const;

export const backupCommand: Command = {
  name: 'backup',
  ...backupWording,
  does: 'Writes everything in the forum, as it is at one moment, to a file (.tar.gz), also while the server runs. The keys in the data directory are not in it: keep them elsewhere.',
  async run({ words, forum, terminal }) {
    const { positionals } = tellApart(backupWording, words);
    const [path = ''] = positionals;
    const write = async () => {
      await sealRecord(forum);
      return terminal.saveAll(path, archiveOf(forum.db, { at: forum.now(), key: forum.signer.key }));
    };
    const isChanged = (error: unknown) => error instanceof Refusal && error.code === 'backup.changed_meanwhile';
    // Somebody's file was erased while it was written: then it must not speak of it.
    const bytes = await write().catch((error) => (isChanged(error) ? write() : Promise.reject(error)));
    terminal.error(say('cli.written', { path, bytes }));
    return 0;
  },
};

export const restoreReading: Reading = {
  name: 'restore',
  ...restoreWording,
  does: 'Brings a backup into an empty forum: the data directory, or the database at DATABASE_URL. Holds it against its record before it is kept.',
  async run(words, terminal) {
    const { positionals } = tellApart(restoreWording, words);
    try {
      const archive = await openArchive(positionals[0]!);
      const { databaseUrl: url, dataDirectory: directory } = readPlace(process.env);
      const database = await openDatabase({ url, directory }, archive.about.migrations);
      try {
        const { verdict, about } = await restore(database, archive);
        terminal.print(say('restore.done', { ...verdict, root: verdict.root.toString('base64'), at: about.at }));
        return 0;
      } finally {
        await database.close();
      }
    } catch (error) {
      if (error instanceof RecordBroken)
        for (const finding of error.verdict.findings.slice(0, 20)) terminal.error(sentenceOf(finding));
      return refused(error, terminal);
    }
  },
};
