import { english } from './english.ts';
import { french } from './french.ts';
import { spanish } from './spanish.ts';
import type { Tongue } from './tongue.ts';

export const tongues: Record<'en' | 'fr' | 'es', Tongue> = { en: english, fr: french, es: spanish };
