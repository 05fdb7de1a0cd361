// The server as it was built, where its sources are still the same; else from its sources, which builds it meanwhile.
import { pages } from './stamps.mjs';

if (pages.isThere()) await import('../build/server/serve.js');
else {
  process.argv.push('--build');
  await import('../src/start.ts');
}
