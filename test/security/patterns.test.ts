// No regular expression of the program can be kept busy by a text that is made for it (ReDoS), and nothing of it asks an
// address that a user gave (SSRF).
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import vm from 'node:vm';
import ts from 'typescript';
import { expect, it } from 'vitest';

const root = new URL('../../src/', import.meta.url).pathname;
const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
  (file) => file.endsWith('.ts') && !/\.test\.ts$|\.d\.ts$|schema\.ts$/.test(file),
);

// What is repeated, and what ends it so that nothing fits: each makes some kind of careless pattern try all ways there are.
const pumps = ['a', 'A', '0', ' ', '\n', '.', ',', '-', '"', '“', '’', '<', '(', '/', '@', 'é', 'aA', 'a ', ' a', 'a.', 'A.', '0,', '0 ', 'a@', 'a-', '. ', ', ', '\n ', '“a', '(a']; // prettier-ignore
const length = 2000;
const texts = pumps.flatMap((pump) => ['', '!'].map((end) => pump.repeat(Math.ceil(length / pump.length)) + end));

// One that tries pairs of places takes a tenth of a second for all of them; one that tries triples would take an hour.
it('no pattern takes long over two thousand characters of anything', { timeout: 120_000 }, () => {
  const place = vm.createContext({ texts, pattern: /x/ });
  const trying = new vm.Script('for (const text of texts) { pattern.lastIndex = 0; pattern.test(text); }');
  const slow = patterns().filter(({ pattern }) => {
    place.pattern = pattern;
    try {
      trying.runInContext(place, { timeout: 5000 });
      return false;
    } catch {
      return true;
    }
  });
  expect(slow.map(({ file, pattern }) => `${file}: ${pattern}`)).toEqual([]);
});

it('only these files reach out over a network, none to where a user says', () => {
  const reaching = files.filter((file) => {
    const text = readFileSync(join(root, file), 'utf8').replace(/^import type .*$/gm, '');
    return /(from |import\()'(node:(https?|net|tls|dgram|dns)|undici|nodemailer)|[^.\w]fetch\(|new (WebSocket|EventSource)\(/.test(
      text,
    );
  });
  expect(reaching.sort()).toEqual([
    // Its own command socket, and its own database.
    'cli/socket.ts',
    'db/embedded-server.ts',
    // Its own page, asked at its own address.
    'floor/stream.ts',
    // A record to verify, named at the terminal by whoever sits there.
    'keeping/verifying/follow.ts',
    // To whom the settings say letters go.
    'mail/server.ts',
    // The ministry that the settings name.
    'people/ministry.ts',
    // In the browser.
    'routes/[edition]/desk/notes/[number]/sending.ts',
    'routes/[edition]/desk/report/[number]/deciding.svelte.ts',
    'routes/[edition]/desk/report/[number]/hand.svelte.ts',
    'routes/[edition]/desk/report/[number]/keys.ts',
    'routes/[edition]/desk/report/[number]/sending.ts',
    'server.ts',
  ]);
});

function patterns(): { file: string; pattern: RegExp }[] {
  return files.flatMap((file) => {
    const source = ts.createSourceFile(file, readFileSync(join(root, file), 'utf8'), ts.ScriptTarget.Latest);
    const found: { file: string; pattern: RegExp }[] = [];
    const visit = (node: ts.Node): void => {
      if (ts.isRegularExpressionLiteral(node)) {
        const [, body = '', flags = ''] = /^\/([^]*)\/([a-z]*)$/.exec(node.text) ?? [];
        found.push({ file, pattern: new RegExp(body, flags.replace(/[gy]/g, '')) });
      }
      ts.forEachChild(node, visit);
    };
    visit(source);
    return found;
  });
}
