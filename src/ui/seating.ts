/** Someone at the table, as the picture draws them. */
export interface PictureSeat {
  name: string;
  kind: string;
  /** Silent seats are drawn dashed: absence is data. */
  isSilent: boolean;
  isCoChair: boolean;
  /** How they stand to the issue that is looked at. */
  on: 'raised' | 'against' | null;
  /** The other issues they raised, by place in the list of issues; left out where there would be too many lines. */
  raised: readonly number[];
}

export interface PictureGroup {
  name: string;
  seats: PictureSeat[];
}

export interface PictureIssue {
  title: string;
  count: number;
}

interface Placed extends PictureSeat {
  x: number;
  y: number;
  /** Where the name begins, and how far it is turned, so that no name stands on its head. */
  text: { x: number; y: number; turn: number; anchor: 'start' | 'end' };
  /** Where lines to issues begin. */
  inner: { x: number; y: number };
}

/** A table with seats round it: everything in pixels, with the middle of the table at nought. */
export interface Seating {
  /** What of the plane is drawn: all names, and no more. */
  box: { x: number; y: number; width: number; height: number };
  centre: { x: number; y: number };
  radius: number;
  seats: Placed[];
  /** The names of the groups on the inside of the rim, each along an arc that is never upside down. */
  arcs: { name: string; path: string }[];
  hubs: { x: number; y: number; lines: string[]; count: number }[];
  /** Lines from seats to issues: all of one issue in one path. */
  lines: { issue: number; d: string }[];
  chosen: { raised: string; against: string };
  font: number;
}

const seatStep = 14;
const tau = 2 * Math.PI;

/**
 * Where everyone sits: clockwise from the top, group by group with a gap between them, one row however many there are – the
 * table grows. Lines go from seats to issues inside it, never to one another, so nothing tangles.
 */
export function seatingOf(groups: readonly PictureGroup[], issues: readonly PictureIssue[], chosen: number): Seating {
  const filled = groups.filter(({ seats }) => seats.length > 0);
  const count = filled.reduce((sum, { seats }) => sum + seats.length, 0);
  const gap = filled.length > 1 ? 1 : 0;
  const places = Math.max(3, count + filled.length * gap);
  const radius = Math.max(238, Math.round((places * seatStep) / tau));
  const centre = { x: 0, y: 0 };
  const at = (turn: number, r: number) => ({ x: round(centre.x + r * Math.sin(turn)), y: round(centre.y - r * Math.cos(turn)) }); // prettier-ignore
  const step = tau / places;
  // The first group sits at the top: its middle is the table's.
  let place = -((filled[0]?.seats.length ?? 1) - 1) / 2;
  const seats: Placed[] = [];
  const arcs: Seating['arcs'] = [];
  for (const { name, seats: some } of filled) {
    const from = place * step;
    for (const seat of some) {
      const turn = place * step;
      seats.push({ ...seat, ...at(turn, radius + 18), inner: at(turn, radius - 20), text: nameAt(turn, at(turn, radius + 34)) }); // prettier-ignore
      place += 1;
    }
    const to = (place - 1) * step;
    if (name) arcs.push({ name, path: arc(from - step * 0.9, to + step * 0.9, radius, at) });
    place += gap;
  }
  const hubs = hubsOf(issues, radius, at);
  return {
    box: boxOf(seats, centre, radius),
    centre,
    radius,
    seats,
    arcs,
    hubs,
    lines: hubs.map((hub, issue) => ({ issue, d: seats.filter(({ raised }) => issue !== chosen && raised.includes(issue)).map((seat) => lineTo(seat, hub, centre)).join('') })), // prettier-ignore
    chosen: {
      raised: linesOf(seats, hubs[chosen], centre, 'raised'),
      against: linesOf(seats, hubs[chosen], centre, 'against'),
    },
    font: 13,
  };
}

/** About so wide is a letter of a name. */
const letter = 7;

function boxOf(seats: readonly Placed[], centre: Spot, radius: number): Seating['box'] {
  const ends = seats.flatMap(({ text, name, isCoChair }) => {
    const length = (name.length + (isCoChair ? 11 : 0)) * letter * (text.anchor === 'start' ? 1 : -1);
    const turn = (text.turn / 360) * tau;
    return [{ x: text.x + length * Math.cos(turn), y: text.y + length * Math.sin(turn) }];
  });
  const rim = [centre.x - radius - 32, centre.x + radius + 32];
  const [xs, ys] = [
    [...rim, ...ends.map(({ x }) => x)],
    [...rim, ...ends.map(({ y }) => y)],
  ];
  const [left, top] = [Math.floor(Math.min(...xs)) - 8, Math.floor(Math.min(...ys)) - 8];
  return { x: left, y: top, width: Math.ceil(Math.max(...xs)) + 8 - left, height: Math.ceil(Math.max(...ys)) + 8 - top }; // prettier-ignore
}

function nameAt(turn: number, { x, y }: { x: number; y: number }): Placed['text'] {
  const degrees = ((((turn * 360) / tau) % 360) + 360) % 360;
  const isRight = degrees < 180;
  return { x, y, turn: round(isRight ? degrees - 90 : degrees + 90), anchor: isRight ? 'start' : 'end' };
}

/** Read from left to right: in the lower half the arc runs the other way, a little further out. */
function arc(from: number, to: number, radius: number, at: (turn: number, r: number) => { x: number; y: number }) {
  const middle = ((((from + to) / 2) % tau) + tau) % tau;
  const isBelow = middle > tau / 4 && middle < (3 * tau) / 4;
  const [a, b] = isBelow ? [to, from] : [from, to];
  const r = isBelow ? radius - 5.5 : radius - 14;
  const [start, end] = [at(a, r), at(b, r)];
  const isLong = Math.abs(to - from) > Math.PI ? 1 : 0;
  return `M${start.x} ${start.y}A${r} ${r} 0 ${isLong} ${isBelow ? 0 : 1} ${end.x} ${end.y}`;
}

/** The most raised in the middle ring's best places; as many as fit without touching one another. */
function hubsOf(
  issues: readonly PictureIssue[],
  radius: number,
  at: (turn: number, r: number) => { x: number; y: number },
) {
  const ring = radius * (issues.length > 8 ? 0.6 : 0.5);
  return issues.map(({ title, count }, i) => {
    const isInner = issues.length > 8 && i % 3 === 2;
    const spot = issues.length === 1 ? at(0, 0) : at((i / issues.length) * tau + 0.2, isInner ? ring * 0.45 : ring);
    return { ...spot, count, lines: wrapped(title) };
  });
}

/** A title in at most three short lines; the rest is in the list beside the picture. */
export function wrapped(title: string): string[] {
  const lines: string[] = [];
  for (const word of title.split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && `${last} ${word}`.length <= 17) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.length <= 3 ? lines : [...lines.slice(0, 2), `${lines[2]}…`];
}

type Spot = { x: number; y: number };

function linesOf(seats: readonly Placed[], hub: Spot | undefined, centre: Spot, on: 'raised' | 'against'): string {
  return hub ? seats.filter((seat) => seat.on === on).map((seat) => lineTo(seat, hub, centre)).join('') : ''; // prettier-ignore
}

function lineTo({ inner }: Placed, hub: Spot, centre: Spot): string {
  const bend = (from: number, middle: number) => round(from + (middle - from) * 0.45);
  return `M${inner.x} ${inner.y}Q${bend(inner.x, centre.x)} ${bend(inner.y, centre.y)} ${hub.x} ${hub.y}`;
}

function round(value: number): number {
  return Number(value.toFixed(1));
}
