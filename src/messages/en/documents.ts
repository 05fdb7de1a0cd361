/** What is said when a file cannot be read, or was read with something to know. Codes: src/documents. */
export default {
  'document.file_missing': 'There is no file {name}. Check the name and the folder.',
  'document.file_unreadable':
    'The file {name} could not be opened. Check that you may read it, and that its disk is there.',
  'document.file_is_folder': '{name} is a folder. Choose a file in it.',
  'document.file_empty': 'The file {name} is empty. Choose a file that holds a report or an announcement.',
  'document.file_binary':
    'The file {name} holds no text but a program or data. Choose a report as plain text, Markdown, HTML, DOCX or PDF.',
  'document.file_too_large':
    'The file {name} is larger than {megabytes, number} MB, the most that is read here. Leave out its pictures, or divide it.',
  'document.file_two_formats':
    'The file {name} is a PDF with something else in front of it, which is unsafe. Save it again as PDF from the original.',
  'document.format_unsupported':
    '{format, select, IMAGE {The file {name} is a picture; its words cannot be read. Choose the document it was made from.} ARCHIVE {The file {name} is an archive. Unpack it and choose the report inside.} RECORDING {The file {name} is a recording. Choose a text: a report, a transcript or a written statement.} OLD_OFFICE {The file {name} is in an old Office format. Open it in a word processor and save it as DOCX.} OPENDOCUMENT {The file {name} is an OpenDocument file. Save it as DOCX or PDF and choose that.} RTF {The file {name} is in RTF. Open it in a word processor and save it as DOCX.} EPUB {The file {name} is an e-book. Save its text as HTML or DOCX and choose that.} SPREADSHEET {The file {name} is a spreadsheet. Save the sheet with the text as CSV and choose that.} SLIDES {The file {name} holds slides. Save their text as DOCX or PDF and choose that.} POSTSCRIPT {The file {name} is in PostScript. Save it as PDF and choose that.} other {The file {name} is {format}, which is not read here. Save its text as plain text, HTML, DOCX or PDF and choose that.}}',
  'document.encoding_unknown':
    'The letters of {name} are in an encoding that cannot be told. Open it in the program it came from and save it as UTF-8.',
  'document.text_not_prose':
    'Line {line, number} of {name} runs on for more than {characters, number} characters without a blank, so it is data and not a text. Choose the report itself.',
  'document.docx_broken':
    'The DOCX {name} is damaged or cut short. Open it in a word processor, save it again, or ask for a new copy.',
  'document.docx_ambiguous':
    'The DOCX {name} holds the same part twice, so it can be read in two ways. Open it in a word processor, check the text, and save it again.',
  'document.docx_declares_entities':
    'The DOCX {name} holds declarations that no word processor writes and that can reach for other files. Save it again from a word processor.',
  'document.docx_encrypted': 'The document {name} is locked with a password. Save it without one and choose it again.',
  'document.pdf_broken':
    'The PDF {name} is damaged or incomplete. Save it again as PDF from the original, or ask for a new copy.',
  'document.pdf_encrypted': 'The PDF {name} is encrypted. Save it without a password and choose it again.',
  'document.document_bomb':
    'The file {name} unpacks to far more than a report needs, so reading it was stopped. Save it again from the original, or divide it.',
  'document.document_slow':
    'Reading {name} took too long and was stopped. Save it as plain text or DOCX, or divide it, and try again.',
  'document.document_no_text':
    'No text was found in {name}; it may be a scan or pictures only. Choose a version with text, or have the scan read by text recognition first.',
  'document.reader_failed':
    'Reading {name} failed for a reason that is ours. Save it as plain text and try that, and please tell us of it.',

  'document.warning.encoding_guessed':
    'The file is not UTF-8, so it was read as Western European (Windows-1252). Check accented letters; if they look wrong, save the file as UTF-8 and read it again.',
  'document.warning.encoding_mixed':
    'Most of the file is UTF-8, but some lines hold characters of Windows-1252 (lines {lines}). They were read as such; check them.',
  'document.warning.name_disagrees': 'The name says {claimed}, the contents are {found}; it was read as {found}.',
  'document.warning.odd_characters':
    'The text holds characters that cannot be seen or that turn the direction of writing: {places}. They were kept; check that each passage reads as it was meant.',
  'document.warning.control_characters':
    'The text holds control characters that print nothing: {places}. They were kept.',
  'document.warning.hidden_text':
    'Text that a reader of the original cannot see was left out: {excerpts}. If it belongs to the report, make it visible and read the file again.',
  'document.warning.invisible_text':
    'Some of the text is white or has no ink on the page ({excerpts}). It was kept, because the words of a scan lie unseen under its picture; check it against what is printed.',
  'document.warning.changes_tracked':
    'The document holds tracked changes. Insertions were taken as accepted and deletions were left out. If that is not what was agreed, settle the changes and read the file again.',
  'document.warning.comments_left_out': 'Comments in the margin of the document were left out.',
  'document.warning.active_content':
    'The document carries macros, scripts or links to other files. They were not run, fetched or kept.',
  'document.warning.entries_ignored':
    'The package holds parts that a report does not need ({parts}). They were not opened.',
  'document.warning.repeated_lines': 'Lines repeated at the top or foot of the pages were left out: {excerpts}.',
  'document.warning.pictures_left_out': 'Pictures were left out. Words that are only in a picture are not in the text.',
  'document.warning.pages_without_text':
    'Some pages hold a picture and no words that can be read ({pages}). What is printed there is not in the text.',
  'document.warning.no_text': 'No text was found. The pages are empty.',
} as const;
