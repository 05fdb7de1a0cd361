import { aloudOf } from './aloud.ts';
import { debateOf } from './akoma-ntoso/debate.ts';
import { debateReportOf } from './akoma-ntoso/report.ts';
import { docxOf } from './docx/document.ts';
import { markdownOf } from './markdown.ts';
import { pageOf } from './page.ts';
import { pdfOf } from './pdf/pdf.ts';
import type { WholeReport } from './whole.ts';

/** The formats that are written from the printed report, in the order in which they are offered. */
export const writers = {
  docx: { type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', write: docxOf },
  pdf: { type: 'application/pdf', write: pdfOf },
  html: { type: 'text/html; charset=utf-8', write: pageOf },
  md: { type: 'text/markdown; charset=utf-8', write: markdownOf },
  txt: { type: 'text/plain; charset=utf-8', write: aloudOf },
  xml: { type: 'application/xml; charset=utf-8', write: debateReportOf },
  'debate.xml': { type: 'application/xml; charset=utf-8', write: debateOf },
} satisfies Record<string, { type: string; write(report: WholeReport): string | Uint8Array | Promise<Uint8Array> }>;
