import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { projectRoot } from '#project-root.ts';
import { Refusal } from '#record/refusals.ts';

export type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/**
 * The pages as they were built from src/; built first, in a process beside this one, where asked to and their sources have
 * changed. Refuses with `server.not_built`.
 */
export async function loadPages(build: boolean): Promise<Handler> {
  if (build) await buildPages();
  const pages = join(projectRoot, 'build/handler.js');
  if (!existsSync(pages)) throw new Refusal('server.not_built');
  const { handler } = await import(pathToFileURL(pages).href);
  return handler;
}

async function buildPages(): Promise<void> {
  const script = join(projectRoot, 'scripts/setup.mjs');
  const builder = spawn(process.execPath, [script, 'build'], { stdio: ['ignore', 2, 2] });
  const stop = () => void builder.kill();
  process.once('exit', stop);
  const [status] = await once(builder, 'exit');
  process.off('exit', stop);
  if (status !== 0) throw new Refusal('server.not_built');
}
