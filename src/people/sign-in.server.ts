import { betterAuth } from 'better-auth';
import type { Kysely } from 'kysely';
import type { DB } from '#db/schema.ts';
import { lasting } from './session.ts';

export type SignIn = ReturnType<typeof openSignIn>;

const times = { createdAt: 'created_at', updatedAt: 'updated_at' };

/** better-auth on our tables: e-mail and password; accounts are made by acts, never by signing up. */
export function openSignIn(db: Kysely<DB>, { secret, origin }: { secret: string; origin: string }) {
  return betterAuth({
    database: { db, type: 'postgres' },
    secret,
    baseURL: origin,
    logger: { level: 'error' },
    emailAndPassword: { enabled: true, disableSignUp: true },
    user: {
      modelName: 'login',
      fields: { emailVerified: 'email_verified', ...times },
      additionalFields: {
        personId: { type: 'string', required: false, fieldName: 'person_id', input: false },
        demo: { type: 'boolean', required: true, defaultValue: false, input: false },
      },
    },
    session: {
      ...lasting,
      modelName: 'login_session',
      fields: {
        userId: 'user_id',
        expiresAt: 'expires_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
        ...times,
      },
    },
    account: {
      modelName: 'login_method',
      fields: {
        userId: 'user_id',
        accountId: 'account_id',
        providerId: 'provider_id',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
        ...times,
      },
    },
    verification: { modelName: 'login_verification', fields: { expiresAt: 'expires_at', ...times } },
    advanced: { cookiePrefix: 'rapporteur', database: { generateId: () => crypto.randomUUID() } },
    telemetry: { enabled: false },
  });
}
