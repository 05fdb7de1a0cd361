import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = new URL('../src/', import.meta.url).pathname;

// The course of a meeting: each folder may import those before it.
const course = [
  'db',
  'record',
  'people',
  'programme',
  'statements',
  'floor',
  'notes',
  'analysis',
  'report',
  'followup',
];
const before = (folder: string) => course.slice(0, course.indexOf(folder));
const except = (...folders: string[]) => course.filter((folder) => !folders.includes(folder));

// Imports point upstream. A folder may import those named here, and itself; `rules.ts` only other `rules.ts`.
const upstream: Record<string, string[]> = {
  ...Object.fromEntries(course.map((folder) => [folder, before(folder)])),
  engine: [],
  log: [],
  messages: [],
  ui: ['messages'],
  documents: ['messages'],
  notes: [...before('notes'), 'engine'],
  analysis: [...before('analysis'), 'engine'],
  report: [...before('report'), 'engine', 'documents', 'messages', 'ui'],
  // For whoever runs the server: what it counts, and how it stops.
  operating: ['db', 'record', 'floor'],
  api: ['.', ...course, 'messages'],
  importing: [...except('floor', 'notes', 'followup'), 'engine', 'documents', 'messages'],
  keeping: ['api', ...course, 'messages', 'ui'],
  mail: [...except('analysis'), 'documents', 'messages', 'ui'],
  cli: ['*'],
  routes: ['*'],
  '.': ['*'],
};
const frameworkFolders = ['routes', '.'];

interface Import {
  file: string;
  folder: string;
  to: string;
  isType: boolean;
}

const imports = filesBelow(root).flatMap(importsOf);

describe('imports', () => {
  it('were found', () => expect(imports.length).toBeGreaterThan(100));

  it('point upstream', () => {
    const wrong = imports.filter(({ folder, to, file, isType }) => {
      const target = folderOf(to);
      if (!to.startsWith('#') || target === folder) return false;
      const allowed = upstream[folder];
      if (!allowed) return true;
      // Anyone may tell what went wrong, and know where the project lies.
      if (target === 'log' || to === '#project-root.ts') return false;
      if (allowed.includes('*') || allowed.includes(target)) return false;
      // Components and pages may know the types of what they show, and any pure rule.
      return !((folder === 'ui' || file.endsWith('.svelte')) && (isType || to.endsWith('/rules.ts')));
    });
    expect(wrong).toEqual([]);
  });

  it('of a rule lead to rules only', () => {
    const wrong = imports.filter(
      ({ file, to, isType }) => file.endsWith('/rules.ts') && !isType && !to.endsWith('rules.ts'),
    );
    expect(wrong).toEqual([]);
  });

  it('of a component lead to components, rules, messages and the engine', () => {
    const wrong = imports.filter(
      ({ file, to, isType }) =>
        file.endsWith('.svelte') &&
        !isType &&
        to.startsWith('#') &&
        !/^#(ui|messages|engine|routes)\//.test(to) &&
        !to.endsWith('/rules.ts'),
    );
    expect(wrong).toEqual([]);
  });

  it('of the framework stay in routes and hooks', () => {
    const wrong = imports.filter(
      ({ folder, to, isType }) => /^(\$app|@sveltejs\/kit)/.test(to) && !frameworkFolders.includes(folder) && !isType,
    );
    expect(wrong).toEqual([]);
  });

  // Every start waits for this thread, and it waits for whatever it reads.
  it('of the thread of the embedded database are PGlite, Node’s own and its neighbours', () => {
    const seen = new Set(['db/embedded-worker.ts']);
    const others = new Set<string>();
    for (const reading of seen)
      for (const { file, to } of imports.filter(({ file, isType }) => file === reading && !isType))
        if (to.startsWith('./')) seen.add(join(dirname(file), to));
        else if (to.startsWith('#')) seen.add(to.slice(1));
        else if (!to.startsWith('node:')) others.add(to);
    expect([...others].sort()).toEqual(['@electric-sql/pglite', '@electric-sql/pglite/nodefs']);
    expect(seen.size).toBeGreaterThan(5);
  });

  it('never climb', () => expect(imports.filter(({ to }) => to.startsWith('../'))).toEqual([]));
});

it('names say what a file is about', () => {
  const empty = /(^|\/)(utils?|helpers?|common|misc|manager|service|index)(\.|\/|$)/;
  expect(filesBelow(root).filter((file) => empty.test(file))).toEqual([]);
});

it('a file is a page of code', () => {
  // What is generated, and the catalogues, which are lists, may be longer.
  const long = filesBelow(root)
    .filter((file) => !file.endsWith('schema.ts') && !file.startsWith('messages/'))
    .filter((file) => readFileSync(join(root, file), 'utf8').split('\n').length > 301);
  expect(long).toEqual([]);
});

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => /\.(ts|svelte)$/.test(file));
}

function importsOf(file: string): Import[] {
  const text = readFileSync(join(root, file), 'utf8');
  const isTest = file.endsWith('.test.ts');
  return [
    ...text.matchAll(
      /(?:^|\n)\s*(import|export)\s+(type\s+)?[^;'"]*?from\s+['"]([^'"]+)['"]|import\(['"]([^'"]+)['"]\)/g,
    ),
  ]
    .map(([, , type, from, dynamic]) => ({
      file,
      folder: file.includes('/') ? file.split('/')[0]! : '.',
      to: from ?? dynamic!,
      isType: type !== undefined,
    }))
    .filter(({ to }) => !(isTest && (to.startsWith('#test/') || to.startsWith('#'))) && !to.startsWith('#test/'));
}

function folderOf(to: string): string {
  const path = to.slice(1);
  return path.includes('/') ? path.split('/')[0]! : '.';
}
