import { z } from 'zod';
import { offeredActs } from './offered-acts.ts';
import { resources } from './resources.ts';
import type { Resource } from './resource.ts';
import { problem } from './shapes.ts';

type Json = Record<string, unknown>;

/** The API in OpenAPI 3.1, from the very schemas it reads and answers by. */
export function openApi(origin: string): Json {
  const reading = resources.map((resource): [string, Json] => [resource.path, { get: readingOf(resource) }]);
  const acting = offeredActs.map(({ name, does, input }): [string, Json] => [
    `/acts/${name}`,
    { post: actingOf(name, does, input as z.ZodType) },
  ]);
  return {
    openapi: '3.1.1',
    info: {
      title: 'Rapporteur',
      version: '1',
      description:
        'Reads what the pages show, for the same reader, and performs the same acts. Without a token it gives what the public may see.',
      license: { name: 'Apache 2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: `${origin}/api/v1` }],
    security: [{}, { token: [] }],
    paths: Object.fromEntries([...reading, ...acting]),
    components: {
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer', description: 'A personal access token, made at /account/tokens.' },
      },
      schemas: { Problem: schemaOf(problem, 'output') },
      responses: {
        Problem: {
          description: 'It was not done, or is not there; `detail` is a sentence.',
          content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
        },
      },
    },
  };
}

function readingOf({ path, says, answer, query }: Resource): Json {
  const parts = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => {
    return { name, in: 'path', required: true, schema: { type: 'string' } };
  });
  const { properties = {} } = schemaOf(query, 'input') as { properties?: Json };
  const asked = Object.entries(properties).map(([name, schema]) => ({ name, in: 'query', required: false, schema }));
  return {
    operationId: `get${path.replace(/\{(\w+)\}/g, 'By $1').replace(/(?:^|[^A-Za-z]+)([A-Za-z])/g, (_, letter) => letter.toUpperCase())}`,
    summary: says,
    tags: ['Reading'],
    parameters: [...parts, ...asked],
    responses: {
      200: { description: says, content: { 'application/json': { schema: schemaOf(answer, 'output') } } },
      default: { $ref: '#/components/responses/Problem' },
    },
  };
}

function actingOf(name: string, does: string, input: z.ZodType): Json {
  return {
    operationId: name.replace(/[._]([a-z])/g, (_, letter: string) => letter.toUpperCase()),
    summary: does,
    tags: ['Acting'],
    security: [{ token: [] }],
    parameters: [
      {
        name: 'Idempotency-Key',
        in: 'header',
        required: false,
        description: 'Any text of your own: the same request sent twice under it within a day is done once.',
        schema: { type: 'string', minLength: 1, maxLength: 200 },
      },
    ],
    requestBody: { required: true, content: { 'application/json': { schema: schemaOf(input, 'input') } } },
    responses: {
      200: { description: 'The outcome.', content: { 'application/json': { schema: { type: 'object' } } } },
      default: { $ref: '#/components/responses/Problem' },
    },
  };
}

/** JSON Schema without the name of its dialect, which OpenAPI 3.1 takes for granted; dates as they travel. */
function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    override({ zodSchema, jsonSchema }) {
      if (zodSchema._zod.def.type === 'date') Object.assign(jsonSchema, { type: 'string', format: 'date-time' });
    },
  }) as Json;
  return rest;
}
