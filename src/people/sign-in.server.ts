import { passkey } from '@better-auth/passkey';
import { betterAuth } from 'better-auth';
import { genericOAuth, magicLink } from 'better-auth/plugins';
import { logError } from '#log/log.ts';
import type { Forum } from '#record/forum.ts';
import { linkMinutes } from './accounts/rules.ts';
import { ministry, type MinistrySettings } from './ministry.ts';
import { hostOnly, lasting } from './session.ts';

export type SignIn = ReturnType<typeof openSignIn>;

const times = { createdAt: 'created_at', updatedAt: 'updated_at' };

interface Around {
  /** Sends a letter with the token of a link that signs its reader in. */
  sendLink(email: string, token: string): Promise<void>;
  /** A ministry's own sign-in, known to answer. */
  ministry?: MinistrySettings;
}

/**
 * better-auth on our tables: password, link by e-mail, passkey, and a ministry's own sign-in. Accounts are made by acts,
 * never by signing in. Its own addresses are not open to anyone: the pages ask it, and hold back guesses before they do.
 */
export function openSignIn({ db, secret, origin }: Pick<Forum, 'db' | 'secret' | 'origin'>, around: Around) {
  return betterAuth({
    database: { db, type: 'postgres' },
    secret,
    baseURL: origin,
    // Where a ministry sends people back to.
    basePath: '/sign-in',
    logger: { level: 'error', log: tellTrouble },
    rateLimit: { enabled: false },
    emailAndPassword: { enabled: true, disableSignUp: true },
    plugins: [
      magicLink({
        disableSignUp: true,
        expiresIn: linkMinutes.signIn * 60,
        storeToken: 'hashed',
        sendMagicLink: ({ email, token }) => around.sendLink(email, token),
      }),
      passkey({
        rpID: new URL(origin).hostname,
        rpName: 'Rapporteur',
        origin,
        advanced: { webAuthnChallengeCookie: 'rapporteur_passkey' },
        schema: { passkey: { modelName: 'login_passkey', fields: passkeyFields } },
      }),
      genericOAuth({ config: around.ministry ? [ministry(around.ministry, origin)] : [] }),
    ],
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
      updateAccountOnSignIn: false,
      accountLinking: { enabled: true, allowDifferentEmails: false },
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
    onAPIError: { errorURL: `${origin}/sign-in` },
    advanced: {
      // The prefix says more than better-auth’s own, which names no host.
      cookiePrefix: hostOnly('rapporteur', origin),
      useSecureCookies: false,
      defaultCookieAttributes: { secure: origin.startsWith('https:') },
      // Our migrations keep these tables; looking them over at the first sign-in would only hold people up.
      database: { generateId: () => crypto.randomUUID(), validateSchema: false },
      // Where somebody signed in from is nobody's business; limits count addresses without keeping them.
      ipAddress: { disableIpTracking: true },
    },
    telemetry: { enabled: false },
  });
}

/** A refusal is said to whoever is refused, and is no trouble of the server's; what is goes to its log. */
const refusals = ['signup_disabled', 'account_not_linked', 'Failed to parse state'];

function tellTrouble(_level: string, message: string, ...details: unknown[]): void {
  if (!refusals.includes(message)) logError('Signing in', message, ...details);
}

const passkeyFields = {
  publicKey: 'public_key',
  userId: 'user_id',
  credentialID: 'credential_id',
  deviceType: 'device_type',
  backedUp: 'backed_up',
  createdAt: 'created_at',
};
