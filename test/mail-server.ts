import type { AddressInfo } from 'node:net';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import type { Forum } from '#record/forum.ts';

/** A mail server that keeps what it takes, and can be told to be down, to be busy, or to know nobody. */
export interface MailServer {
  url: string;
  taken: Email[];
  /** The answer to a recipient, a sender or a letter, in its own words: "550 5.1.1 No such user". */
  answers: { recipient?: string; sender?: string; letter?: string };
  /** Whoever signs in with another name and password than these is turned away. */
  stop(): Promise<void>;
  start(): Promise<void>;
}

export async function openMailServer(account?: { user: string; pass: string }): Promise<MailServer> {
  const taken: Email[] = [];
  const answers: MailServer['answers'] = {};
  let server: SMTPServer;
  let port = 0;
  const make = () =>
    new SMTPServer({
      authOptional: account === undefined,
      allowInsecureAuth: true,
      disabledCommands: ['STARTTLS'],
      onAuth: ({ username, password }, _session, done) =>
        username === account?.user && password === account?.pass
          ? done(null, { user: username })
          : done(refusal('535 5.7.8 Sign-in failed')),
      onMailFrom: (_address, _session, done) => done(refusal(answers.sender)),
      onRcptTo: (_address, _session, done) => done(refusal(answers.recipient)),
      onData(stream, _session, done) {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk) => chunks.push(chunk));
        stream.on('end', async () => {
          const refused = refusal(answers.letter);
          if (!refused) taken.push(await PostalMime.parse(Buffer.concat(chunks)));
          done(refused);
        });
      },
    });
  const start = async () => {
    server = make();
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
    port = (server.server.address() as AddressInfo).port;
  };
  await start();
  return {
    url: `smtp://${account ? `${account.user}:${encodeURIComponent(account.pass)}@` : ''}127.0.0.1:${port}`,
    taken,
    answers,
    start,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** The forum with this server to hand its letters to. */
export function mailingThrough(forum: Forum, server: MailServer, now?: Date): Forum {
  return { ...forum, mail: { ...forum.mail, smtpUrl: server.url }, ...(now ? { now: () => now } : {}) };
}

function refusal(words: string | undefined): Error | null {
  if (!words) return null;
  const [, code = '550', text = words] = /^(\d{3}) (.*)$/.exec(words) ?? [];
  return Object.assign(new Error(text), { responseCode: Number(code) });
}
