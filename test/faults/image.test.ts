import { execFile } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const root = new URL('../../', import.meta.url).pathname;

/** Reads every file it is given, and says which asks for a package that is not to be there. */
const reader = `
  import { registerHooks } from 'node:module';
  const { leftOut, built } = JSON.parse(process.argv[1]);
  registerHooks({
    resolve(asked, context, next) {
      if (leftOut.some((name) => asked === name || asked.startsWith(name + '/')))
        console.log(context.parentURL + ' asks for ' + asked);
      return next(asked, context);
    },
  });
  for (const file of built) await import(file);
`;

test('what was built asks for nothing that the image leaves out', { timeout: 60_000 }, async () => {
  const recipe = readFileSync(join(root, 'Dockerfile'), 'utf8');
  const removed = recipe.matchAll(/dependencies(?:\.(\w+)|\[([^\]]+)\])/g);
  const leftOut = [...removed].map(([, plain, scoped]) => plain ?? scoped);
  expect(leftOut).toContain('@sveltejs/kit');
  const built = readdirSync(join(root, 'build'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file === 'handler.js' || /^server\/(chunks|entries|nodes)\/.*\.js$/.test(file))
    .map((file) => pathToFileURL(join(root, 'build', file)).href);
  expect(built.length).toBeGreaterThan(100);

  const words = ['--input-type=module', '--eval', reader, JSON.stringify({ leftOut, built })];
  const { stdout } = await promisify(execFile)(process.execPath, words, { cwd: root });
  expect(stdout).toBe('');
});
