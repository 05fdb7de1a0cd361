import { logError } from '#log/log.ts';
import type { Forum } from '#record/forum.ts';
import { sealRecord } from './sealing.ts';

// Long enough that a busy hour makes a head of the tree now and then, short enough that nobody waits for a proof.
const pause = 2000;

/** Has the tree follow the record: two seconds after a line, with all that came meanwhile. Returns how to stop. */
export function keepSealed(forum: Forum): () => Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  let underWay: Promise<unknown> = Promise.resolve();
  const soon = () => {
    timer ??= setTimeout(() => {
      timer = undefined;
      underWay = sealRecord(forum).catch((error) => logError('The record was not sealed', error));
    }, pause).unref();
  };
  const stop = forum.live.onChange(soon);
  // Lines that a process left behind that was ended before they had their head.
  soon();
  return async () => {
    stop();
    clearTimeout(timer);
    await underWay;
  };
}
