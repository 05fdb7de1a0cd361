import { say } from '#messages/say.ts';
import { xml } from '#report/export/xml.ts';
import { facts, framed, words } from './frame.ts';
import type { Handover, PracticePart } from './gathered.ts';

export function practicesPage(of: Handover, parts: readonly PracticePart[]): string {
  return framed(
    of,
    { title: say('handover.practices_title', { edition: of.edition.name }), up: '../' },
    parts.map(({ practice, picture }) => [
      xml('h2', { id: practice.slug, lang: practice.language, dir: 'auto' }, practice.title),
      facts({
        [say('handover.promoter')]: practice.delegation?.name ?? practice.person,
        [say('handover.countries')]: practice.isGlobal ? say('handover.everywhere') : practice.countries.join(', '),
        [say('handover.themes')]: practice.themes.join(', '),
        [say('handover.partners')]: practice.partners.map(({ name }) => name).join(', '),
      }),
      words(practice.summary, practice.language),
      picture && xml('p', {}, xml('img', { src: picture, alt: practice.illustration ?? '' })),
    ]),
  );
}
