// What is installed and what is built, each with a stamp of the sources it was made from. Plain JavaScript for whatever Node is
// at hand (18 or newer).
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

export const packages = stamped('node_modules/.rapporteur-install', () => ['package-lock.json']);
/** The packages that only tests, checks and benches need. */
export const tools = stamped('node_modules/.rapporteur-tools', () => ['package-lock.json']);
export const pages = stamped('build/.stamp', () => [
  'package-lock.json',
  'vite.config.ts',
  ...filesBelow('src'),
  ...filesBelow('static'),
  // The demo forum is part of the server.
  ...filesBelow('test').filter((file) => file.startsWith(path.join('test', 'world'))),
]);

function stamped(stamp, files) {
  const file = path.join(root, stamp);
  return {
    /** Whether it was made from the sources as they are now. */
    isThere: () => read(file) === fingerprint(files()),
    wasThere: () => fs.existsSync(file),
    /** Makes it, and stamps it with the sources as they were before. */
    make(how) {
      const sources = fingerprint(files());
      how();
      fs.writeFileSync(file, sources);
    },
  };
}

function filesBelow(folder) {
  const place = path.join(root, folder);
  if (!fs.existsSync(place)) return [];
  return fs
    .readdirSync(place, { withFileTypes: true })
    .flatMap((entry) =>
      entry.isDirectory() ? filesBelow(path.join(folder, entry.name)) : path.join(folder, entry.name),
    )
    .sort();
}

function fingerprint(files) {
  const hash = createHash('sha256');
  for (const file of files)
    hash
      .update(file)
      .update('\0')
      .update(read(path.join(root, file)))
      .update('\0');
  return hash.digest('hex');
}

/** A file's text, or none where there is no such file. */
export function read(file) {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
