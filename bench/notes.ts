// How long a keystroke takes at the note-taker's desk: the line read, names completed, the engine's reading beside it; at a
// desk of 300 lines and a register of 200 delegations. We promise 50 ms.
import { performance } from 'node:perf_hooks';
import { completions, namesOf, readLine, type Named } from '#notes/line/rules.ts';
import { pairsOf } from '#notes/rules.ts';
import { theRegister } from '#engine/register.ts';
import { readerFor, readerWhenIdle } from '#routes/[edition]/desk/notes/[number]/reading.ts';

const states = theRegister().actors.filter(({ kind }) => kind === 'state').slice(0, 190); // prettier-ignore
const register: Named[] = [
  ...states.map(({ name, code = null, aliases }) => ({
    id: name,
    slug: slugOf(name),
    name,
    code,
    aliases,
    kind: 'state',
  })),
  ...Array.from({ length: 10 }, (_, i) => {
    const name = `City of Miremba ${i}`;
    return { id: name, slug: slugOf(name), name, code: null, aliases: [], kind: 'city' };
  }),
];
const sentences = [
  'q how cities reach people who avoid every counter',
  'o a complete separation of the files; would support a narrow one, under the 2030 Agenda',
  'p national money follows the person to the district where they live, and stays for the first hundred days',
];
const about = {
  questions: sentences.map((text, i) => ({ number: i + 1, text })),
  issues: sentences.map((title) => ({ title })),
  comments: Array.from({ length: 100 }, (_, i) => ({ number: i, delegation: register[i % 200]!.id, name: 'x', body: sentences.join(' ').repeat(5) })), // prettier-ignore
};
const lines = Array.from({ length: 300 }, (_, i) => ({ id: String(i), by: i % 2 ? 'A' : 'B', typedAt: new Date(i * 30_000), words: sentences[i % 3]!, verb: 'stated', slot: String(Math.floor(i / 6)) })); // prettier-ignore

const began = performance.now();
const names = namesOf(register, register.slice(0, 30).map(({ id }) => id)); // prettier-ignore
readerFor(register, about);
const opening = performance.now() - began;
// As the desk does, while nobody types.
const reads = await readerWhenIdle(register, about);

const times: number[] = [];
// What it takes of the processor, however busy the machine is with other things.
const spent: number[] = [];
const cpu = () => (({ user, system }) => (user + system) / 1000)(process.threadCpuUsage());
for (let round = 0; round < 40; round++)
  for (const sentence of sentences) {
    const typed = `${register[round]!.code?.toLowerCase() ?? register[round]!.slug} ${sentence}`;
    for (let length = 1; length <= typed.length; length++) {
      const line = typed.slice(0, length);
      const [start, before] = [performance.now(), cpu()];
      const read = readLine(line, names);
      completions(line.trim(), names);
      reads(read, register[0]!);
      times.push(performance.now() - start);
      spent.push(cpu() - before);
    }
  }
const start = performance.now();
for (const turn of Map.groupBy(lines, ({ slot }) => slot).values()) pairsOf(turn, []);
const pairing = performance.now() - start;

times.sort((a, b) => a - b);
spent.sort((a, b) => a - b);
const at = (share: number) => times[Math.floor(times.length * share)]!.toFixed(2);
console.table([
  { what: 'a keystroke, median', ms: at(0.5) },
  { what: 'a keystroke, p99', ms: at(0.99) },
  { what: 'a keystroke, slowest', ms: times.at(-1)!.toFixed(2) },
  { what: 'a keystroke, slowest, of the processor', ms: spent.at(-1)!.toFixed(2) },
  { what: '300 lines set side by side, once a line', ms: pairing.toFixed(2) },
  { what: 'the engine made ready, once', ms: opening.toFixed(2) },
]);
console.log(`${times.length} keystrokes, ${register.length} delegations, ${lines.length} lines`);
if (Number(at(0.99)) > 50) process.exit(1);

function slugOf(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]+/g, '-');
}
