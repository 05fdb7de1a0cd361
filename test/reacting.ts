import { reactions } from '#reactions.ts';
import type { Forum } from '#record/forum.ts';

/** A forum whose lines of the record are followed when told to: `react` writes the letters that follow from them, as the queue would. */
export function reacting(forum: Forum): { forum: Forum; react(): Promise<void> } {
  const waiting: { kind: string; subjectId: string }[] = [];
  const following: Forum = { ...forum, follow: async (_tx, lines) => void waiting.push(...lines) };
  return {
    forum: following,
    async react() {
      for (const { kind, subjectId } of waiting.splice(0))
        for (const { on, name, run } of reactions) {
          if (on !== kind || others.test(name)) continue;
          // As a queue may: a job done twice must not do more than once.
          await run(following, [subjectId]);
          await run(following, [subjectId]);
        }
    },
  };
}

/** Those that perform acts: they have tests of their own. */
const others = /^(find-points|close-comments)/;
