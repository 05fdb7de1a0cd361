import type { Block } from '#engine/types.ts';

/**
 * The rapporteur named at the head of a report: "Report by the General Rapporteur", then a name. Who says "I" in it.
 * Returned as the register would print a role with a name, or undefined.
 */
export function rapporteurOf(blocks: Block[]): { role: string; name: Block; capacity: Block | undefined } | undefined {
  for (let i = 0; i < Math.min(blocks.length, 12); i++) {
    const hit = /\b((?:general )?rapporteur(?:e|euse)?(?: général[e]?)?|relator(?:a)?(?: general)?)\b/i.exec(
      blocks[i]!.text,
    );
    if (!hit || blocks[i]!.text.length > 90) continue;
    const name = blocks[i + 1];
    if (
      !name ||
      !/^(?:\**)(?:(?:Mr|Mrs|Ms|Dr|Prof|H\.E|M|Mme|Sr|Sra|Amb)\.?\s)?\p{Lu}[\p{L}'’-]+(?:\s+\p{Lu}[\p{L}.'’-]*){1,4}\**$/u.test(
        name.text,
      )
    )
      continue;
    const after = blocks[i + 2];
    const capacity =
      after && after.text.length < 120 && !/^(?:round ?table|rt|session|table ronde|mesa)/i.test(after.text)
        ? after
        : undefined;
    return { role: titled(hit[1]!), name, capacity };
  }
  return undefined;
}

const titled = (role: string) => role.replace(/(?:^|\s)\p{Ll}/gu, (letter) => letter.toUpperCase());
