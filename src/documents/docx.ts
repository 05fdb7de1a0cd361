import mammoth from 'mammoth';
import { hidingStyles, partText, visiblePart, walkPart } from '#documents/docx-hidden.ts';
import { openPackage, packParts } from '#documents/docx-package.ts';
import { htmlToText } from '#documents/html.ts';
import { DocumentRefusal, printableName } from '#documents/refusal.ts';
import { excerpts } from '#documents/warnings.ts';
import type { DocumentWarning } from '#documents/warnings.ts';

/**
 * The text of a DOCX: insertions accepted, deletions, hidden text, comments, pictures and macros left out, each with
 * a warning. Runs in the reading child only: mammoth holds a document several times over in memory.
 * Refuses what `openPackage` and `walkPart` refuse, `docx_broken`, and `document_no_text` for pictures without words.
 */
export async function docxToText(bytes: Uint8Array): Promise<{ text: string; warnings: DocumentWarning[] }> {
  const { parts, otherNames } = openPackage(bytes);
  const warnings = partWarnings(parts, otherNames);
  warnings.push(...keepVisible(parts));
  const page = htmlToText(await html(packParts(parts)));
  const text = page.text.replace(/ ?↑$/gm, '');
  const pictures = otherNames.filter((name) => /\.(png|jpe?g|gif|emf|wmf|tiff?|bmp|webp)$/i.test(name)).length;
  if (text.trim() === '' && pictures > 0) throw new DocumentRefusal('document_no_text');
  if (text.trim() === '') warnings.push({ code: 'no_text', values: {} });
  if (pictures > 0) warnings.push({ code: 'pictures_left_out', values: { count: pictures } });
  return { text, warnings };
}

async function html(docx: Buffer): Promise<string> {
  try {
    const result = await mammoth.convertToHtml(
      { buffer: docx },
      {
        styleMap: ["p[style-name='Title'] => h1:fresh", "p[style-name='Subtitle'] => h2:fresh"],
        includeEmbeddedStyleMap: false,
        externalFileAccess: false,
        convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
      },
    );
    return result.value;
  } catch {
    throw new DocumentRefusal('docx_broken');
  }
}

// Word shows these in every package; anything else that is not a picture, a font or data of its own is named.
const usual =
  /^(docProps\/|customXml\/|word\/(media|theme|fonts|embeddings|charts|diagrams|glossary|_rels)\/|word\/(settings|webSettings|fontTable|comments\w*|people|header\d*|footer\d*|stylesWithEffects|commentsIds)\.xml$|_rels\/|.*\/$)/;

function partWarnings(parts: Map<string, Uint8Array>, otherNames: string[]): DocumentWarning[] {
  const warnings: DocumentWarning[] = [];
  const macros = otherNames.some(
    (name) => /vbaProject|activeX|\.bin$|attachedTemplate/i.test(name) && !name.includes('printerSettings'),
  );
  const outside = otherNames.some((name) => name.endsWith('settings.xml.rels')) || externalTargets(parts);
  if (macros || outside) warnings.push({ code: 'active_content', values: {} });
  const strange = otherNames.filter((name) => !usual.test(name) && !/vbaProject/i.test(name));
  if (strange.length > 0) {
    const shown = strange.slice(0, 5).map(printableName).join(', ');
    warnings.push({
      code: 'entries_ignored',
      values: { parts: strange.length > 5 ? `${shown}, …` : shown, count: strange.length },
    });
  }
  return warnings;
}

// Links in the text are external too, and harmless: only what would be fetched on opening counts.
function externalTargets(parts: Map<string, Uint8Array>): boolean {
  return [...parts].some(([name, part]) => {
    return (
      name.endsWith('.rels') &&
      /Type="[^"]*\/(image|frame|oleObject|attachedTemplate|subDocument)"[^>]*TargetMode="External"/.test(
        partText(part),
      )
    );
  });
}

// Replaces each part with words in it by what a reader sees of it; every other part is checked and kept.
function keepVisible(parts: Map<string, Uint8Array>): DocumentWarning[] {
  const styleSheet = parts.get('word/styles.xml');
  const styles = styleSheet ? hidingStyles(partText(styleSheet)) : new Map();
  const hidden: string[] = [];
  let changesTracked = false;
  let comments = false;
  for (const [name, bytes] of parts) {
    const xml = partText(bytes);
    if (/^word\/(document|footnotes|endnotes)\d*\.xml$/.test(name)) {
      const seen = visiblePart(xml, styles);
      parts.set(name, Buffer.from(seen.xml));
      hidden.push(...seen.hidden);
      changesTracked ||= seen.changesTracked;
      comments ||= seen.comments;
    } else {
      walkPart(xml, { open() {} });
      parts.set(name, Buffer.from(xml));
    }
  }
  const warnings: DocumentWarning[] = [];
  if (hidden.length > 0)
    warnings.push({ code: 'hidden_text', values: { excerpts: excerpts(hidden), count: hidden.length } });
  if (changesTracked) warnings.push({ code: 'changes_tracked', values: {} });
  if (comments) warnings.push({ code: 'comments_left_out', values: {} });
  return warnings;
}
