import type { Block, Intervention, Point, ReadRoundtable } from '#engine/types.ts';
import type { Register } from '#engine/register.ts';

const written =
  /\b(?:written (?:statement|contribution|submission|intervention)|in writing|déclaration écrite|contribution écrite|por escrito)\b/i;
const video = /\b(?:video|vidéo|vídeo)\b/i;
const opensFloor =
  /\b(?:took (?:the )?floor|from the floor|on the (?:rest of the )?discussion|in the (?:ensuing )?(?:discussion|debate)|during the (?:discussion|debate)|general debate|ont pris la parole|tomaron la palabra|au cours (?:du débat|de la discussion)|en el debate)\b/i;
const opensPanel = /\b(?:panel|panell?ists?|panélistes?|panelistas?)\b/i;

type Part = 'opening' | 'panel' | 'floor';

/** Who spoke, in order, each with the stretch of the report credited to them; written statements last. */
export function interventionsOf(
  text: string,
  points: Point[],
  chairs: ReadRoundtable['coChairs'],
  page: Block[],
  register: Register,
): Intervention[] {
  const chairNames = new Set(chairs.map((chair) => chair.name));
  const found: Intervention[] = [];
  let part: Part = 'opening';
  let at = 0;
  for (const point of points) {
    while (at < page.length && page[at]!.end <= point.start)
      if (opensFloor.test(page[at++]!.text.slice(-400))) part = 'floor';
    if (opensFloor.test(point.sentence)) part = 'floor';
    if (!speaks(point)) continue;
    const last = found.at(-1);
    if (last && sameSpeakers(last, point) && !(last.mode === 'written') && !written.test(point.sentence)) {
      last.end = Math.max(last.end, point.end);
      last.text = text.slice(last.start, last.end);
      continue;
    }
    const chairing =
      point.attribution === 'collective' ||
      (part === 'opening' && chairNames.size > 0 && point.actors.every((actor) => chairNames.has(actor)));
    const person = personOf(point, register);
    const capacity = chairing
      ? 'co-chair'
      : part === 'panel' || (person && !forState(point, register))
        ? 'panel'
        : 'delegate';
    found.push({
      start: point.start,
      end: point.end,
      text: text.slice(point.start, point.end),
      actors: point.actors,
      onBehalfOf: point.onBehalfOf,
      ...(person ? { person } : {}),
      capacity,
      mode: written.test(point.sentence) ? 'written' : video.test(point.sentence) ? 'video' : 'oral',
    });
    if (chairing && part === 'opening' && opensPanel.test(point.sentence)) part = 'panel';
    else if (!chairing && part === 'opening' && !person) part = 'floor';
  }
  return [...found.filter((one) => one.mode !== 'written'), ...found.filter((one) => one.mode === 'written')];
}

const speaks = (point: Point) =>
  point.actors.length > 0 && point.attribution !== 'nominal' && point.attribution !== 'first_person';

function sameSpeakers(last: Intervention, point: Point): boolean {
  return last.actors.length === point.actors.length && last.actors.every((actor) => point.actors.includes(actor));
}

/** A person printed with a State speaks as its delegate, with a body as panel. */
function forState(point: Point, register: Register): boolean {
  const kind = register.find(/\((.+)\)$/.exec(point.actors[0] ?? '')?.[1] ?? '')?.kind;
  return kind === 'state' || kind === 'observer';
}

/** "Thibault Chareton (UNAOC)" is a person; "Committee on Migrant Workers (Chair)" is not. */
function personOf(point: Point, register: Register): string | undefined {
  const hit =
    point.actors.length === 1 ? /^(\p{Lu}[\p{L}'’.-]+(?: [\p{L}'’.-]+){1,5}) \((.+)\)$/u.exec(point.actors[0]!) : null;
  if (!hit || register.find(hit[1]!) || /^(?:co-|vice-)?(?:chair|president|moderator|rapporteur)/i.test(hit[2]!))
    return undefined;
  return hit[1];
}

/** Those who spoke as panel, with the capacity they are printed with. */
export function panelOf(text: string, interventions: Intervention[], points: Point[]): ReadRoundtable['panel'] {
  const first = new Map(points.toReversed().map((point) => [point.start, point]));
  return interventions
    .filter((one) => one.capacity === 'panel')
    .map((one) => {
      const point = first.get(one.start);
      const verb = point?.verb ? text.slice(one.start, one.end).indexOf(point.verb) : -1;
      let end = verb > 0 ? one.start + verb : one.end;
      while (end > one.start && /[\s,;*]/.test(text[end - 1]!)) end--;
      const start = one.start + (/^\**/.exec(text.slice(one.start, one.end))?.[0].length ?? 0);
      return {
        name: one.person ?? one.actors.join(', '),
        capacity: /\((.+)\)$/.exec(one.actors[0] ?? '')?.[1] ?? '',
        start,
        end,
        text: text.slice(start, end),
      };
    });
}
