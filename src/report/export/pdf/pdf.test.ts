import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as after } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { projectRoot } from '#project-root.ts';

const asking = `
  const { pdfOf } = await import('#report/export/pdf/pdf.ts');
  const { sampleReport } = await import('#report/export/sample-report.ts');
  const report = sampleReport('en');
  const [section] = report.sections;
  section.paragraphs = Array.from({ length: 200 }, () => section.paragraphs).flat();
  await pdfOf(report);
`;

/** Until something is there, or for half a minute. */
async function until<T>(look: () => T | undefined | false): Promise<T | undefined> {
  for (let left = 300; left > 0; left--) {
    const found = look();
    if (found) return found;
    await after(100);
  }
  return undefined;
}

// A server that stops in good order ends its child itself; a command that is ended, or a process that is killed, cannot.
it.skipIf(process.platform !== 'linux').each(['SIGTERM', 'SIGKILL'] as const)(
  'a PDF is set no longer than somebody waits for it: %s',
  async (signal) => {
    const parent = spawn(process.execPath, ['--input-type=module', '--eval', asking], { cwd: projectRoot, stdio: 'ignore' }); // prettier-ignore
    const children = `/proc/${parent.pid}/task/${parent.pid}/children`;
    const child = await until(() => existsSync(children) && readFileSync(children, 'utf8').trim().split(' ')[0]);
    expect(child).toMatch(/^\d+$/);
    // The child has begun once it reads what it is to set.
    await until(() => readFileSync(`/proc/${child}/comm`, 'utf8').trim() !== '' && readFileSync(`/proc/${child}/status`, 'utf8').match(/Threads:\s+(\d{2,})/)); // prettier-ignore
    parent.kill(signal);
    const isGone = () =>
      !existsSync(`/proc/${child}`) || /State:\s+Z/.test(readFileSync(`/proc/${child}/status`, 'utf8'));
    expect(await until(isGone)).toBe(true);
  },
  90_000,
);
