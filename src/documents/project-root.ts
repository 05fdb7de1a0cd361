import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where this project lies, when it cannot be found from the module's own place. Null: found by walking up. */
export const documentSettings: { projectRoot: string | null } = { projectRoot: null };

/**
 * The folder of the project's package.json, walking up from this module and then from the working folder: in the built
 * server this module is part of a bundle somewhere below it, while the child's program stays in `src/documents`.
 */
export function projectRoot(): string {
  const root = documentSettings.projectRoot ?? walkUp(dirname(fileURLToPath(import.meta.url))) ?? walkUp(process.cwd());
  if (root === null) throw new Error('The folder of Rapporteur was not found; set documentSettings.projectRoot.');
  return root;
}

function walkUp(from: string): string | null {
  for (let folder = from; ; folder = dirname(folder)) {
    if (isProject(folder)) return folder;
    if (dirname(folder) === folder) return null;
  }
}

function isProject(folder: string): boolean {
  const file = join(folder, 'package.json');
  if (!existsSync(file) || !existsSync(join(folder, 'src/documents/reading-child.ts'))) return false;
  return (JSON.parse(readFileSync(file, 'utf8')) as { name?: string }).name === 'rapporteur';
}
