import { generateKeyPairSync } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { DB } from '#db/schema.ts';
import { readCheckpoint } from '#record/tree/checkpoint.ts';
import { checkpointAt } from '#record/tree/queries.ts';
import { signText, writeVerifier } from '#record/tree/signed-note.ts';

/** Somebody outside with a key of their own, who signs the newest head of a record. */
export function makeWitness(name: string) {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  return {
    key: writeVerifier(name, publicKey, 4),
    async cosigned(db: Kysely<DB>, at: Date): Promise<string> {
      const { note } = (await checkpointAt(db))!;
      return `${note}${signText(readCheckpoint(note)!.note.text, name, privateKey, Math.floor(at.getTime() / 1000))}\n`;
    },
  };
}
