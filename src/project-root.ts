import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * The folder of the project's package.json, walking up from this module: in the built server it is part of a bundle
 * somewhere below that folder, while migrations and the programs of threads and child processes stay in `src`.
 */
export const projectRoot: string = walkUp(dirname(fileURLToPath(import.meta.url)));

function walkUp(from: string): string {
  for (let folder = from; ; folder = dirname(folder)) {
    if (isProject(folder)) return folder;
    if (dirname(folder) === folder) throw new Error(`The folder of Rapporteur was not found above ${from}.`);
  }
}

function isProject(folder: string): boolean {
  const file = join(folder, 'package.json');
  return existsSync(file) && (JSON.parse(readFileSync(file, 'utf8')) as { name?: string }).name === 'rapporteur';
}
