import { shapesOf } from '#db/shape.ts';
import { snapshotOf } from '#keeping/snapshot.ts';
import { follow } from '#keeping/verifying/follow.ts';
import { verify } from '#keeping/verifying/verify.ts';
import { say } from '#messages/say.ts';
import { Refusal, refuseIf } from '#record/refusals.ts';
import { isSignedBy, readCheckpoint, type Checkpoint } from '#record/tree/checkpoint.ts';
import { readVerifier, signedBy, type Verifier } from '#record/tree/signed-note.ts';
import type { Command } from './command.ts';
import type { Reading } from './reading.ts';
import { refused } from './refused.ts';
import type { Terminal } from './terminal.ts';
import { tell, tellFindings } from './verdict.ts';
import { textIn, verifyFile } from './verify-file.ts';
import { tellApart } from './words.ts';

const wording = {
  usage: 'verify [FILE|FOLDER|ADDRESS] [--checkpoint FILE]… [--key KEY] [--witness KEY]…',
  options: {
    checkpoint: { type: 'string', multiple: true },
    key: { type: 'string' },
    witness: { type: 'string', multiple: true },
  },
  takes: [0, 1],
} as const;

const does =
  'Holds a forum, a backup, an export, a handover’s folder, the proof of a receipt or the record at an address against its signed heads, and names what was changed. --checkpoint: a head kept elsewhere, or several; --key: the key it must be signed with; --witness: of whoever else must have signed the heads you kept. Exit status 1 where something is wrong.';

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
      const outside = await Promise.all((values.checkpoint ?? []).map(async (file) => headIn(await textIn(file), key)));
      tellWitnesses(outside, values.witness, terminal);
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
    const texts = await Promise.all((values.checkpoint ?? []).map(textIn));
    const named = (option: string, all: readonly string[] = []) => all.flatMap((one) => [option, one]);
    return [...named('--checkpoint', texts), ...named('--witness', values.witness), ...(values.key === undefined ? [] : ['--key', values.key])]; // prettier-ignore
  },
  async run({ words, forum, terminal }) {
    const { values } = tellApart(wording, words);
    const key = keyFrom(values.key ?? forum.signer.key);
    const outside = (values.checkpoint ?? []).map((text) => headIn(text, values.key ? key : null));
    tellWitnesses(outside, values.witness, terminal);
    const shapes = await shapesOf(forum.db);
    return tell(await verify(() => snapshotOf(forum.db, { withBytes: false }), shapes, outside), null, terminal);
  },
};

function keyFrom(given: string | undefined): Verifier | null {
  const key = given === undefined ? null : readVerifier(given);
  refuseIf(given !== undefined && !key ? 'verify.key_wrong' : null);
  return key;
}

/** Somebody else signed each head that was kept, and says when; refused where they did not. */
function tellWitnesses(outside: readonly Checkpoint[], keys: readonly string[] = [], terminal: Terminal): void {
  refuseIf(keys.length > 0 && outside.length === 0 ? 'verify.witness_of_what' : null);
  for (const witness of keys.map((key) => keyFrom(key)!))
    for (const { size, note } of outside) {
      const at = signedBy(witness, note.text, note.signatures);
      const values = { name: witness.name, size };
      if (!at) throw new Refusal({ code: 'verify.not_witnessed', values });
      terminal.print(say('verify.witnessed', { ...values, at: at.toISOString() }));
    }
}

function headIn(text: string, key: Verifier | null): Checkpoint {
  const head = readCheckpoint(`${text.replaceAll('\r\n', '\n').trimEnd()}\n`);
  if (!head) throw new Refusal('checkpoint.not_one');
  refuseIf(key && !isSignedBy(head, key) ? 'verify.not_signed' : null);
  return head;
}
