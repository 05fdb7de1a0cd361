// What `npm start` begins with: the embedded database gets ready on its own thread while this one loads the server.
import { warmUp } from '#db/embedded-thread.ts';
import { readPlace } from '#settings.ts';

if (!readPlace(process.env).databaseUrl) warmUp();
const { serve } = await import('./server.ts');
await serve();
