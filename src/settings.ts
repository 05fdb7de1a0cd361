/** What the environment says, read once at start. */
export interface Settings {
  databaseUrl: string | undefined;
  dataDirectory: string;
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

export function readSettings(environment: NodeJS.ProcessEnv): Settings {
  return {
    databaseUrl: environment.DATABASE_URL || undefined,
    dataDirectory: environment.DATA_DIR || 'data',
    host: environment.HOST || '127.0.0.1',
    port: Number(environment.PORT || 3000),
    origin: environment.ORIGIN || undefined,
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
