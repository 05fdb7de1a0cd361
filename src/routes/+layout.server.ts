import { hasDemo } from '#people/queries.ts';
import { hasDesk } from '#people/rules.ts';
import { editionCalled } from '#programme/queries.ts';
import { remembered } from '#record/remembered.ts';
import type { LayoutServerLoad } from './$types';

/** The edition a page belongs to – the newest one where its address names none – and who is reading. */
export const load: LayoutServerLoad = async ({ locals, params }) => {
  const { forum, viewer, language, theme } = locals;
  const { edition: slug } = params;
  const called = slug ? await remembered(forum, `edition ${slug}`, () => editionCalled(forum.db, slug)) : undefined;
  const edition = called ?? (await remembered(forum, 'newest edition', () => editionCalled(forum.db))) ?? null;
  return {
    edition,
    hasDesk: edition !== null && hasDesk(viewer, edition.id),
    isDemo: await remembered(forum, 'has demo', () => hasDemo(forum.db)),
    reader: viewer.personId ? { name: viewer.name! } : null,
    language,
    theme,
  };
};
