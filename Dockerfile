# Two stages: the first installs and builds, the second holds what runs. Node is the one the packages pin.
FROM node:24.21.0-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
COPY scripts scripts
RUN node scripts/setup.mjs
COPY . .
# What builds the pages is not needed once they are built. Packages of development that others may be used with count as
# optional: without these, too, what is left is what runs. Node itself comes with the image.
RUN node scripts/setup.mjs build \
  && npm pkg delete dependencies.vite dependencies.svelte 'dependencies[@sveltejs/kit]' \
    'dependencies[@sveltejs/adapter-node]' 'dependencies[@sveltejs/vite-plugin-svelte]' \
  && npm prune --no-save --omit=dev --omit=optional --no-audit --no-fund

FROM node:24.21.0-bookworm-slim
# The typefaces of the PDFs; without them the built-in ones are used.
RUN apt-get update -q \
  && DEBIAN_FRONTEND=noninteractive apt-get install -qy --no-install-recommends fonts-urw-base35 fonts-noto-core \
  && rm -rf /var/lib/apt/lists/*
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATA_DIR=/data LOG=json
WORKDIR /app
COPY --from=build /app/package.json /app/package-lock.json /app/vite.config.ts ./
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/build build
COPY --from=build /app/bin bin
COPY --from=build /app/scripts scripts
COPY --from=build /app/static static
COPY --from=build /app/src src
COPY --from=build /app/test/world test/world
COPY --from=build /app/test/*.ts test/
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 3000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:3000/readyz').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
# No package manager runs in front of it: the signal to stop reaches the server itself.
CMD ["node", "build/server/serve.js", "--empty"]
