// What `npm start` begins with: the embedded database gets ready on its own thread while this one loads the server.
import { warmUp } from '#db/embedded-thread.ts';
import { readSettings } from '#settings.ts';

if (!readSettings(process.env).databaseUrl) warmUp();
const { serve } = await import('./server.ts');
await serve();
