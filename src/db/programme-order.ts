import { sql } from 'kysely';

/** Roundtables as a programme numbers them: 2.9 before 2.10. A number may have been given any length. */
export const inProgrammeOrder = sql`string_to_array(roundtable.number, '.')::numeric[]`;
