import { acts } from '#acts.ts';
import { viewerOf } from '#people/access.ts';
import { perform, type Act } from '#record/act.ts';
import type { Forum } from '#record/forum.ts';
import { found, refuseIf } from '#record/refusals.ts';
import { program, type Viewer } from '#record/viewer.ts';
import type { Command } from './command.ts';
import { tellApart } from './words.ts';

export const actsCommand: Command = {
  name: 'acts',
  usage: 'acts',
  options: {},
  takes: [0, 0],
  does: 'Lists every act: every way in which the forum’s state can change.',
  async run({ terminal }) {
    for (const act of acts) terminal.print(`${act.name.padEnd(22)} ${act.does}`);
    return 0;
  },
};

const wording = {
  usage: 'act NAME [JSON] [--as EMAIL]',
  options: { as: { type: 'string' } },
  takes: [1, 2],
} as const;

export const actCommand: Command = {
  name: 'act',
  ...wording,
  does: 'Performs an act, as the person who signs in with EMAIL, or as the program itself; prints its outcome.',
  async run({ words, forum, terminal }) {
    const { values, positionals } = tellApart(wording, words);
    const [name = '', input = '{}'] = positionals;
    const act = acts.find((act) => act.name === name);
    refuseIf(act ? null : { code: 'act.unknown', values: { name } });
    const actor = values.as ? await signedInAs(forum, values.as) : program;
    const outcome = await perform(forum, actor, act as Act, parse(input));
    if (outcome !== undefined) terminal.print(JSON.stringify(outcome));
    return 0;
  },
};

async function signedInAs(forum: Forum, email: string): Promise<Viewer> {
  const login = await forum.db
    .selectFrom('login')
    .select('person_id')
    .where('email', '=', email.toLowerCase())
    .executeTakeFirst();
  return viewerOf(forum.db, found(login, `account ${email}`).person_id);
}

/** JSON, with dates written as ISO 8601 brought back to dates, as acts expect them. */
function parse(input: string): never {
  try {
    const isDate = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/;
    return JSON.parse(input, (_key, value) =>
      typeof value === 'string' && isDate.test(value) ? new Date(value) : value,
    ) as never;
  } catch {
    refuseIf('cli.json_wrong');
    throw new Error('unreachable');
  }
}
