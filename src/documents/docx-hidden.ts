import { Parser } from 'htmlparser2';
import { DocumentRefusal } from '#documents/refusal.ts';

/** One part of a DOCX without what a reader of the page cannot see, and what was found on the way. */
export type VisiblePart = { xml: string; hidden: string[]; changesTracked: boolean; comments: boolean };

/** How a run or a style looks, as far as it can hide words. Undefined: nothing said, the style decides. */
type Look = { vanish?: boolean; white?: boolean; tiny?: boolean; shaded?: boolean };

// A report of a thousand pages has some 300,000 elements; real documents nest a few dozen deep.
const most = { elements: 400_000, depth: 400, attribute: 65_536 };

/** Text of a part in whichever encoding its first bytes announce. Refuses `docx_broken` for any other. */
export function partText(bytes: Uint8Array): string {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new DocumentRefusal('docx_broken');
  }
}

/**
 * Goes through a part once and refuses what no word processor writes: a document type declaration, which can name
 * entities and other files (`docx_declares_entities`), and elements too many, too deep or too long (`document_bomb`).
 */
export function walkPart(
  xml: string,
  on: {
    open: (name: string, attributes: Record<string, string>, at: number) => void;
    text?: (text: string) => void;
    close?: (name: string, end: number) => void;
  },
): void {
  let depth = 0;
  let elements = 0;
  const parser: Parser = new Parser(
    {
      onprocessinginstruction(name) {
        if (name.startsWith('!')) throw new DocumentRefusal('docx_declares_entities');
      },
      onopentag(name, attributes) {
        if (++elements > most.elements || ++depth > most.depth) throw new DocumentRefusal('document_bomb');
        on.open(localName(name), attributes, parser.startIndex);
      },
      onattribute(_, value) {
        if (value.length > most.attribute) throw new DocumentRefusal('document_bomb');
      },
      ontext: (text) => on.text?.(text),
      onclosetag(name) {
        depth--;
        on.close?.(localName(name), parser.endIndex + 1);
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.write(xml);
  parser.end();
}

/** The styles of a document that hide their words, with those based on them. */
export function hidingStyles(xml: string): Map<string, Look> {
  const styles = new Map<string, Look & { basedOn?: string }>();
  let current: (Look & { basedOn?: string }) | null = null;
  walkPart(xml, {
    open(name, attributes) {
      if (name === 'style') styles.set(valueOf(attributes, 'styleId') ?? '', (current = {}));
      else if (current && name === 'basedOn') current.basedOn = valueOf(attributes, 'val');
      else if (current) notice(current, name, attributes);
    },
    close(name) {
      if (name === 'style') current = null;
    },
  });
  const looks = new Map<string, Look>();
  for (const [id, own] of styles) {
    let look: Look = own;
    let base = own.basedOn;
    for (let steps = 0; base && steps < 20; steps++) {
      look = { ...styles.get(base), ...definedOnly(look) };
      base = styles.get(base)?.basedOn;
    }
    looks.set(id, look);
  }
  return looks;
}

/**
 * Drops the runs of a part whose words are marked hidden, are at most 2 points high, or are white on no shading, each
 * by its own formatting or its style's. Where an element is closed and opened is taken from the parser, so what stays
 * is the original, character for character.
 */
export function visiblePart(xml: string, styles: Map<string, Look>): VisiblePart {
  const cuts: [number, number][] = [];
  const hidden: string[] = [];
  const runs: { start: number; look: Look; text: string }[] = [];
  const shades: boolean[] = [];
  let paragraph: Look = {};
  let inText = false;
  let properties = '';
  let changesTracked = false;
  let comments = false;
  walkPart(xml, {
    open(name, attributes, at) {
      if (name === 'tc') shades.push(false);
      else if (name === 'p') paragraph = {};
      else if (name === 'r') runs.push({ start: at, look: {}, text: '' });
      else if (name === 't') inText = true;
      else if (name === 'rPr' || name === 'pPr' || name === 'tcPr') properties = name;
      else if (name === 'pStyle') paragraph = { ...styles.get(valueOf(attributes, 'val') ?? '') };
      else if (name === 'rStyle' && runs.length > 0) {
        const run = runs.at(-1)!;
        run.look = { ...styles.get(valueOf(attributes, 'val') ?? ''), ...definedOnly(run.look) };
      } else if (name === 'shd' && isShaded(attributes) && properties !== 'rPr') {
        if (properties === 'tcPr' && shades.length > 0) shades[shades.length - 1] = true;
        else paragraph.shaded = true;
      } else if (properties === 'rPr' && runs.length > 0) notice(runs.at(-1)!.look, name, attributes);
      if (/^(ins|del|moveFrom|moveTo)$/.test(name)) changesTracked = true;
      if (name === 'commentReference') comments = true;
    },
    text(text) {
      if (inText && runs.length > 0) runs.at(-1)!.text += text;
    },
    close(name, end) {
      if (name === 't') inText = false;
      else if (name === 'tc') shades.pop();
      else if (name === properties) properties = '';
      if (name !== 'r') return;
      const run = runs.pop();
      if (!run || run.text.trim() === '') return;
      const look = { ...paragraph, ...definedOnly(run.look) };
      const shaded = look.shaded || paragraph.shaded || shades.includes(true);
      if (look.vanish || look.tiny || (look.white && !shaded)) {
        cuts.push([run.start, end]);
        hidden.push(run.text);
      }
    },
  });
  return { xml: withoutCuts(xml, cuts), hidden: hidden, changesTracked, comments };
}

function notice(look: Look, name: string, attributes: Record<string, string>): void {
  const value = valueOf(attributes, 'val');
  if (name === 'vanish' || name === 'webHidden') look.vanish = value !== '0' && value !== 'false' && value !== 'off';
  else if (name === 'color')
    look.white = /^f[cdef]f[cdef]f[cdef]$/i.test(value ?? '') || valueOf(attributes, 'themeColor') === 'background1';
  else if (name === 'sz') look.tiny = Number(value) <= 4;
  else if (name === 'highlight' && value !== 'none' && value !== 'white') look.shaded = true;
  else if (name === 'shd' && isShaded(attributes)) look.shaded = true;
}

function isShaded(attributes: Record<string, string>): boolean {
  const fill = valueOf(attributes, 'fill') ?? 'auto';
  return !/^(auto|f{6})$/i.test(fill) || /^(solid|pct)/.test(valueOf(attributes, 'val') ?? '');
}

function withoutCuts(xml: string, cuts: [number, number][]): string {
  let kept = '';
  let from = 0;
  for (const [start, end] of cuts.toSorted((a, b) => a[0] - b[0])) {
    if (start < from) continue;
    kept += xml.slice(from, start);
    from = end;
  }
  return kept + xml.slice(from);
}

function valueOf(attributes: Record<string, string>, name: string): string | undefined {
  const key = Object.keys(attributes).find((one) => localName(one) === name);
  return key === undefined ? undefined : attributes[key];
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function definedOnly(look: Look): Look {
  return Object.fromEntries(Object.entries(look).filter(([, value]) => value !== undefined));
}
