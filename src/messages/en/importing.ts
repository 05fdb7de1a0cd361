export default {
  'document.imported_already':
    'This document was imported already, on {at}, {number, select, other {as RT {number} of}} “{edition}”. Nothing was changed.',
  'document.nothing_found':
    'Nothing in {name} was recognised as a report or an announcement: nobody is reported to have spoken, and no roundtable asks for comments. Check that it is the right file.',
  'document.too_long':
    'The text of {name} has more than {most, number} characters, too many for one document. Divide it by roundtable and import the parts.',
  'document.number_twice':
    'Number {number} would stand for two roundtables of this document. Give one of them another number.',
  'document.not_carried': 'The document did not come back with the form. Choose the file again.',

  'import.preview.understood':
    '{name} was read as {kind, select, report {a report} announcement {an announcement that asks for comments} other {neither a report nor an announcement}}.',
  'import.preview.edition': 'It goes into the edition “{name}”.',
  'import.preview.edition_new': 'It opens a new edition, “{name}”. Name another with --edition.',
  'import.preview.co_chairs': 'Co-chairs: {names}',
  'import.preview.questions': 'Guiding questions',
  'import.preview.statements':
    '{statements, plural, one {# statement} other {# statements}} with {points, plural, one {# point} other {# points}}',
  'import.preview.main_issues': 'Main issues',
  'import.preview.means': 'Means of implementation',
  'import.preview.tools': 'Tools',
  'import.preview.models': 'Models',
  'import.preview.overall': 'Overall issues',
  'import.preview.registered': 'On the register: {names}',
  'import.preview.new': 'New on the register: {names}',
  'import.preview.uncertain': 'Uncertain, for you to check:',
  'import.preview.more': 'and {more} more',
  'import.preview.counts':
    '{roundtables, plural, one {# roundtable} other {# roundtables}}, {statements, plural, one {# statement} other {# statements}}, {points, plural, one {# point} other {# points}}, {sentences, plural, one {# sentence} other {# sentences}} of the report, {new, plural, one {# new delegation} other {# new delegations}}, {uncertain, plural, =0 {nothing uncertain} other {# uncertain}}.',
  'import.uncertain.actor': '{name} is not on any register and is kept as a name only.',
  'import.uncertain.unattributed': 'Nobody is credited with “{words}”',
  'import.uncertain.point': '{who}: “{words}” (confidence {confidence, number, ::.00})',

  'record.delegations.registered':
    '{what, select, edition {Delegations were entered in the register for “{name}”} other {Delegations were entered in the register}}',
  'record.statements.entered':
    '{what, select, roundtable {The statements of RT {roundtable} were entered} other {Statements were entered}}',
  'record.points.entered_together':
    '{what, select, roundtable {The points of RT {roundtable} were entered} other {Points were entered}}',
  'record.issues.entered':
    '{what, select, roundtable {The issues of RT {roundtable} were entered} other {Issues were entered}}',
  'record.recommendations.entered':
    '{what, select, roundtable {The recommendations of RT {roundtable} were entered} other {Recommendations were entered}}',

  'import.confirm': 'Import it? [y/N] ',
  'import.add_yes': 'Nothing was written. To import it without being asked, add --yes.',
  'import.cancelled': 'Cancelled. Nothing was written.',
  'import.done':
    'Imported into “{name}”{number, select, other { as RT {number}}}: {statements, plural, one {# statement} other {# statements}}, {points, plural, one {# point} other {# points}}.',
  'import.next': 'Next: {commands}',

  'import.title': 'Import a document',
  'import.lead':
    'A rapporteur’s report or an announcement becomes part of the record. You see what was understood before anything is written.',
  'import.refused': 'This file was not imported.',
  'import.file': 'The document',
  'import.file.help': 'Plain text, Markdown, HTML, DOCX or PDF, up to 20 MB.',
  'import.edition': 'Edition',
  'import.edition.new': 'A new edition, named after the document',
  'import.edition.help': 'Where its roundtables belong. Each number stands once in an edition.',
  'import.read': 'Read it',
  'import.no_file': 'Choose a file first.',
  'import.edition_missing': 'Choose one of the editions you hold an office in.',
  'import.only_offices':
    'Documents are imported by the support unit and the Chair’s office. Sign in with an account of theirs.',

  'import.understood.report': 'A report on {roundtables, plural, one {one roundtable} other {# roundtables}}',
  'import.understood.announcement': 'An announcement that asks for comments',
  'import.understood.lead':
    'This is what was understood. Correct what is wrong; nothing is written until you import it.',
  'import.fact.edition': 'Edition',
  'import.fact.statements': 'Statements',
  'import.fact.points': 'Points',
  'import.fact.sentences': 'Sentences',
  'import.fact.uncertain': 'Uncertain',
  'import.problem': 'One thing to correct.',
  'import.warning': 'To know about the file.',
  'import.number': 'Number',
  'import.name': 'Title',
  'import.statements_of': 'What was said in RT {number}: {statements, plural, one {# statement} other {# statements}}',
  'import.who': 'Who',
  'import.who_of': 'Who said “{words}”; several names parted by semicolons',
  'import.said': 'What was said',
  'import.delegations': 'Who is named',
  'import.delegations.help':
    'Each name as it was read, and whom it was taken for. Where that is wrong, write the name on the register; leave the field empty where it is right.',
  'import.as_read': 'As read',
  'import.taken_for': 'Taken for',
  'import.is_really': 'Is really',
  'import.as.registered': 'on the register',
  'import.as.new': 'new on the register',
  'import.as.named': 'on no register, kept as a name',
  'import.who_is': 'Who {name} really is',
  'import.kind_of': 'What {name} is',
  'import.kind.leave': 'Keep as a name',
  'import.kind.new': 'Register as {kind}',
  'import.doubts': '{uncertain, plural, one {One thing} other {# things}} to look at',
  'import.doubts.help': 'A point you tick is left out. What was said stays as it is.',
  'import.drop': 'Leave out:',
  'import.nothing_written': 'Nothing has been written yet.',
  'import.enter': 'Import it',
  'import.correct': 'Show it as corrected',
  'import.cancel': 'Cancel',
  'archive.broken':
    'This says it is the archive of a report, but it cannot be entered as it stands: something is wrong or missing at “{place}”. Take the file again where it came from.',
  'archive.not_carried':
    'This Akoma Ntoso file does not carry the archive of a report, as the files of reports taken from here do. Take the file “report.xml” or “report.json” of the report.',
  'archive.misquotes':
    'Sentence {place} of this archive quotes statement {statement} with words that are not there. Nothing was entered: take the file again where it came from.',
  'archive.report_missing':
    'This report cites sentences of the report of RT {number}, which is not in this edition, or not the same one. Import that one first.',
  'import.archive.title': 'The archive of a report: it is entered as it was taken',
  'import.archive.lead':
    'Numbers, times, states and every citation come as they are. Receipts are made anew; words that were withdrawn or off the record are not in the file.',
} as const;
