import { low } from './reader.ts';
import type { Reader } from './reader.ts';
import { afterBrackets, speakerAt } from './speaker.ts';
import type { Speaker } from './speaker.ts';
import { verbAt } from './verb.ts';

// People and bodies the register does not hold: provisional actors, known by their capitals and by what follows.

const titles = new Set(
  'archbishop bishop monsignor msgr cardinal sheikh prince princess baroness lord judge justice captain colonel mr mrs ms miss dr prof professor sir dame amb ambassador hon h.e rev minister madam m mme mlle monsieur madame sr sra srta señor señora don doña dra embajador embajadora ambassadeur ambassadrice'.split(
    ' ',
  ),
);
const particles = new Set("de da do dos del della di du la le van von der den bin ibn al el ben abu d' y e".split(' '));
const bridges = new Set(
  "of for on the and de la le des du del los las et y & in to against with pour sur para d' l' e - –".split(' '),
);
export const described = new Set(
  'keynote speaker official panelist panellist expert activist officer spokesperson adviser advisor consultant researcher economist lawyer journalist scholar executive programme senior mayor oratrice orateur experte ponente experto experta'.split(
    ' ',
  ),
);
const bodies =
  /^(?:committee|council|union|network|federation|alliance|association|coalition|group|forum|institute|university|bank|fund|organi[sz]ation|programme|program|agency|office|commission|secretariat|ministry|centre|center|foundation|society|caucus|platform|initiative|league|movement|assembly|board|bureau|department|mechanism|chamber|congress|confederation|consortium|partnership|working|international|global|trust|mission|collective|campaign|réseau|fédération|comité|conseil|organisation|groupe|forum|institut|université|banque|fonds|agence|commission|ministère|fondation|confédération|syndicat|collectif|red|federación|consejo|organización|grupo|foro|instituto|universidad|banco|fondo|agencia|comisión|ministerio|fundación|confederación|sindicato|asociación|plataforma|alianza|coalición|plateforme)$/;
const notNames = new Set(
  'the this that these those on in at for from with by while as after before during under following regarding concerning noting recalling a an he she it they we i his her its their our more less others many some several most all both each and but or if when where there here discussion discussions interventions intervention statement statements comments comment debate presentation presentations session sessions roundtable round article paragraph option text monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december responding speaking among according however also then finally climate human main issues tools le la les un une des il elle en sur el los las una sobre dans pour par al no not what how why who which whether could should would'.split(
    ' ',
  ),
);

/** Where a run of capitalised words that can be a name ends; `at` itself when none begins there. */
export function nameEnd(reader: Reader, at: number): number {
  const { row } = reader;
  let i = at;
  let end = at;
  while (row[i]) {
    const token = row[i]!;
    if (token.sort === 'word' && token.upper && !(i === at && notNames.has(token.low))) end = ++i;
    else if (
      token.low === '.' &&
      i > at &&
      row[i - 1]!.upper &&
      (row[i - 1]!.text.length === 1 || titles.has(row[i - 1]!.low)) &&
      row[i + 1]?.upper
    )
      i++;
    else if (
      i > at &&
      (bridges.has(token.low) || particles.has(token.low) || token.low === "'s" || token.low === "'") &&
      leadsOn(reader, i)
    )
      i++;
    else break;
    if (i - at > 16) break;
  }
  return end;
}

/** A small word inside a name is followed, at once or after another small word, by a capital that is not a State. */
function leadsOn(reader: Reader, at: number): boolean {
  let i = at + 1;
  while (i < at + 3 && (bridges.has(low(reader, i)) || reader.tongue.determiners.has(low(reader, i)))) i++;
  const token = reader.row[i];
  if (!token || token.sort !== 'word' || !token.upper) return false;
  return !reader.tongue.and.has(low(reader, at)) || !reader.register.meet(reader.row, i);
}

export function printed(reader: Reader, from: number, to: number): string {
  return reader.text
    .slice(reader.row[from]!.start, reader.row[to - 1]!.end)
    .replace(/\*+/g, '')
    .replace(/\s+/g, ' ');
}

