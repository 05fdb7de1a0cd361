import { Refusal } from '#record/refusals.ts';

/** Where a forum is kept. */
export interface Place {
  databaseUrl: string | undefined;
  dataDirectory: string;
}

/** What the environment says, read once at start. */
export interface Settings extends Place {
  host: string;
  port: number;
  /** The address people type, where a proxy stands in front ("https://forum.example"). */
  origin: string | undefined;
  /** Signs the sign-in cookies; kept in the data directory where not given. */
  secret: string | undefined;
  /** Signs the heads of the record; kept in the data directory where not given. */
  recordKey: string | undefined;
  /** Where letters are handed over: smtp:// (with TLS when offered) or smtps://, name and password in it. */
  smtpUrl: string | undefined;
  /** From whom letters come: "Forum <letters@forum.example>". */
  mailFrom: string | undefined;
  /** Where answers to letters come in ("reply@forum.example"), and the secret that whoever brings them shows. */
  inboundAddress: string | undefined;
  inboundSecret: string | undefined;
  /** A ministry's own sign-in (OpenID Connect): its address, what it knows us by, and what people call it. */
  oidcIssuer: string | undefined;
  oidcClientId: string | undefined;
  oidcClientSecret: string | undefined;
  oidcName: string | undefined;
}

export function readPlace(environment: NodeJS.ProcessEnv): Place {
  return { databaseUrl: environment.DATABASE_URL || undefined, dataDirectory: environment.DATA_DIR || 'data' };
}

/** Throws a `Refusal` where the port or the origin cannot be one. What else is said is looked at by those who use it. */
export function readSettings(environment: NodeJS.ProcessEnv): Settings {
  return {
    ...readPlace(environment),
    host: environment.HOST || '127.0.0.1',
    port: portFrom(environment.PORT || '3000'),
    origin: environment.ORIGIN ? originFrom(environment.ORIGIN) : undefined,
    secret: environment.SECRET || undefined,
    recordKey: environment.RECORD_KEY || undefined,
    smtpUrl: environment.SMTP_URL || undefined,
    mailFrom: environment.MAIL_FROM || undefined,
    inboundAddress: environment.INBOUND_ADDRESS || undefined,
    inboundSecret: environment.INBOUND_SECRET || undefined,
    oidcIssuer: environment.OIDC_ISSUER || undefined,
    oidcClientId: environment.OIDC_CLIENT_ID || undefined,
    oidcClientSecret: environment.OIDC_CLIENT_SECRET || undefined,
    oidcName: environment.OIDC_NAME || undefined,
  };
}

function portFrom(port: string): number {
  if (/^\d{1,5}$/.test(port) && Number(port) > 0 && Number(port) < 65_536) return Number(port);
  throw new Refusal({ code: 'server.port_wrong', values: { port } });
}

function originFrom(origin: string): string {
  const url = URL.parse(origin);
  if (url && /^https?:$/.test(url.protocol) && url.href === `${url.origin}/`) return url.origin;
  throw new Refusal({ code: 'server.origin_wrong', values: { origin } });
}
