/** A stretch of two versions of a text: in both, only in the earlier one (`out`), or only in the later one (`in`). */
export interface Change {
  text: string;
  kind: 'same' | 'out' | 'in';
}

// Beyond this many changed words two texts have little in common, and are shown one after the other.
const most = 1500;

/**
 * What changed from one version of a text to the next, word by word (words as Unicode's text segmentation has them, for the
 * language, BCP 47). The `same` and `out` stretches together are the earlier text, `same` and `in` the later one. Myers, “An O(ND) difference algorithm and its variations”, 1986.
 */
export function differenceOf(earlier: string, later: string, language: string): Change[] {
  const a = wordsIn(earlier, language);
  const b = wordsIn(later, language);
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  const changes: Change[] = b.slice(0, start).map((text) => ({ text, kind: 'same' as const }));
  changes.push(...between(a.slice(start, a.length - end), b.slice(start, b.length - end)));
  changes.push(...b.slice(b.length - end).map((text) => ({ text, kind: 'same' as const })));
  return joined(changes);
}

function wordsIn(text: string, language: string): string[] {
  return Array.from(new Intl.Segmenter(language, { granularity: 'word' }).segment(text), ({ segment }) => segment);
}

function between(a: string[], b: string[]): Change[] {
  const trace = pathsThrough(a, b);
  if (!trace) return [...a.map((text) => ({ text, kind: 'out' as const })), ...b.map((text) => ({ text, kind: 'in' as const }))]; // prettier-ignore
  const changes: Change[] = [];
  let x = a.length;
  let y = b.length;
  for (let d = trace.length - 1; d >= 0; d--) {
    const reach = trace[d]!;
    const k = x - y;
    const isIn = k === -d || (k !== d && at(reach, k - 1) < at(reach, k + 1));
    const fromX = d === 0 ? 0 : isIn ? at(reach, k + 1) : at(reach, k - 1);
    const fromY = d === 0 ? 0 : fromX - (isIn ? k + 1 : k - 1);
    while (x > fromX && y > fromY) {
      x--;
      changes.push({ text: b[--y]!, kind: 'same' });
    }
    if (d > 0) changes.push(isIn ? { text: b[--y]!, kind: 'in' } : { text: a[--x]!, kind: 'out' });
  }
  return changes.reverse();
}

/** How far one comes in the earlier text on each diagonal, -1 where none has been reached. */
type Reach = Int32Array;

const middle = most + 1;

function at(reach: Reach, k: number): number {
  return reach[k + middle]!;
}

/** How far one comes with each number of changes, before each of them; null where it would take too many. */
function pathsThrough(a: string[], b: string[]): Reach[] | null {
  const trace: Reach[] = [];
  const reach: Reach = new Int32Array(2 * middle + 1).fill(-1);
  reach[1 + middle] = 0;
  for (let d = 0; d <= Math.min(most, a.length + b.length); d++) {
    trace.push(reach.slice());
    for (let k = -d; k <= d; k += 2) {
      let x = k === -d || (k !== d && at(reach, k - 1) < at(reach, k + 1)) ? at(reach, k + 1) : at(reach, k - 1) + 1;
      let y = x - k;
      while (x < a.length && y < b.length && a[x] === b[y]) {
        x++;
        y++;
      }
      reach[k + middle] = x;
      if (x >= a.length && y >= b.length) return trace;
    }
  }
  return null;
}

/**
 * One stretch for each run of a kind; between two that stay, all that left stands before all that came. A blank between two
 * changed words belongs to both changes.
 */
function joined(changes: Change[]): Change[] {
  const runs: Change[] = [];
  const add = (kind: Change['kind'], text: string) => {
    if (text === '') return;
    const last = runs.at(-1);
    if (last?.kind === kind) last.text += text;
    else runs.push({ kind, text });
  };
  let [out, came, blank] = ['', '', ''];
  for (const { kind, text } of [...changes, { kind: 'same' as const, text: '' }]) {
    if (kind === 'same' && text.trim() === '' && text !== '' && out + came !== '') blank += text;
    else if (kind === 'same') {
      add('out', out);
      add('in', came);
      add('same', blank + text);
      [out, came, blank] = ['', '', ''];
    } else {
      out += blank + (kind === 'out' ? text : '');
      came += blank + (kind === 'in' ? text : '');
      blank = '';
    }
  }
  return runs;
}
