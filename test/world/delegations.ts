import { partners } from './delegations-partners.ts';
import { statesAndGroups } from './delegations-states.ts';
import type { Delegation } from './types.ts';

export const delegations: Delegation[] = [...statesAndGroups, ...partners];
