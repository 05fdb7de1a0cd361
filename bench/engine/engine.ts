// How true the engine's reading is, and how fast. `npm run bench:engine`
//
// Reads our own labelled texts (bench/engine/texts), and the labelled reports in GOLD_DIR where it is set (with
// SEED_DIR for the seed's text). The measure is that of src/engine/golden/measure.ts.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { machine } from '#bench/machine.ts';
import { theRegister } from '#engine/register.ts';
import { printCalibration, printConstructions, printOpposition, printTexts } from './accuracy.ts';
import { readCorpus } from './corpus.ts';
import type { Corpus } from './corpus.ts';
import { printSpeed } from './speed.ts';

const own = new URL('texts/', import.meta.url).pathname;
const corpora: Corpus[] = [
  ...readdirSync(own)
    .filter((file) => file.endsWith('.gold.jsonl'))
    .map((file) => readCorpus(join(own, file), join(own, file.replace('.gold.jsonl', '.txt')), true)),
  ...given(),
];

console.log(`The engine's reading\n${machine()}\n`);
const register = theRegister();
printTexts(corpora, register);
printConstructions(corpora, register);
printOpposition(corpora, register);
printCalibration(corpora, register);
await printSpeed();

/** The labelled reports that are not ours to keep here. */
function given(): Corpus[] {
  const folder = process.env['GOLD_DIR'];
  if (!folder) {
    console.log('GOLD_DIR is not set: the labelled reports are left out.');
    return [];
  }
  return readdirSync(folder)
    .filter((file) => file.endsWith('.gold.jsonl'))
    .flatMap((file) => {
      const name = file.replace('.gold.jsonl', '');
      const text = [join(folder, `${name}.txt`), ...seedsOf(name)].find((path) => existsSync(path));
      return text ? [readCorpus(join(folder, file), text, name.startsWith('seed'))] : [];
    });
}

function seedsOf(name: string): string[] {
  const folder = process.env['SEED_DIR'] ?? join(process.env['GOLD_DIR']!, '..', 'seeds');
  if (!existsSync(folder)) return [];
  const number = /\d+/.exec(name)?.[0];
  return number
    ? readdirSync(folder)
        .filter((file) => file.startsWith(`${number}_`) && file.endsWith('.txt'))
        .map((file) => join(folder, file))
    : [];
}
