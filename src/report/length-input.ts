import { z } from 'zod';

/** How many words it may take to read a report aloud; null for as long as it takes. Without it, as long as last time. */
export const lengthInput = z
  .number()
  .int()
  .min(100, 'report.too_short')
  .max(1_000_000, 'report.too_long')
  .nullable()
  .optional();
