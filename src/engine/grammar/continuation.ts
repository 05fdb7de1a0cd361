import type { Act } from './act.ts';
import { subjectOf } from './act.ts';
import { trimmed } from './message.ts';
import { officeAt } from './office.ts';
import { low, phraseEnd } from './reader.ts';
import type { Reader } from './reader.ts';
import { roleAt } from './role.ts';
import { isAdverb, isComma, verbAt } from './verb.ts';

const meeting =
  /^(?:no|none|nobody|aucune?|ningun[ao]|ningún|nadie|thank|merci|gracias|discussions?|participants|delegates|parties|session|meeting|debate|plenary|roundtable|round|panel|consultations|negotiations|talks|meetings|group|contact|informal|conclusions|intervenants|débat|réunion|séance|table|mesa|reunión|sesión|debates|secretariat|séances)$/;

/** A sentence with no speaker and no verb of speaking, right after someone spoke: the same speaker goes on. */
export function continuationActs(reader: Reader): Act[] {
  const { row, scene, tongue } = reader;
  if (!scene.last?.names.length || row.length < 4) return [];
  let from = 0;
  while (
    from < 3 &&
    (tongue.connectives.has(low(reader, from)) ||
      isComma(reader, from) ||
      (isAdverb(reader, from) && isComma(reader, from + 1)))
  )
    from++;
  const first = tongue.determiners.has(low(reader, from)) ? from + 1 : from;
  if (
    meets(reader, first) ||
    low(reader, row.length - 1) === ':' ||
    phraseEnd(reader, from, tongue.echoes) === row.length
  )
    return [];
  const main = /^(?:following|after|in|at|during|before|once|on|despite)$/.test(low(reader, from))
    ? afterComma(reader, from)
    : -1;
  if (
    main > 0 &&
    (meets(reader, reader.tongue.determiners.has(low(reader, main)) ? main + 1 : main) || someoneElse(reader, main))
  )
    return [];
  if (someoneElse(reader, first) || tellsOfMeeting(reader, from)) return [];
  const matter = pastTopic(reader, from);
  const [start, end] = trimmed(reader, matter, row.length);
  if (end - start < 3) return [];
  const [about, until] = trimmed(reader, Math.max(from, phraseEnd(reader, from, tongue.topic)), matter);
  return [
    {
      subject: subjectOf(scene.last.names, scene.last.behalf),
      verb: null,
      from: start,
      to: end,
      attribution: 'continuation',
      topic: until > about ? reader.text.slice(row[about]!.start, row[until - 1]!.end) : '',
      refersBack: false,
      doubts: ['inherited'],
    },
  ];
}

/** "As for fees, the port was not ready": past what it is about, to what is said. */
function pastTopic(reader: Reader, from: number): number {
  return phraseEnd(reader, from, reader.tongue.topic) < 0 ? from : Math.max(from, afterComma(reader, from));
}

function afterComma(reader: Reader, from: number): number {
  for (let i = from + 2; i < from + 14 && i < reader.row.length - 3; i++) if (isComma(reader, i)) return i + 1;
  return -1;
}

/** "A small group, facilitated by …": the meeting's own doings, whatever adjectives stand before. */
function meets(reader: Reader, first: number): boolean {
  if (meeting.test(low(reader, first))) return true;
  for (let i = first + 1; i < first + 3; i++)
    if (assembly.test(low(reader, i - 1)) && proceeds.test(low(reader, i)) && !/^(?:be|do)$/.test(low(reader, i + 1)))
      return true;
  for (let i = first + 1; i < first + 4 && /^(?:a|an|the|un|une|una|la|le|el)$/.test(low(reader, first - 1)); i++) {
    if (reader.row[i]?.sort !== 'word' || reader.tongue.of.has(low(reader, i)) || reader.row[i - 1]?.sort !== 'word')
      return false;
    if (gathering.test(low(reader, i))) return true;
  }
  return false;
}

const assembly = /^(?:committee|commission|council|conference|group|assembly|board|forum|plenary)$/;
const proceeds =
  /^(?:met|meets|then|adopted|elected|decided|heard|took|concluded|resumed|proceeded|approved|established|will|had)$/;
const gathering =
  /^(?:group|groups|consultations|session|meeting|meetings|discussion|discussions|plenary|huddle|exchange|debate|groupe|réunion|grupo|reunión|vote)$/;

/** "It was so decided.", "Also speaking were …": what the meeting did, and who else took the floor. */
function tellsOfMeeting(reader: Reader, from: number): boolean {
  if (/^(?:speaking|participating|present)$/.test(low(reader, from)) || verbAt(reader, from, 'gerund')) return true;
  if (/^(?:mr|mrs|ms|mme|sr|sra|m)$/.test(low(reader, from)) && low(reader, from + 1) !== '-') return true;
  if (low(reader, from).endsWith('ing') && [2, 3, 4].some((ahead) => /^(?:was|were)$/.test(low(reader, from + ahead))))
    return true;
  if (low(reader, from) === 'there' && /^(?:no|any)$/.test(low(reader, from + 2))) return true;
  for (let i = from; i < from + 12 && i < reader.row.length; i++) {
    if (!reader.tongue.copulas.has(low(reader, i))) continue;
    if (disposed.test(low(reader, i + 1)) && business.test(low(reader, i - 1))) return true;
    const verb = verbAt(reader, i, 'finite');
    return (
      (!!verb?.passive &&
        (verb.sense.act === 'procedural' || /^(?:put|present|submit|table|introduce)$/.test(verb.sense.lemma))) ||
      /^so$/.test(low(reader, i + 1))
    );
  }
  return false;
}

/** "The amendment was put to a vote": what became of the meeting's business. */
const business =
  /^(?:amendments?|subamendments?|proposals?|motions?|resolutions?|reports?|paragraphs?|clauses?|articles?|items?|matters?|decisions?|drafts?|whole|amended|orally|texts?)$/;
const disposed =
  /^(?:adopted|approved|rejected|put|carried|withdrawn|retained|deferred|referred|postponed|closed|concluded|defeated|endorsed|accepted|bracketed|deleted|forwarded|circulated|transmitted|discussed|considered|introduced|revised)$/;

/** A name on the register that has not just spoken is a subject of its own, whatever it does. */
function someoneElse(reader: Reader, at: number): boolean {
  const office = officeAt(reader, at, at > 0);
  if (office) return !office.names.every((name) => reader.scene.last!.names.includes(name));
  const role = roleAt(reader, at, at > 0);
  if (role) return !role.names.some((name) => reader.scene.last!.names.includes(name));
  const met = reader.register.meet(reader.row, at);
  if (!met || met.adjective || low(reader, at + met.length) === "'s") return false;
  return !reader.scene.last!.names.some((name) => name.includes(met.actor.name));
}
