import { earlierCommentsOn31 } from './comments-3-1-earlier.ts';
import { laterCommentsOn31 } from './comments-3-1-later.ts';
import { closingOf21 } from './statements-2-1-closing.ts';
import { commentsOn21 } from './statements-2-1-comments.ts';
import { secondHourOf21 } from './statements-2-1-floor.ts';
import { firstHourOf21 } from './statements-2-1-opening.ts';
import { floorOf22 } from './statements-2-2-floor.ts';
import { openingOf22 } from './statements-2-2-opening.ts';
import type { Statement } from './types.ts';

/** Every statement, by roundtable and then in order. */
export const statements: Statement[] = [
  ...commentsOn21,
  ...firstHourOf21,
  ...secondHourOf21,
  ...closingOf21,
  ...openingOf22,
  ...floorOf22,
  ...earlierCommentsOn31,
  ...laterCommentsOn31,
];
