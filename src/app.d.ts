import type { Rapporteur } from '#open.ts';
import type { SignIn } from '#people/sign-in.server.ts';
import type { Viewer } from '#record/viewer.ts';
import type { Theme } from '#routes/cookies.ts';
import type { KeptPages } from '#routes/page-cache.ts';

declare global {
  namespace App {
    interface Locals {
      forum: Rapporteur['forum'];
      /** Opened by whoever needs it first: a page for a visitor does not. */
      signIn(): Promise<SignIn>;
      ministry: Rapporteur['ministry'];
      viewer: Viewer;
      language: string;
      theme: Theme;
    }
    interface Error {
      message: string;
    }
  }
}

declare module 'node:http' {
  interface IncomingMessage {
    /** Handed over by the server, so that pages share its database and queue. */
    rapporteur?: Rapporteur;
    /** Where a page for everyone is kept, for those who come after. */
    keptPages?: KeptPages;
    /** The route that answers it, as the program writes it: `/[edition]/rt/[number]`. */
    route?: string | null;
  }
}
