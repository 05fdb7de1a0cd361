import { xml, type Xml } from '#report/export/xml.ts';

// Akoma Ntoso lets a document carry what its own vocabulary has no words for. There our files keep the whole archive, so
// that what a library hands on comes back without loss.
const namespace = 'urn:rapporteur:archive:1';

/** The archive, to stand among a document’s proprietary metadata. */
export function carriedArchive(json: string): Xml {
  // Two characters that JSON lets stand and XML does not.
  const safe = json.replace(/[\uFFFE\uFFFF]/g, (one) => `\\u${one.charCodeAt(0).toString(16)}`);
  return xml('proprietary', { source: '#forum' }, xml('archive', { xmlns: namespace }, safe));
}

/** The archive's JSON out of an Akoma Ntoso file of ours; null where there is none. */
export function inAkomaNtoso(text: string): string | null {
  const start = text.indexOf(`<archive xmlns="${namespace}">`);
  if (start === -1) return null;
  const from = text.indexOf('>', start) + 1;
  const end = text.indexOf('</archive>', from);
  return end === -1 ? null : unescaped(text.slice(from, end));
}

const characters: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function unescaped(markup: string): string {
  return markup.replace(/&(#x?[0-9a-f]+|\w+);/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return characters[name] ?? whole;
    const code = name[1] === 'x' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
