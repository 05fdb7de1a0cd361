// Works out lines and rows beside the thread that reads them (hands.ts).
import { parentPort, workerData } from 'node:worker_threads';
import type { Shape } from '#db/shape.ts';
import { canonsOf } from './canonical.ts';
import type { Answered, Asked } from './hands.ts';
import { readLines, readRows } from './reading.ts';

const canons = canonsOf(workerData as Shape[]);

parentPort!.on('message', (asked: Asked) => parentPort!.postMessage(answered(asked)));

function answered({ id, table, texts }: Asked): Answered {
  try {
    return table === null ? { id, lines: readLines(texts, canons) } : { id, rows: readRows(texts, canons.get(table)!) };
  } catch (error) {
    return { id, broken: String((error as Error).stack ?? error) };
  }
}
