import type { Rapporteur } from '#open.ts';
import type { SignIn } from '#people/sign-in.server.ts';
import type { Viewer } from '#record/viewer.ts';

declare global {
  namespace App {
    interface Locals {
      forum: Rapporteur['forum'];
      signIn: SignIn;
      ministry: Rapporteur['ministry'];
      viewer: Viewer;
      language: string;
      theme: 'system' | 'light' | 'dark';
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
    /** The route that answers it, as the program writes it: `/[edition]/rt/[number]`. */
    route?: string | null;
  }
}
