import { largestIllustration } from '#followup/illustration.ts';
import type { PracticeView } from '#followup/queries.ts';
import { Refusal } from '#record/refusals.ts';
import { countriesOf } from './shown.ts';

/** A practice's form as its act takes it. Lists are written one to a line. */
export async function entryFrom(form: FormData) {
  const text = (name: string) => String(form.get(name) ?? '');
  return {
    title: text('title'),
    summary: text('summary').replace(/\r\n?/g, '\n'),
    language: text('language') || 'en',
    isGlobal: form.get('isGlobal') === 'yes',
    countries: linesOf(text('countries')),
    partners: linesOf(text('partners')),
    themes: linesOf(text('themes')),
    contactName: text('contactName'),
    contactEmail: text('contactEmail').trim(),
    illustration: await pictureFrom(form),
  };
}

async function pictureFrom(form: FormData) {
  const file = form.get('picture');
  if (!(file instanceof File) || file.size === 0) return null;
  if (file.size > largestIllustration) throw new Refusal('practice.picture_too_big');
  const bytes = Buffer.from(await file.arrayBuffer()).toString('base64');
  return { bytes, shows: String(form.get('shows') ?? '') };
}

function linesOf(text: string): string[] {
  return text
    .split(/[\n;]+/)
    .map((line) => line.trim())
    .filter(Boolean);
}

/** What the form shows of a practice that is to be corrected. */
export function fieldsOf(practice: PracticeView, language: string): Record<string, string> {
  const { title, summary, partners, themes, contact } = practice;
  return {
    title,
    summary,
    language: practice.language,
    isGlobal: practice.isGlobal ? 'yes' : '',
    countries: countriesOf(practice, language)
      .map(({ name }) => name)
      .join('\n'),
    partners: partners.map(({ name }) => name).join('\n'),
    themes: themes.join('\n'),
    contactName: contact?.name ?? '',
    contactEmail: contact?.email ?? '',
    shows: practice.illustration ?? '',
  };
}
