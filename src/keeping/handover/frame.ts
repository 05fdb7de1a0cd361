import { say } from '#messages/say.ts';
import { htmlFile } from '#report/export/html-file.ts';
import { xml, type Xml } from '#report/export/xml.ts';
import { program } from '#record/viewer.ts';
import { directionOf } from '#ui/direction.ts';
import type { Handover } from './gathered.ts';

type Content = Parameters<typeof xml>[2];

/** A page of the folder; `up` leads from it to the folder's own home and is empty there. */
export function framed(
  { edition, viewer }: Handover,
  { title, up }: { title: string; up: string },
  ...main: Content[]
) {
  const isConfidential = viewer.program === program.program;
  return htmlFile(
    { language: 'en', title: `${title} – ${edition.short_name}` },
    up !== '' &&
      xml('p', { class: 'soft' }, xml('a', { href: `${up}index.html` }, `${edition.name}: ${say('handover.home')}`)),
    xml('h1', {}, title),
    isConfidential && xml('p', { class: 'notice' }, xml('b', {}, say('handover.confidential'))),
    ...main,
  );
}

/** Names and what they are; those without anything are left out. */
export function facts(given: Record<string, Content>): Xml {
  const known = Object.entries(given).filter(([, value]) => value !== null && value !== '' && value !== undefined);
  return xml('dl', {}, known.map(([name, value]) => [xml('dt', {}, name), xml('dd', { dir: 'auto' }, value)])); // prettier-ignore
}

export function link(href: string, text: string): Xml {
  return xml('a', { href }, text);
}

/** Words in the language they were said in, a paragraph for each line. */
export function words(body: string, language: string): Xml {
  const lines = body.split(/\n+/).filter((line) => line.trim() !== '');
  return xml('div', { lang: language, dir: directionOf(language) }, lines.map((line) => xml('p', {}, line))); // prettier-ignore
}
