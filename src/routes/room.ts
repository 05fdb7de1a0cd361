import { error, type RequestEvent } from '@sveltejs/kit';
import { say } from '#messages/say.ts';

/** What is smaller is read at once. */
const small = 1024 * 1024;
/** How many larger bodies are in memory at the same time: of guests, and of those who have signed in. */
const mostAtOnce = 3;
/** How many wait for their turn; while they wait, their files stay on their way. */
const mostWaiting = 40;

interface Room {
  inside: number;
  waiting: (() => void)[];
}

export type Rooms = Record<'guest' | 'account', Room>;

export function openRooms(): Rooms {
  return { guest: { inside: 0, waiting: [] }, account: { inside: 0, waiting: [] } };
}

const rooms = openRooms();

/**
 * Answers a request within the memory there is. A form of fifty megabytes takes more than twice that while it is read, and
 * so only a few are read at once; the next one waits, unread. Guests cannot take the room of those who have signed in, and
 * where no file is asked for, nothing that large is read at all.
 */
export async function inRoom<T>(
  event: Asking,
  answer: () => T | Promise<T>,
  { guest, account }: Rooms = rooms,
): Promise<T> {
  const { method, headers } = event.request;
  const size = Number(headers.get('content-length') ?? (headers.has('transfer-encoding') ? Infinity : 0));
  if (method !== 'POST' || size < small) return answer();
  const { viewer, language } = event.locals;
  if (!takesFiles.test(event.route.id ?? '')) error(413, say('page.too_much', {}, language));
  const room = viewer.personId ? account : guest;
  if (room.waiting.length >= mostWaiting) error(503, say('page.no_room', {}, language));
  if (room.inside >= mostAtOnce) await new Promise<void>((enter) => room.waiting.push(enter));
  else room.inside += 1;
  try {
    return await answer();
  } finally {
    // Whoever waits longest takes the place; otherwise it is free.
    const next = room.waiting.shift();
    if (next) next();
    else room.inside -= 1;
  }
}

type Asking = Pick<RequestEvent, 'request' | 'locals' | 'route'>;

/** Where files come in. */
const takesFiles = /\/(comment|texts|notes|receipts\/\[code\]|practices|import|papers|inbound-mail|api)(\/|$)/;
