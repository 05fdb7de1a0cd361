import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { viewerOf } from '#people/access.ts';
import type { Forum } from '#record/forum.ts';
import { program, visitor, type Viewer } from '#record/viewer.ts';
import { forumTest } from '#test/forum.ts';
import { madeOnce } from '#test/made-once.ts';
import { loadWorld } from '#test/world.ts';
import { acts } from '#acts.ts';
import { atomOf } from './atom.ts';
import { openApi } from './description.ts';
import { exported, exportedTable, tables } from './export.ts';
import { offeredActs, offeredNames } from './offered-acts.ts';
import { resources } from './resources.ts';
import type { Resource } from './resource.ts';

const params: Record<string, Record<string, string>> = {
  default: { edition: 'lake-forum', number: '2.1', statement: '10' },
  '/editions/{edition}/delegations/{slug}': { edition: 'lake-forum', slug: 'guatemala' },
  '/editions/{edition}/practices/{slug}': { edition: 'lake-forum', slug: 'an-arrivals-desk-in-the-bus-station' },
};

const demo = madeOnce(loadWorld);

/** Everything a resource gives this reader, page after page. */
async function all(forum: Forum, viewer: Viewer, resource: Resource): Promise<unknown[]> {
  const answers: unknown[] = [];
  for (let cursor: string | undefined; ;) {
    const query = { limit: 30, cursor };
    const asked = { forum, viewer, params: params[resource.path] ?? params.default!, query };
    const answer = JSON.parse(JSON.stringify(await resource.read(asked))) as { next?: string | null };
    answers.push(answer);
    if (!answer.next) return answers;
    cursor = answer.next;
  }
}

describe('the API over the demo', () => {
  forumTest('answers every address as its description says, page after page', async ({ forum }) => {
    await demo(forum);
    for (const resource of resources) {
      const answers = await all(forum, visitor, resource);
      for (const answer of answers) resource.answer.parse(answer);
      const items = answers.flatMap((answer) => (answer as { items?: unknown[] }).items ?? [answer]);
      expect(items.length, resource.path).toBeGreaterThan(0);
      expect(new Set(items.map((item) => JSON.stringify(item))).size, resource.path).toBe(items.length);
    }
  });

  forumTest('exports what it answers, and a feed that is well-formed', async ({ forum }) => {
    const ids = await demo(forum);
    const json = JSON.parse(await whole(exported(forum, visitor, 'lake-forum'))) as { roundtables: { number: string; said: unknown[]; ledger: unknown }[] }; // prettier-ignore
    const said = json.roundtables.find(({ number }) => number === '2.1')!;
    const listed = await all(
      forum,
      visitor,
      resources.find(({ path }) => path.endsWith('{number}/statements'))!,
    );
    expect(said.said).toEqual(listed.flatMap((page) => (page as { items: unknown[] }).items));
    expect(said.ledger).not.toBeNull();
    for (const table of tables) {
      const csv = await whole(exportedTable(forum, visitor, 'lake-forum', table));
      expect(csv.split('\r\n').length, table).toBeGreaterThan(20);
    }
    const edition = await forum.db.selectFrom('edition').selectAll().where('id', '=', ids.edition).executeTakeFirstOrThrow(); // prettier-ignore
    const feed = await atomOf(forum, { edition, roundtable: null });
    const entries = feed.match(/<entry>[\s\S]*?<\/entry>/g)!;
    expect(entries).toHaveLength(50);
    expect(new Set(feed.match(/<id>urn:uuid:[0-9a-f-]{36}<\/id>/g)).size).toBe(51);
    for (const entry of entries)
      expect(entry).toMatch(/<id>[\s\S]*<title>[\s\S]*<updated>\d{4}-\d\d-\d\dT[\d:.]+Z<\/updated>[\s\S]*<author><name>.+<\/name><\/author>[\s\S]*<content/); // prettier-ignore
    expect(feed.replace(/<\/?[a-z]+(?: [a-z:]+="[^"<]*")*\/?>/g, '').replace(/^<\?xml[^>]*>/, '')).not.toMatch(/[<>]|&(?!(?:amp|lt|gt|quot);)/); // prettier-ignore
  });

  forumTest('gives the desk what it sees, and a delegate no more than the public and their own', async ({ forum }) => {
    const ids = await demo(forum);
    const statements = resources.find(({ path }) => path.endsWith('{number}/statements'))!;
    const count = async (viewer: Viewer) =>
      (await all(forum, viewer, statements)).flatMap((page) => (page as { items: unknown[] }).items).length;
    const delegate = await viewerOf(forum.db, ids.people.get('yusuf')!);
    expect(await count(delegate)).toBe(await count(visitor));
    expect(await count(program)).toBeGreaterThan(await count(visitor));
  });
});

async function whole(pieces: AsyncGenerator<string>): Promise<string> {
  let text = '';
  for await (const piece of pieces) text += piece;
  return text;
}

describe('the description', () => {
  const document = openApi('https://forum.example');
  let text: string;
  beforeAll(() => {
    text = JSON.stringify(document);
  });

  it('has the shape of OpenAPI 3.1', () => {
    const parameter = z.object({ name: z.string(), in: z.enum(['path', 'query', 'header']), required: z.boolean(), schema: z.object({}) }); // prettier-ignore
    const operation = z.object({
      operationId: z.string().regex(/^[A-Za-z]+$/),
      summary: z.string().regex(/^[A-Z].*\.$/s),
      parameters: z.array(parameter),
      responses: z.object({ 200: z.object({ description: z.string(), content: z.object({ 'application/json': z.object({ schema: z.object({ type: z.string() }) }) }) }), default: z.object({ $ref: z.string() }) }), // prettier-ignore
    });
    const shape = z.object({
      openapi: z.literal('3.1.1'),
      info: z.object({ title: z.string(), version: z.string() }),
      servers: z.tuple([z.object({ url: z.literal('https://forum.example/api/v1') })]),
      paths: z.record(
        z.string().startsWith('/'),
        z.union([z.object({ get: operation }), z.object({ post: operation })]),
      ),
    });
    const { paths } = shape.parse(document);
    const operations = Object.values(paths).map((path) => ('get' in path ? path.get : path.post));
    expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(operations.length);
    expect(Object.keys(paths)).toHaveLength(resources.length + offeredActs.length);
    for (const [path, { get }] of Object.entries(paths) as [string, { get?: z.infer<typeof operation> }][])
      if (get)
        expect(get.parameters.filter((one) => one.in === 'path').map(({ name }) => name)).toEqual(
          [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name),
        );
  });

  it('refers to nothing that is not in it, and leaves no type open but dates', () => {
    const refs = [...text.matchAll(/"\$ref":"#([^"]+)"/g)].map(([, path]) => path!);
    for (const path of refs.filter((path) => path.startsWith('/components')))
      expect(path.split('/').slice(1).reduce<unknown>((at, part) => (at as Record<string, unknown>)[part], document), path).toBeDefined(); // prettier-ignore
    expect(text).toContain('"format":"date-time"');
    expect(text).not.toContain('"$schema"');
  });

  it('offers acts that exist, and none that looks after accounts', () => {
    const known = acts.map(({ name }) => name);
    expect(offeredNames.filter((name) => !known.includes(name))).toEqual([]);
    expect(offeredActs.filter(({ name }) => /^(account|token|person|role|invitation|passkey|comment\.confirm)/.test(name))).toEqual([]); // prettier-ignore
  });
});