/** "Jane Mbeki, Lake Forum,", "Mr. Paul Roy (UNICEF)", "Ana Díaz in her capacity as … of the Board". */
export function personAt(reader: Reader, at: number): Speaker | undefined {
  const { row, scene } = reader;
  let start = at;
  while (titles.has(low(reader, start)) && (row[start]!.upper || start > at))
    start += low(reader, start + 1) === '.' ? 2 : 1;
  const titled = start > at;
  while ((described.has(low(reader, start)) || described.has(low(reader, start + 1))) && start < at + 4) start++;
  if (start > at && !titled && row[start - 1]!.upper && !row[start]?.upper) start = at;
  const end = personEnd(reader, start);
  const count = end - start;
  if (count === 0 || count > 7) return undefined;
  if (count === 1) {
    const known = scene.surnames.get(low(reader, start));
    if (known) return { names: [known], sort: 'person', end: afterBrackets(reader, end), plural: false };
    if (!titled) return undefined;
  }
  const name = printed(reader, start, end);
  const tail = affiliationAt(reader, end);
  if (!tail && !titled && !verbAt(reader, end, 'finite') && !['and', ','].includes(low(reader, end))) return undefined;
  const state = titled && count === 1 && low(reader, end) === '(' && tail ? reader.register.find(tail.body) : undefined;
  if (state && /^(?:state|observer|group)$/.test(state.kind)) {
    scene.surnames.set(low(reader, end - 1), state.name);
    return { names: [state.name], sort: 'held', end: tail!.end, plural: false };
  }
  const full = tail?.body ? `${name} (${tail.body})` : name;
  scene.surnames.set(low(reader, end - 1), full);
  return { names: [full], sort: 'person', end: tail?.end ?? end, plural: false };
}

function personEnd(reader: Reader, at: number): number {
  const { row, register } = reader;
  let i = at;
  let end = at;
  while (row[i] && i - at < 8) {
    const token = row[i]!;
    if (token.sort === 'word' && token.upper) {
      if (
        notNames.has(token.low) ||
        bodies.test(token.low) ||
        (token.capitals &&
          token.text.length <= 5 &&
          i === at &&
          token.text.length > 1 &&
          !(row[i + 1]?.capitals && low(reader, i + 2) === ','))
      )
        return at;
      const met = register.meet(row, i);
      if (met && !met.adjective && i === at) return at;
      end = ++i;
    } else if (token.low === '.' && row[i - 1]?.text.length === 1 && row[i + 1]?.upper) i++;
    else if (particles.has(token.low) && i > at && row[i + 1]?.upper) i++;
    else break;
  }
  return end;
}

const joining = new Set(
  'from of in at representing for as with de du des del en au pour speaking on au par desde'.split(' '),
);

/** What a person is printed with: in brackets, between commas, or up to the verb. */
function affiliationAt(reader: Reader, at: number): { body: string; end: number } | undefined {
  const { row } = reader;
  if (low(reader, at) === '(') {
    let close = at + 1;
    while (row[close] && low(reader, close) !== ')' && close < at + 14) close++;
    return close > at + 1 ? { body: bodyIn(reader, at + 1, close), end: close + 1 } : undefined;
  }
  if (low(reader, at) !== ',' && !joining.has(low(reader, at))) return undefined;
  for (let i = at + 1; i < at + 28 && row[i]; i++) {
    if (row[i]!.low === ';' || row[i]!.low === ':') return undefined;
    if (
      row[i]!.low === ',' &&
      i > at + 1 &&
      reader.tongue.and.has(low(reader, i + 1)) &&
      row[i + 2]?.upper &&
      speakerAt(reader, i + 2)
    )
      return { body: bodyIn(reader, low(reader, at) === ',' ? at + 1 : at, i), end: i };
    const verb = row[i]!.upper ? undefined : verbAt(reader, i, 'finite');
    if (!verb || verb.passive) continue;
    const relative = reader.tongue.relatives.has(low(reader, i - 1));
    if (relative) continue;
    const close = low(reader, i - 1) === ',' ? i - 1 : i;
    if (close <= at + 1) return undefined;
    const start = low(reader, at) === ',' ? at + 1 : at;
    return { body: bodyIn(reader, start, close), end: i };
  }
  return undefined;
}

