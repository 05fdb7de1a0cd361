export default {
  'reading.roundtable': 'RT {number} {title}',
  'reading.rt': 'RT',
  'reading.no_paragraphs': 'This report has no paragraphs yet.',
  'reading.number': 'RT {number}',
  'reading.title': '{title} · {edition}',
  'reading.none_yet': 'No report of RT {number} yet',
  'reading.none_lead':
    'The report will stand here once the rapporteur’s draft is circulated for corrections. Until then, read what was said.',
  'reading.to_roundtable': 'Go to RT {number}',
  'reading.draft': 'Draft the report',
  'reading.redraft': 'Draft it again',
  'reading.draft_note':
    'The draft is made of what was said, word for word where it matters, each sentence with its sources. Only those who write the report and those who chair see it.',
  'reading.redraft_note': 'Sentences that a person has written stay as they are; the others are made anew.',
  'reading.by': '{rapporteur}, {kind, select, general_rapporteur {general rapporteur} other {rapporteur}}.',
  'reading.length':
    '{paragraphs, plural, one {One paragraph} other {# paragraphs}}, {minutes, plural, one {one minute} other {# minutes}} to read.',
  'reading.policy':
    '{attribution, select, attributed {Speakers are named.} by_constituency {Speakers are named by constituency only.} other {Nobody is named.}}',
  'reading.symbol': 'Symbol',
  'reading.met': 'Met',
  'reading.meets': 'Meets',
  'reading.cover': 'Cover',
  'reading.floor': 'Floor',
  'reading.floor_of': '{floor} of {registered} registered delegations',
  'reading.original': 'Original',
  'reading.original_in': '{language}, authoritative',
  'reading.state': 'State',
  'reading.state_is':
    '{state, select, draft {draft} co_chair_review {with the co-chairs} correction_window {open for corrections} final {final} imported {imported on {imported}, as printed} imported_final {imported on {imported}, made final here {by, select, nobody {} other {by {by} }}on {at}} other {corrigendum}}',

  'reading.window': 'Correction window open until {closes}.',
  'reading.window_text': 'Until then a delegation may correct what is attributed to it.',
  'reading.window_undated': 'Correction window open.',
  'reading.check_mine': 'Check what {name} said',
  'reading.find_mine': 'Find my delegation',
  'reading.printed': 'As printed.',
  'reading.printed_text':
    'This report came in from outside and stands word for word as its authors printed it. Each sentence cites the statements that were cut from it.',
  'reading.unseen_draft': 'Not circulated yet.',
  'reading.unseen_draft_text': 'Only those who write this report and those who chair can read it.',

  'reading.next': 'Next',
  'reading.next_title':
    '{state, select, none {Nobody has drafted this report yet} draft {This report is a draft} co_chair_review {The co-chairs have this report} correction_window {Delegations can still correct this report} final {This report is final} other {This report has a corrigendum}}',
  'reading.move':
    '{to, select, co_chair_review {{from, select, draft {Hand to the co-chairs} other {Return to the co-chairs}}} draft {Send back to the rapporteur} correction_window {Circulate for corrections} final {{from, select, corrigendum {Issue the corrigendum} other {Make final}}} other {Open a corrigendum}}',
  'reading.move.note':
    '{to, select, co_chair_review {The co-chairs read it next.} draft {The rapporteur goes on writing.} correction_window {Everyone can read it from then on.} final {This cannot be undone: a final report changes only by corrigendum.} other {Corrections that came late are put together in one.}}',
  'reading.closes': 'Corrections until',
  'reading.closes_help': 'Date and time in {zone}. One week is usual.',

  'reading.ledger': 'Ledger',
  'reading.accounted':
    '{open, plural, =0 {{total, plural, =0 {Nothing has been said yet} one {The one statement is accounted for} other {All # statements are accounted for}}} one {One of {total} statements has no line in the ledger yet} other {# of {total} statements have no line in the ledger yet}}',
  'reading.set_aside':
    '{count, plural, one {One comment was} other {# comments were}} set aside as spam or abuse: counted here, and in no line of the ledger.',
  'reading.off_record':
    '{count, plural, one {One more statement was made off the record: it is counted here and shown to nobody.} other {# more statements were made off the record: they are counted here and shown to nobody.}}',
  'reading.line_by_line': 'The ledger, line by line',
  'reading.col.number': 'No.',
  'reading.col.who': 'Who',
  'reading.col.where': 'Where',
  'reading.col.why': 'How much, or why not',
  'reading.unnamed': '{state, select, held {unidentified} other {not named}}',
  'reading.place': 'Paragraph {paragraph}, sentence {letter}',
  'reading.points':
    '{all, plural, one {{cited, plural, =0 {Its one point is not in it} other {Its one point}}} other {{cited} of # points}}.',
  'reading.merged_with': 'With {elsewhere, select, true {RT {roundtable}, } other {}}statement {number}',
  'reading.ruling': 'Ruled on {day}: {title}. {words}',
  'reading.said':
    '{kind, select, comment {comment} intervention {intervention} written_statement {written statement} presentation {presentation} other {remark}}, {when}',

  'reading.said.undated':
    '{kind, select, comment {comment} intervention {intervention} written_statement {written statement} presentation {presentation} other {remark}}',

  'reading.answered': 'Answered by {count, plural, =0 {none} other {#}} of the {of} delegations that said something',
  'reading.answered.unnamed': '{answers, plural, one {One statement answers} other {# statements answer}} it',

  'reading.source.statement':
    '{elsewhere, select, true {RT {roundtable}, } other {}}{kind, select, comment {comment} intervention {intervention} written_statement {written statement} presentation {presentation} other {remark}} {number}, {when}',
  'reading.source.undated':
    '{elsewhere, select, true {RT {roundtable}, } other {}}{kind, select, comment {comment} intervention {intervention} written_statement {written statement} presentation {presentation} other {remark}} {number}',
  'reading.source.question': 'guiding question {number}',
  'reading.source.sentence': 'record of RT {roundtable}, paragraph {paragraph}, sentence {letter}',
  'reading.source.programme':
    '{about, select, co_chairs {the programme: who chairs} dates {the programme: when it met} title {the programme: its title} speakers {the programme: who spoke} main_issue {the issues named} means_of_implementation {the means of implementation named} overall_issue {the overall issues named} tool {the tools named} model {the models named} issue {the issue as named} recommendation {the recommendation as recorded} instrument {the name under which it is known} floor_questions {what was put from the floor} printed {the document itself, as printed} other {the programme}}',
  'reading.source.hidden': 'a statement that is not yours to see',
  'reading.source.unnamed':
    '{constituency, select, none {what was said; this report names nobody} states {what a State said} international_organisations {what an international organisation said} civil_society {what a civil society organisation said} trade_unions {what a trade union said} enterprises {what an enterprise said} local_authorities {what a local authority said} other {what an expert said}}',
  'reading.source.unreadable': 'Its words are no longer shown: withdrawn by their author, or ruled not relevant.',
  'reading.source.revised': 'Exact words of revision {revision}; the statement has been revised since.',
  'reading.source.in_full': 'Read it in full',
  'reading.source.counted':
    '{count, plural, one {# delegation} other {# delegations}}{passages, plural, =0 {} one {, # passage} other {, # passages}}',
  'reading.source.passages': '{passages, plural, one {# source} other {# sources}}',
  'reading.source.questions': '{passages, plural, one {one guiding question} other {# guiding questions}}',
  'reading.rule': 'On this report’s scale, “{word}” means {rule}.',
  'reading.names_withheld': 'The attribution policy gives no names.',

  'reading.reports': 'Reports',
  'reading.rapporteur': 'Rapporteur',
  'reading.reports_lead':
    '{reports, plural, one {One report} other {# reports}}{open, plural, =0 {} one {, one of them open for corrections} other {, # of them open for corrections}}. Every sentence opens what it rests on.',
  'reading.reports_none': 'No report of this edition can be read yet.',
  'reading.reports_empty':
    'A report stands here once its draft is circulated for corrections, with a ledger that accounts for every statement made.',
  'reading.kind':
    '{kind, select, record {Record of a roundtable} general_rapporteur {General rapporteur’s report} proceedings {Proceedings} other {Cable}}',
  'reading.as_printed': 'as printed',
  'reading.to_come': 'To come',
  'reading.waiting': '{count, plural, one {One report is still to come} other {# reports are still to come}}',

  'reading.delegations': 'Delegations',
  'reading.delegation': 'Delegation',
  'reading.delegations_lead':
    '{total, plural, one {One delegation is} other {# delegations are}} on the register; {heard, plural, =0 {none has} one {one has} other {# have}} been heard so far.',
  'reading.delegations_empty': 'A delegation stands here once it is accredited, holds an office or has said something.',
  'reading.heard': 'Heard',
  'reading.heard_title': 'Who has been heard, by region and constituency',
  'reading.region': 'Region',
  'reading.no_region': 'Of no one region',
  'reading.together': 'Together',
  'reading.constituency.states': 'States and their groups',
  'reading.constituency.organisations': 'International organisations',
  'reading.constituency.civil': 'Civil society',
  'reading.constituency.unions': 'Trade unions',
  'reading.constituency.firms': 'Enterprises',
  'reading.constituency.cities': 'Local authorities',
  'reading.constituency.academia': 'Academia and experts',
  'reading.said_in': 'Heard in',
  'reading.in_roundtables': 'RT {roundtables}',
  'reading.statements': 'Statements',
  'reading.silent': 'not heard yet',

  'reading.formal_name': 'Formal name',
  'reading.also_called': 'Also called',
  'reading.head': 'Head',
  'reading.delegate': 'Delegate',
  'reading.also': 'Also',
  'reading.groups': 'Member of',
  'reading.members': 'Members',
  'reading.joined': 'Joined in',
  'reading.joined_in':
    '{count, plural, one {one statement of others, for or against} other {# statements of others, for or against}}',
  'reading.spoke':
    '{spoke, plural, =0 {} one {Spoke once} other {Spoke # times}}{wrote, plural, =0 {} other {{spoke, plural, =0 {Wrote} other { and wrote}}}}{wrote, plural, =0 {} one { once} other { # times}}, in {roundtables, plural, one {one roundtable} other {# roundtables}}.',
  'reading.became':
    '{of, plural, one {A report covers one of them so far} other {Reports cover # of them so far}}: {reflected, plural, =0 {none is} one {one is} other {# are}} reflected or merged{open, plural, =0 {} one {, one has no line in the ledger yet} other {, # have no line in the ledger yet}}.',
  'reading.said_nothing': 'Has not been heard in this edition so far.',
  'reading.silent_so_far':
    'What {name} says will stand here: each statement with who agreed, who answered, and where a report reflects it. A silent delegation stays in sight.',
  'reading.correct_until':
    '{mine, select, true {You can correct what is attributed to {name} until {closes}.} other {What is attributed to {name} can be corrected until {closes}.}}',
  'reading.correct_how': 'Its focal point asks the rapporteur, with the words as they should read and why.',
  'reading.said_there': '{title}',
  'reading.answered_by': 'Answered by',
  'reading.agreed': 'Agreed',
  'reading.opposed': 'Opposed',
  'reading.nobody_spoke_to_it': 'Nobody spoke to it.',
  'reading.no_report_yet': 'No report that can be read yet.',
  'reading.place_in':
    '{elsewhere, select, true {RT {roundtable}, paragraph} other {Paragraph}} {paragraph}, sentence {letter}',
  'reading.merged': 'Merged with {elsewhere, select, true {RT {roundtable}, } other {}}{number}',
  'reading.on_behalf': 'On behalf of {groups}.',
  'reading.original_is': 'Original in {language}, authoritative.',
  'reading.unread':
    '{state, select, withdrawn {Withdrawn by its author; its words are no longer shown.} room {Said where nobody is named; its words are not shown.} other {Ruled not relevant; its words are not shown.}}',

  'reading.search': 'Search',
  'reading.search_for': 'Search for “{words}”',
  'reading.search_help':
    'In any language spoken here. Put words that belong together in quotation marks; a hyphen before a word leaves it out.',
  'reading.search_cut': 'Only the first {longest} characters were searched for.',
  'reading.search_empty':
    'Everything said or written on the record is found here by its words, each statement by the grammar of its own language: “city” also finds “cities”.',
  'reading.found': '{found, plural, one {One statement} other {# statements}}, best match first',
  'reading.found.line':
    '{kind, select, comment {comment} intervention {intervention} written_statement {written statement} presentation {presentation} other {remark}}, {when}',
  'reading.found.undated':
    '{kind, select, comment {comment} intervention {intervention} written_statement {written statement} presentation {presentation} other {remark}}',
  'reading.found_none': 'Nobody said “{words}” on the record',
  'reading.found_none_help':
    'Try fewer words, another form of the word, or the language it was said in: statements are searched in their original. A delegation’s own page lists all it said.',
  'reading.in_language': 'In {language}',

  'reading.record': 'The record',
  'reading.record_lead':
    'Everything that changed, in the order in which it was committed: what, when and by whom. No line is ever changed or removed.',
  'reading.commitment': 'Commitment',
  'reading.commitment_is':
    'A SHA-256 fingerprint of the rows a line wrote, mixed with a secret salt. It gives nothing away, yet proves later that what is shown is what was written. If the law asks for the rows to be erased, the line and its fingerprint stay.',
  'reading.what_and_commitment': 'What, and its commitment',
  'reading.record.of': 'Lines of',
  'reading.record.all': 'the whole edition',
  'reading.record.show': 'Show',
  'reading.record.newest': 'Back to the newest lines',
  'reading.record.older': 'Older lines',
  'reading.record.empty':
    'Nothing has been recorded here yet. The first statement, office or report will be the first line.',
  'reading.record.desk_only': 'seen by the offices only',
  'reading.record.other': 'Recorded: {kind}',
  'reading.col.what': 'What',
  'reading.col.when': 'When',
  'reading.col.by': 'By',
  'reading.col.in': 'RT',
  'reading.by_program': 'the program',
  'reading.by_someone': 'a participant',
} as const;
