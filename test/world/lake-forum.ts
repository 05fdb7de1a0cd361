import { delegations } from './delegations.ts';
import { edition, reasons } from './edition.ts';
import { issuesOf21 } from './issues-2-1.ts';
import { issuesOf22 } from './issues-2-2.ts';
import { people } from './people.ts';
import { practices, thankedByName } from './practices.ts';
import { clusters, roundtables } from './programme.ts';
import { report21 } from './report-2-1.ts';
import { report22 } from './report-2-2.ts';
import { statements } from './statements.ts';
import { lines } from './lines.ts';
import type { World } from './types.ts';

/** The Lake Forum: one invented edition that feeds tests, the demo and the journeys. */
export const lakeForum: World = {
  edition,
  reasons,
  delegations,
  people,
  clusters,
  roundtables,
  statements,
  issues: [...issuesOf21, ...issuesOf22],
  reports: [report21, report22],
  lines,
  practices,
  thankedByName,
};
