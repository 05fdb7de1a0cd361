import { gunzipSync, gzipSync } from 'node:zlib';
import { Refusal } from '#record/refusals.ts';
import { longestArchive, longestText } from './rules.ts';

/** The document between two steps of a form. */
export interface Carried {
  name: string;
  text: string;
  edition: string;
}

/**
 * The document packed into a hidden field, so that nothing is kept here before it is confirmed. A browser turns the line
 * ends of a field into CRLF; packed, they come back as they were, and with them every offset.
 */
export function packed(document: Carried): string {
  return gzipSync(JSON.stringify(document)).toString('base64');
}

/** The document out of the field; refused where the field is not what was put into the page. */
export function unpacked(field: string): Carried {
  try {
    // At most six bytes of JSON for a UTF-16 code unit.
    const json = gunzipSync(Buffer.from(field, 'base64'), {
      maxOutputLength: Math.max(longestText * 6, longestArchive * 2) + 10_000,
    });
    const { name, text, edition } = JSON.parse(json.toString()) as Record<keyof Carried, unknown>;
    return { name: String(name), text: String(text), edition: String(edition) };
  } catch {
    throw new Refusal('document.not_carried');
  }
}
