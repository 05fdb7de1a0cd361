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
}

export function readSettings(environment: NodeJS.ProcessEnv): Settings {
  return {
    databaseUrl: environment.DATABASE_URL || undefined,
    dataDirectory: environment.DATA_DIR || 'data',
    host: environment.HOST || '127.0.0.1',
    port: Number(environment.PORT || 3000),
    origin: environment.ORIGIN || undefined,
    secret: environment.SECRET || undefined,
  };
}
