import adapter from '@sveltejs/adapter-node';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig, type Plugin } from 'vite';
import { onlyWhatIsRead, type Country } from './src/engine/register/countries.ts';

/** What pages that run in a browser read of the countries, without the rest of the library. */
const fewerBytes: Plugin = {
  name: 'countries-as-read',
  enforce: 'pre',
  applyToEnvironment: ({ name }) => name === 'client',
  transform: {
    filter: { id: /world-countries\/dist\/countries\.json$/ },
    handler: (code) => ({ code: JSON.stringify(onlyWhatIsRead(JSON.parse(code) as Country[])), map: null }),
  },
};

/** The server is built beside its pages: what both need is there once, and a start reads few files instead of a thousand. */
const serverBeside: Plugin = {
  name: 'server-beside-pages',
  apply: 'build',
  config: () => ({
    ssr: { noExternal: ['kysely', 'zod', 'pg-boss', '@sveltejs/kit'] },
    environments: {
      ssr: {
        build: {
          // Nobody reads the maps, and making them takes time at the first start.
          sourcemap: false,
          rolldownOptions: {
            input: { serve: 'src/start.ts', command: 'src/cli/rapporteur.ts' },
          },
        },
      },
    },
  }),
};

export default defineConfig({
  plugins: [
    fewerBytes,
    serverBeside,
    sveltekit({
      adapter: adapter({ precompress: false }),
      csp: {
        mode: 'hash',
        directives: {
          'default-src': ['self'],
          'script-src': ['self'],
          // The one style that the framework writes by itself, where a page runs in the browser: of what it tells screen
          // readers. Nothing else may have one.
          'style-src': ['self', 'unsafe-hashes', 'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo='],
          'img-src': ['self', 'data:'],
          'base-uri': ['none'],
          'form-action': ['self'],
          'frame-ancestors': ['none'],
          'object-src': ['none'],
        },
      },
    }),
  ],
});
