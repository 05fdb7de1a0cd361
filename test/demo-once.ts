import { cpSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startServer } from '#bench/running-server.ts';
import { freshDirectory, newFolder } from './faults/programs.ts';

/**
 * Loads the demo forum by the real server, once for every test that walks through it: entering it takes ten times as long as
 * copying it. Returns how to clear it away. Tests find it by the environment, and wait until it is whole.
 */
export function loadDemoOnce(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'rapporteur-demo-'));
  process.env.DEMO_DIRECTORY = folder;
  void load(folder);
  return () => rmSync(folder, { recursive: true, force: true });
}

async function load(folder: string): Promise<void> {
  const server = await startServer({ directory: join(folder, 'data'), words: ['--demo'] });
  await server.stop();
  writeFileSync(join(folder, 'whole'), '');
}

/** A data directory for a server with `--demo`, gone when the worker ends: with the demo in it already where it was loaded. */
export async function demoDirectory(): Promise<string> {
  const loaded = process.env.DEMO_DIRECTORY;
  if (!loaded) return freshDirectory();
  while (!existsSync(join(loaded, 'whole'))) await new Promise((resolve) => setTimeout(resolve, 100));
  const directory = join(newFolder(), 'data');
  cpSync(join(loaded, 'data'), directory, { recursive: true });
  return directory;
}
