// Reported verbs stand in the past: "calls for" was said as "called for". English, as the draft is.

const irregular: Record<string, string> = Object.fromEntries(
  `say said; speak spoke; think thought; draw drew; give gave; take took; make made; find found; feel felt; see saw; put put;
  set set; lay laid; begin began; know knew; hold held; undertake undertook; seek sought; tell told; write wrote; bring brought;
  come came; go went; mean meant; read read; lead led; uphold upheld; withdraw withdrew; have had; has had; is was; are were;
  am was; be was; do did; does did; pay paid; understand understood; shed shed; lend lent; strive strove; show showed; hear heard;
  leave left; keep kept; bear bore; build built; run ran; stand stood; forsake forsook; foresee foresaw; lose lost; send sent`
    .split(';')
    .map((pair) => pair.trim().split(' ') as [string, string]),
);
const alreadyPast = new Set(Object.values(irregular));
const doubled =
  /(?:refer|commit|defer|infer|plan|regret|submit|admit|concur|prefer|permit|rebut|transmit|confer|recur)$/;
const auxiliaries: Record<string, string> = {
  does: 'did',
  do: 'did',
  is: 'was',
  are: 'were',
  has: 'had',
  have: 'had',
  can: 'could',
  cannot: 'could not',
  will: 'would',
  may: 'might',
  shall: 'should',
};

/** The first word of a printed verb in the past ("calls for" → "called for"); null where it is no verb we know how to form. */
export function inThePast(verb: string): string | null {
  const [first = '', ...rest] = verb.trim().toLowerCase().split(/\s+/);
  const past = pastOf(first);
  return past && [past, ...rest].join(' ');
}

function pastOf(word: string): string | null {
  if (!/^[a-z-]+$/.test(word)) return null;
  if (alreadyPast.has(word) || /[^e]ed$/.test(word)) return british(word);
  for (const base of basesOf(word)) if (irregular[base]) return irregular[base];
  if (word.endsWith('ing')) return british(regular(word.slice(0, -3)));
  if (
    /(?:al|tion|sion|ment|ance|ence|ity|ship|th)s?$/.test(word) &&
    !/^(?:mention|question|caution|comment|lament|signal|appeal|supplement|position|reposition|welcome)s?$/.test(word)
  )
    return null;
  if (word.endsWith('ies')) return `${word.slice(0, -3)}ied`;
  if (/(?:ss|x|ch|sh)es$/.test(word)) return `${word.slice(0, -2)}ed`;
  return british(regular(/[^s]s$/.test(word) ? word.slice(0, -1) : word));
}

/** What the infinitive may be: "taking" comes from "take" or "tak", "putting" from "put". */
function basesOf(word: string): string[] {
  if (word.endsWith('ing')) {
    const stem = word.slice(0, -3);
    return [stem, `${stem}e`, stem.slice(0, -1)];
  }
  return [word, word.replace(/s$/, ''), word.replace(/es$/, '')];
}

function regular(stem: string): string {
  if (stem.endsWith('e')) return `${stem}d`;
  if (/[^aeiou]y$/.test(stem)) return `${stem.slice(0, -1)}ied`;
  return doubled.test(stem) ? `${stem}${stem.at(-1)}ed` : `${stem}ed`;
}

// One spelling in a report, whatever its sources use.
function british(past: string): string {
  return past.replace(/^(re-?)?(emphas|recogn|criti[c]|summar|priorit|apolog|critic)ized$/, '$1$2ised');
}

const helping = new RegExp(
  `((?:ca(?=n[’']t)|wo(?=n[’']t)|${['did', 'does', 'do', 'could', 'would', 'should', 'might', 'may', 'can', 'cannot', 'will', 'shall', 'must', 'has', 'have', 'had', 'is', 'was', 'were', 'are'].join('|')})(?:n[’']t)?(?:\\s+(?:not|never|also|still|always|be|been|being|have|like|wish|want|to|no|longer|rather|only))*|never|not|no longer)\\s+$`,
  'i',
);

/**
 * The helping words right before a verb, in the past – "did not", "would", "could not" – for without them the verb may
 * say its opposite. Empty where there are none.
 */
export function helpingWords(before: string): string {
  const words = helping.exec(before)?.[1]?.toLowerCase();
  if (!words) return '';
  const [first = '', ...rest] = words
    .replace(/n[’']t\b/, ' not')
    .replace(/^ca not/, 'cannot')
    .replace(/^wo not/, 'would not')
    .split(/\s+/);
  return [auxiliaries[first] ?? first, ...rest].join(' ');
}
