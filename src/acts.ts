import { admitPerson, assignRole, openAccount, registerDelegation } from '#people/acts.ts';
import { closeComments, createRoundtable, moveRoundtable, openEdition, publishReasons } from '#programme/acts.ts';
import type { Act } from '#record/act.ts';
import { addTranslation, enterStatement, giveRuling, reviseStatement, submitComment, withdrawStatement } from '#statements/acts.ts'; // prettier-ignore

/** Every way in which state can change, one line each. */
export const acts: readonly Act[] = [
  registerDelegation,
  admitPerson,
  assignRole,
  openAccount,
  openEdition,
  createRoundtable,
  moveRoundtable,
  closeComments,
  publishReasons,
  submitComment,
  enterStatement,
  reviseStatement,
  withdrawStatement,
  giveRuling,
  addTranslation,
] as readonly unknown[] as readonly Act[];
