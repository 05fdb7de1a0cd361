/**
 * The program of the child process: reads a report (as `setting.ts` makes it) from standard input, sets it with Typst and
 * writes the PDF to file 3. Typst runs as WebAssembly: it can read nothing but what it is given here.
 */
import { createWriteStream, readFileSync } from 'node:fs';
import { json } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import open, { TypstCompilerBuilder, TypstFontResolverBuilder } from '@myriaddreamin/typst-ts-web-compiler';
import { families, fontsFor } from './fonts.ts';
import type { Setting } from './setting.ts';

// Whoever asked may be gone by any signal, and Typst leaves this thread no moment to notice: another one does.
const watch = `const { ppid } = process; setInterval(() => process.ppid === ppid || process.kill(process.pid, 'SIGKILL'), 250)`;
new Worker(watch, { eval: true }).unref();

const report = (await json(process.stdin)) as Setting;
const pdf = await set(report);
createWriteStream('', { fd: 3 }).end(pdf, () => process.exit(0));

async function set(report: Setting): Promise<Uint8Array> {
  const modules = fileURLToPath(new URL('../../../../node_modules', import.meta.url));
  const template = readFileSync(new URL('report.typ', import.meta.url), 'utf8');
  const { fonts, missing } = await fontsFor(template + JSON.stringify(report), modules);
  const wasm = fileURLToPath(import.meta.resolve('@myriaddreamin/typst-ts-web-compiler/wasm'));
  await open({ module_or_path: readFileSync(wasm) });
  const resolver = new TypstFontResolverBuilder();
  for (const font of fonts) resolver.add_raw_font(font);
  const builder = new TypstCompilerBuilder();
  builder.set_dummy_access_model();
  const compiler = await builder.build();
  compiler.set_fonts(await resolver.build());
  compiler.add_source('/report.typ', template);
  const data = {
    ...report,
    fonts: families,
    missing: missing.length > 0 ? namedIn(report.missing, missing) : null,
  };
  compiler.map_shadow('/report.json', new TextEncoder().encode(JSON.stringify(data)));
  // The third word asks for complaints with their places.
  const { result, diagnostics } = compiler.compile('/report.typ', null, 'pdf', 3) as {
    result?: Uint8Array;
    diagnostics?: unknown;
  };
  if (!result) throw new Error(JSON.stringify(diagnostics));
  return readable(result);
}

/**
 * Without what Poppler takes for an error and need not be said: that no tag is suspect, and in which grey the rules of a
 * table are drawn. Blanks instead, so that every offset stays.
 */
function readable(pdf: Uint8Array): Uint8Array {
  const bytes = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength);
  for (const [from, to] of [
    ['/Suspects', 'false'],
    ['/BorderColor', ']'],
  ] as const)
    for (let at = bytes.indexOf(from); at >= 0; at = bytes.indexOf(from, at)) {
      const end = bytes.indexOf(to, at) + to.length;
      // Anything longer is a word of the text, in a stream.
      pdf.fill(0x20, at, end - at < 80 && end > at ? end : at + 1);
    }
  return pdf;
}

function namedIn(sentence: string, characters: string[]): string {
  const named = characters.map((one) => `U+${one.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`);
  return sentence.replace('%', named.slice(0, 50).join(', '));
}