/** The body named in an apposition: its last part, by its name on the register where it holds it. */
function bodyIn(reader: Reader, from: number, to: number): string {
  const { row, register, tongue } = reader;
  let start = from;
  for (let i = from; i < to; i++) if (low(reader, i) === ',' && i + 1 < to) start = i + 1;
  for (let i = start; i < to; i++) {
    const met = register.meet(row, i);
    if (met && !met.adjective && i + met.length >= to - 3) return met.actor.name;
  }
  while (start < to && (joining.has(low(reader, start)) || tongue.determiners.has(low(reader, start)))) start++;
  if (tongue.roles.has(low(reader, start)) && meetingBody.test(low(reader, to - 1))) return printed(reader, start, to);
  const post =
    !row[start]?.upper ||
    tongue.roles.has(low(reader, start)) ||
    tongue.offices.has(low(reader, start)) ||
    described.has(low(reader, start));
  for (let i = start + 1; post && i < to - 1; i++) {
    let next = i + 1;
    while (tongue.determiners.has(low(reader, next))) next++;
    const link = tongue.of.has(low(reader, i)) || low(reader, i) === 'at' || low(reader, i) === 'from';
    if (!link || !row[next]?.upper || next >= to || inName(reader, i)) continue;
    start = next;
    break;
  }
  if (!row.slice(start, to).some((token) => token.upper)) return '';
  return start < to ? printed(reader, start, to).replace(/\s*\([^)]*\)$/, '') : '';
}

/** "(Secretary of the Committee)": a body without a name of its own says nothing without the role. */
const meetingBody = /^(?:committee|commission|council|group|board|conference|comité|conseil|comisión|consejo)$/;

/** "Board on …", "Office for …": the small word belongs to the name. */
const inName = (reader: Reader, at: number) => bodies.test(low(reader, at - 1)) && reader.row[at - 1]!.upper;

/** "The Committee": in capitals, the body whose meeting it is. */
const organ = /^(?:Committee|Council|Commission|Conference|Assembly|Board|Panel|Plenary)$/;

/** A body the register does not hold, taken for a speaker because a reporting verb or a relation follows. */
export function unknownAt(reader: Reader, at: number, determined: boolean): Speaker | undefined {
  const { row } = reader;
  const first = row[at];
  if (!first?.upper || notNames.has(first.low)) return undefined;
  const end = nameEnd(reader, at);
  if (end === at) return undefined;
  const count = end - at;
  let body = false;
  for (let i = at; i < end; i++) if (bodies.test(row[i]!.low)) body = true;
  const acronym = count === 1 && /\p{Lu}.*\p{Lu}/u.test(first.text);
  const inside = at > (determined ? 1 : 0) && count >= 1;
  if (
    !acronym &&
    !(body && count > 1) &&
    !(inside && !reader.tongue.senses.has(first.low)) &&
    !(count > 1 && determined) &&
    !(determined && organ.test(first.text))
  )
    return undefined;
  const close = low(reader, end) === '(' && low(reader, end + 2) === ')' ? end + 3 : end;
  const pair = /^(\p{Lu}\S*) and (\p{Lu}\S*) (Vice-Chairperson|Vice-Chair|Chairperson|Chair)s$/u.exec(
    printed(reader, at, end),
  );
  if (pair) return { names: [`${pair[1]} ${pair[3]}`, `${pair[2]} ${pair[3]}`], sort: 'role', end, plural: true };
  const short = count === 1 ? reader.scene.surnames.get(first.low) : undefined;
  const name = (first.capitals && short) || printed(reader, at, end);
  if (close > end && row[end + 1]!.capitals) reader.scene.surnames.set(row[end + 1]!.low, name);
  return { names: [name], sort: 'unknown', end: close, plural: row[end - 1]!.low.endsWith('s') };
}
