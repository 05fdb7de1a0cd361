import type { GenericOAuthConfig } from 'better-auth/plugins';
import { Refusal } from '#record/refusals.ts';
import type { SignIn } from './sign-in.server.ts';

/** A ministry's own sign-in (OpenID Connect), as the settings name it. */
export interface MinistrySettings {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** What people call it: “Ministry of Foreign Affairs”. */
  name: string;
}

/** A ministry's sign-in that may or may not answer at the moment. */
export interface Ministry {
  name: string;
  /** Null while it cannot be reached: asked again at the next look, at most every few seconds. */
  open(): Promise<SignIn | null>;
}

interface Given {
  oidcIssuer: string | undefined;
  oidcClientId: string | undefined;
  oidcClientSecret: string | undefined;
  oidcName: string | undefined;
}

/** What the settings say of a ministry's sign-in, if anything. Throws a `Refusal` where they say half of it. */
export function ministryIn({ oidcIssuer, oidcClientId, oidcClientSecret, oidcName }: Given): MinistrySettings | null {
  if (!oidcIssuer && !oidcClientId && !oidcClientSecret) return null;
  if (!oidcIssuer || !oidcClientId || !oidcClientSecret) throw new Refusal('ministry.half');
  const isAddress = /^https?:\/\/./.test(oidcIssuer) && URL.canParse(oidcIssuer);
  if (!isAddress) throw new Refusal('ministry.address_wrong');
  const name = oidcName ?? new URL(oidcIssuer).hostname;
  return { issuer: oidcIssuer, clientId: oidcClientId, clientSecret: oidcClientSecret, name };
}

const patienceMilliseconds = 2500;
const askAgainAfterMilliseconds = 5000;

/** Finds out whether the ministry answers before anything is built on it, so that a silent one holds nobody else up. */
export function openMinistry(
  settings: MinistrySettings,
  open: () => Promise<SignIn>,
  milliseconds = () => performance.now(),
): Ministry {
  let opened: Promise<SignIn> | undefined;
  let asked: { at: number; answers: Promise<boolean> } | undefined;
  return {
    name: settings.name,
    async open() {
      if (opened) return opened;
      if (!asked || milliseconds() - asked.at > askAgainAfterMilliseconds)
        asked = { at: milliseconds(), answers: answers(settings) };
      if (!(await asked.answers)) return null;
      opened ??= open().catch((error) => {
        opened = undefined;
        throw error;
      });
      return opened;
    },
  };
}

async function answers(settings: MinistrySettings): Promise<boolean> {
  try {
    const response = await fetch(discoveryOf(settings), { signal: AbortSignal.timeout(patienceMilliseconds) });
    const found = (await response.json()) as { authorization_endpoint?: unknown; issuer?: unknown };
    return response.ok && typeof found.authorization_endpoint === 'string' && typeof found.issuer === 'string';
  } catch {
    return false;
  }
}

function discoveryOf({ issuer }: MinistrySettings): string {
  return `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
}

/** Who comes from there is let in where an office has made an account for their address; no account is made here. */
export function ministry(settings: MinistrySettings, origin: string): GenericOAuthConfig {
  return {
    providerId: 'ministry',
    name: settings.name,
    discoveryUrl: discoveryOf(settings),
    clientId: settings.clientId,
    clientSecret: settings.clientSecret,
    redirectURI: `${origin}/sign-in/callback/ministry`,
    scopes: ['openid', 'email', 'profile'],
    pkce: true,
    disableSignUp: true,
    requireIdTokenVerification: true,
  };
}
