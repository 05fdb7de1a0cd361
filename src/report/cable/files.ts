import type { Forum } from '#record/forum.ts';
import { bytesOf, keptFile, type ReportFile } from '#report/export/files.ts';
import { writers } from '#report/export/formats.ts';
import { cableOf } from './cable.ts';
import { printedCable } from './print.ts';

export const cableFormats = ['docx', 'pdf', 'html', 'md', 'txt'] as const;
export type CableFormat = (typeof cableFormats)[number];

interface Edition {
  id: string;
  name: string;
  slug: string;
  time_zone: string;
  starts_on: string | null;
  created_at: Date;
}

/** A delegation's cable as a file: the same to the byte while the record stands still. */
export function cableFile(
  forum: Forum,
  edition: Edition,
  delegation: { id: string; slug: string; short_name: string; formal_name: string },
  format: CableFormat,
): Promise<ReportFile> {
  const { type, write } = writers[format];
  return keptFile(forum, `cable ${edition.id} ${delegation.id} ${format}`, async () => {
    const { sequence } = forum.live;
    const cable = await cableOf(forum, edition, delegation);
    const home = `${forum.origin}/${edition.slug}`;
    const whole = printedCable(cable, { edition, delegation, home, sequence, at: edition.created_at });
    return { name: `cable-${delegation.slug}.${format}`, type, bytes: bytesOf(await write(whole)) };
  });
}
