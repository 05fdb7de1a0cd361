import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Connections } from '#db/session.ts';

export interface Drain {
  /** Counts a request as under way until its answer is written or its connection is gone. */
  enter(response: ServerResponse): void;
  underWay(): number;
  /** Asks that no connection be used again, and waits until all answers are written, or the time is over. */
  empty(milliseconds: number): Promise<void>;
}

/** Knows which requests are under way, so that a server that stops can finish them. */
export function openDrain(): Drain {
  const responses = new Set<ServerResponse>();
  let emptied = () => {};
  let isClosing = false;
  return {
    enter(response) {
      responses.add(response);
      if (isClosing) response.shouldKeepAlive = false;
      response.once('close', () => {
        responses.delete(response);
        if (responses.size === 0) emptied();
      });
    },
    underWay: () => responses.size,
    async empty(milliseconds) {
      isClosing = true;
      for (const response of responses) response.shouldKeepAlive = false;
      if (responses.size === 0) return;
      const whenEmpty = new Promise<void>((resolve) => (emptied = resolve));
      await Promise.race([whenEmpty, new Promise<void>((resolve) => setTimeout(resolve, milliseconds).unref())]);
    },
  };
}

/** Waits until no connection of the database is in use: what a page's reader has left may still be being written. */
export async function whenIdle(pool: Omit<Connections, 'query'>, milliseconds: number): Promise<void> {
  const until = Date.now() + milliseconds;
  const isBusy = () => pool.waitingCount > 0 || pool.idleCount < pool.totalCount;
  while (isBusy() && Date.now() < until) await new Promise((resolve) => setTimeout(resolve, 20));
}

/** Whether a request comes from this machine itself, and was not passed on by a proxy on it. */
export function isLocal({ socket, headers }: IncomingMessage): boolean {
  const from = socket.remoteAddress ?? '';
  const isPassedOn = ['forwarded', 'via', 'x-forwarded-for', 'x-real-ip'].some((name) => headers[name] !== undefined);
  return !isPassedOn && (from === '::1' || /^(::ffff:)?127\./.test(from));
}
