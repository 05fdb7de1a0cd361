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
        for (const { on, run } of reactions) {
          // What is written in place performs an act; what has a name of its own writes letters.
          if (on !== kind || run.name === 'run') continue;
          // As a queue may: a job done twice must not do more than once.
          await run(following, subjectId);
          await run(following, subjectId);
        }
    },
  };
}
