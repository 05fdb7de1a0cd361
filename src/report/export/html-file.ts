import { directionOf } from '#ui/direction.ts';
import { pageLook } from './page-look.ts';
import { Xml, xml, xmlFile } from './xml.ts';

/** A page of its own, in our look, that needs no network and no script and can run none. */
export function htmlFile(
  { language, title }: { language: string; title: string },
  ...main: Parameters<typeof xml>[2][]
) {
  const page = xml(
    'html',
    { lang: language, dir: directionOf(language) },
    xml(
      'head',
      {},
      xml('meta', { charset: 'utf-8' }),
      xml('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
      xml('meta', {
        'http-equiv': 'Content-Security-Policy',
        content: "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' file:",
      }),
      xml('title', {}, title),
      xml('style', {}, new Xml(pageLook)),
    ),
    xml('body', {}, xml('main', {}, ...main)),
  );
  // The one declaration HTML has of its own; the XML one would send old browsers into quirks.
  // Only XML closes an empty element in its own tag; HTML would read on into it.
  return xmlFile(page)
    .replace(/^<\?xml.*\n/, '<!doctype html>\n')
    .replace(/<(?!meta)([a-z0-9]+)([^<>]*)\/>/g, '<$1$2></$1>');
}
