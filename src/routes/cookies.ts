// What every answer asks a browser's cookies first, before any page is chosen.

/** Whether a browser shows a sign of having signed in, be it true or not. */
export function isSignedIn(cookies: string | null | undefined): boolean {
  return cookies?.includes('rapporteur') ?? false;
}

export type Theme = 'system' | 'light' | 'dark';

/** The theme a reader chose; that of their device where they chose none. */
export function themeOf(cookies: string | null | undefined): Theme {
  return (/(?:^|; ?)(?:__Host-)?theme=(light|dark)(?:;|$)/.exec(cookies ?? '')?.[1] as Theme | undefined) ?? 'system';
}
