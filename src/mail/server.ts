import type { SendMailOptions } from 'nodemailer';

/** Why a letter was not taken. */
export interface Unsent {
  /** The server's answer (RFC 5321), where it gave one. */
  code?: number;
  /** What it was the answer to: RCPT TO, DATA … */
  command?: string;
  /** In the server's words, or the network's. */
  words: string;
  /** It was not the letter's fault: the server could not be reached, or did not let us in. */
  isUnreachable: boolean;
}

export interface MailServer {
  /** Hands a letter over: null once the server has taken it. Never throws, and never waits more than three minutes. */
  take(letter: SendMailOptions): Promise<Unsent | null>;
  close(): void;
}

const timeouts = { connectionTimeout: 20_000, greetingTimeout: 20_000, socketTimeout: 60_000 };
const longest = 180_000;

/** The mail server at this address. A name and password never travel in the clear, except on this machine itself. */
export async function openServer(url: string): Promise<MailServer> {
  const { createTransport } = await import('nodemailer');
  const { hostname, username } = new URL(url);
  const isHere = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname);
  const transport = createTransport({
    ...timeouts,
    url,
    requireTLS: username !== '' && !isHere,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async take(letter) {
      try {
        await transport.sendMail({ ...letter, signal: AbortSignal.timeout(longest) });
        return null;
      } catch (error) {
        return unsentBy(error as SmtpError);
      }
    },
    close: () => transport.close(),
  };
}

interface SmtpError extends Error {
  code?: string;
  responseCode?: number;
  command?: string;
  response?: string;
}

function unsentBy({ responseCode, command, response, message, code }: SmtpError): Unsent {
  const isAboutThisLetter = command === 'RCPT TO' || command === 'DATA' || code === 'EMESSAGE';
  return {
    ...(responseCode ? { code: responseCode } : {}),
    ...(command ? { command } : {}),
    words: (response ?? message).replace(/\s+/g, ' ').slice(0, 500),
    isUnreachable: !(responseCode && isAboutThisLetter),
  };
}
