import { shapesOf } from '#db/shape.ts';
import { snapshotOf } from '#keeping/snapshot.ts';
import { follow } from '#keeping/verifying/follow.ts';
import { verify } from '#keeping/verifying/verify.ts';
import { say } from '#messages/say.ts';
import { Refusal, refuseIf } from '#record/refusals.ts';
import { isSignedBy, readCheckpoint, type Checkpoint } from '#record/tree/checkpoint.ts';
import { readVerifier, type Verifier } from '#record/tree/signed-note.ts';
import type { Command } from './command.ts';
import type { Reading } from './reading.ts';
import { refused } from './refused.ts';
import { tell, tellFindings } from './verdict.ts';
import { textIn, verifyFile } from './verify-file.ts';
import { tellApart } from './words.ts';

const wording = {
  usage: 'verify [FILE|FOLDER|ADDRESS] [--checkpoint FILE] [--key KEY]',
  options: { checkpoint: { type: 'string' }, key: { type: 'string' } },
  takes: [0, 1],
} as const;

const does =
  'Holds a forum, a backup, an export, a handover’s folder, the proof of a receipt or the record at an address against its signed heads, and names what was changed. --checkpoint: a head kept elsewhere; --key: the key it must be signed with. Exit status 1 where something is wrong.';

/** A file, a folder or an address: nothing of a forum is opened. */
export const verifyReading: Reading = {
  name: 'verify',
  ...wording,
  does,
  suits: (words) => tellApart(wording, words).positionals.length > 0,
  async run(words, terminal) {
    try {
      const { values, positionals } = tellApart(wording, words);
      const [place = ''] = positionals;
      const key = keyFrom(values.key);
      const outside = values.checkpoint ? [headIn(await textIn(values.checkpoint), key)] : [];
      if (!/^https?:\/\//.test(place)) return await verifyFile(place, { outside, key }, terminal);
      const { head, isSigned, findings } = await follow(place, outside, key);
      if (isSigned === false) terminal.error(say('verify.not_signed'));
      tellFindings(findings, terminal);
      if (findings.length > 0 || isSigned === false) return 1;
      terminal.print(say('verify.followed', { size: head.size, root: head.root.toString('base64'), outside: outside.length })); // prettier-ignore
      return 0;
    } catch (error) {
      return refused(error, terminal);
    }
  },
};

/** The forum itself. What `--checkpoint` names is read where the command was given. */
export const verifyCommand: Command = {
  name: 'verify',
  ...wording,
  does,
  async prepare(words) {
    const { values } = tellApart(wording, words);
    const text = values.checkpoint === undefined ? [] : ['--checkpoint', await textIn(values.checkpoint)];
    return [...text, ...(values.key === undefined ? [] : ['--key', values.key])];
  },
  async run({ words, forum, terminal }) {
    const { values } = tellApart(wording, words);
    const key = keyFrom(values.key ?? forum.signer.key);
    const outside = values.checkpoint ? [headIn(values.checkpoint, values.key ? key : null)] : [];
    const shapes = await shapesOf(forum.db);
    return tell(await verify(() => snapshotOf(forum.db, { withBytes: false }), shapes, outside), null, terminal);
  },
};

function keyFrom(given: string | undefined): Verifier | null {
  const key = given === undefined ? null : readVerifier(given);
  refuseIf(given !== undefined && !key ? 'verify.key_wrong' : null);
  return key;
}

function headIn(text: string, key: Verifier | null): Checkpoint {
  const head = readCheckpoint(`${text.replaceAll('\r\n', '\n').trimEnd()}\n`);
  if (!head) throw new Refusal('checkpoint.not_one');
  refuseIf(key && !isSignedBy(head, key) ? 'verify.not_signed' : null);
  return head;
}
