import type { Reason } from '#record/refusals.ts';

interface Invitation {
  name: string;
  accepted_at: Date | null;
  withdrawn_at: Date | null;
  expires_at: Date;
}

export function invitationState({ accepted_at, withdrawn_at, expires_at }: Omit<Invitation, 'name'>, now: Date) {
  if (accepted_at) return 'accepted';
  if (withdrawn_at) return 'withdrawn';
  return expires_at <= now ? 'expired' : 'waiting';
}

/** An invitation is answered once, in time, and before it is taken back. */
export function answerRefusal(invitation: Invitation, now: Date): Reason | null {
  const state = invitationState(invitation, now);
  return state === 'waiting' ? null : { code: `invitation.is_${state}`, values: { name: invitation.name } };
}
