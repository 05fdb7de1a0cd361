// The terminal's entry. `bin/rapporteur` sets things up and runs this on the pinned Node.
import { existsSync } from 'node:fs';
import { warmUp } from '#db/embedded-thread.ts';
import { readPlace } from '#settings.ts';
import { signOf } from './sign.ts';
import { withoutForum } from './without-forum.ts';

const [name = 'help', ...words] = process.argv.slice(2);
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
const { databaseUrl, dataDirectory } = readPlace(process.env);
const isServed = existsSync(signOf(dataDirectory));
// It gets ready on its own thread while this one loads the commands.
if (!databaseUrl && !isServed && !withoutForum.includes(name)) warmUp();
const { main } = await import('./main.ts');
process.exitCode = await main(name, words);
