import { hasDemo } from '#people/queries.ts';
import { editionCalled } from '#programme/queries.ts';
import type { LayoutServerLoad } from './$types';

/** The edition a page belongs to – the newest one where its address names none – and who is reading. */
export const load: LayoutServerLoad = async ({ locals, params }) => {
  const { forum, viewer, language, theme } = locals;
  const called = params.edition ? await editionCalled(forum.db, params.edition) : undefined;
  return {
    edition: called ?? (await editionCalled(forum.db)) ?? null,
    isDemo: await hasDemo(forum.db),
    reader: viewer.personId ? { name: viewer.name! } : null,
    language,
    theme,
  };
};
