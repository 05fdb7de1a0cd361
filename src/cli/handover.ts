import { folderFor, type Done } from '#keeping/handover/folder.ts';
import type { Member } from '#keeping/tar.ts';
import { say } from '#messages/say.ts';
import { program, visitor } from '#record/viewer.ts';
import type { Command } from './command.ts';
import { editionNamed } from './report.ts';
import { refuseUnlessEmpty } from './terminal.ts';
import { tellApart } from './words.ts';

const wording = {
  usage: 'handover EDITION FOLDER [--confidential]',
  options: { confidential: { type: 'boolean' } },
  takes: [2, 2],
} as const;

export const handoverCommand: Command = {
  name: 'handover',
  ...wording,
  does: 'Writes an edition to a folder of open files that the next Chair reads without this program: pages, reports, data, attachments and the signed record. It holds what everyone may read; with --confidential also what only the offices see.',
  async prepare(words) {
    const { positionals } = tellApart(wording, words);
    // Before anything is made: when all of it is done is too late to learn it.
    await refuseUnlessEmpty(positionals[1]!);
    return words;
  },
  async run({ words, forum, terminal }) {
    const { positionals, values } = tellApart(wording, words);
    const [name = '', path = ''] = positionals;
    const edition = await editionNamed(forum, name);
    const { sequence } = await forum.db.selectFrom('record_head').select('sequence').executeTakeFirstOrThrow();
    const viewer = values.confidential ? program : visitor;
    const folder = folderFor(forum, { edition, viewer, at: forum.now(), sequence }, (at) => terminal.error(say('handover.progress', at))); // prettier-ignore
    let done: Done | undefined;
    const members = async function* (): AsyncGenerator<Member> {
      done = yield* folder;
    };
    await terminal.saveFolder(path, members());
    terminal.error(say('handover.written', { path, ...done!, confidential: values.confidential ? 'yes' : 'no' }));
    return 0;
  },
};
