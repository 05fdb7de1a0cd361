// The correction window of a report: what delegations ask of its lines, its versions, and who signs it.
export default {
  // Refusals
  'report.unsigned':
    'The report cannot become final before it is signed.{chairs, plural, =0 {} one { The signature of {names} is missing.} other { The signatures of {names} are missing.}}{writers, plural, =0 {} one { {either} has to sign it as the one who wrote it.} other { One of those who wrote it has to sign: {either}.}}',
  'report.findings_stop':
    'The report cannot become final while the checks stop it: {count, plural, one {one finding is} other {# findings are}} open ({places}). Put {count, plural, one {it} other {them}} right, or let {count, plural, one {it} other {them}} stand and say why.',
  'report.sources_changed':
    'The report cannot become final: what it rests on was revised or withdrawn since ({places}). Cite the statement as it stands now, or let the sentence stand and say why.',
  'report.moved_already':
    '{known, select, yes {{by} has taken this step already} other {This step was taken already}}: {state, select, co_chair_review {the report is with the co-chairs} correction_window {the report is circulated} final {the report is final} other {a corrigendum is open}}. Look at it as it is now.',
  'sign_off.still_a_draft': 'This is still a draft. It is signed once it has been handed to the co-chairs.',
  'sign_off.text_changed': 'The text has changed since you opened this page. Read it as it is now, then sign.',
  'sign_off.signed_already': 'You have signed this text already.',
  'kept_finding.never':
    'What gives somebody away, or was said off the record, cannot be let stand. Write the sentence anew.',
  'kept_finding.reason_missing': 'Say why it stays as it is: the reason is kept with the report.',
  'kept_finding.reason_too_long': 'The reason is longer than 2,000 characters. Shorten it.',
  'kept_finding.not_there': 'The checks no longer find this, or it was let stand already. Look at them again.',
  'citation.nothing_to_renew':
    'No words that this report cites stand unchanged in a statement revised since. Cite the new words one by one.',
  'line.not_circulated': 'This report is not circulated, so nothing can be asked of it yet.',
  'line.same_words': 'These are the words as they stand. Change what should read otherwise.',
  'line.asked_already':
    'Your delegation has asked this already, and it waits for its answer. Take that one back first.',
  'line.body_missing': 'Say how it should read.',
  'line.body_too_long': 'That is longer than 5,000 characters. Ask for one sentence at a time.',
  'line.reason_too_long': 'That is longer than 2,000 characters. Shorten it.',
  'line.decided_already':
    '{decision, select, accepted {This was accepted already.} declined {This was declined already.} other {This was taken back.}}',
  'line.needs_corrigendum':
    'The report is final, and what is final does not change silently. Begin a corrigendum first.',
  'line.place_missing': 'Choose the paragraph it goes into.',
  'line.quotation_missing': 'Give the words of the statement that the new sentence rests on.',

  'compile.no_roundtables':
    'No roundtable stands under this one, so there is nothing to compile. Draft its own record.',
  'compile.nothing_circulated':
    'None of the reports it is compiled from is circulated yet ({numbers}). A cluster’s report takes up only what others can read already.',

  'compare.one_roundtable':
    'Both issues are of one roundtable. There they are merged, at its desk of points and issues.',
  'compare.other_cluster': 'These issues are not of two roundtables of one cluster, so no report counts them together.',

  // The cluster’s report
  'compile.compile': 'Compile the report of this cluster',
  'compile.note':
    'Sentence by sentence from the circulated reports of its roundtables, with what more than one of them raised.',
  'compile.again': 'Compile again',
  'compile.again_note': 'Takes up what the reports say now. What a person wrote here stays.',
  'compare.link': 'Issues that more than one roundtable raised',
  'compare.page': 'Common issues',
  'compare.title':
    '{count, plural, =0 {No issues wait to be compared} one {Are these the same issue?} other {# pairs of issues may be the same}}',
  'compare.lead':
    'Suggested by their wording, the likeliest first. What you say is the same is counted together in the report of this cluster, once it is compiled again. Issues of the same name are taken to be the same until you say otherwise.',
  'compare.two': '“{one}” and “{other}”',
  'compare.same': 'The same issue',
  'compare.two_issues': 'Two issues',
  'compare.why':
    '{percent, plural, =100 {They have the same name.} other {Wording alike by # of 100. That is no probability.}}',
  'compare.said_same': 'Said to be the same issue: they are counted together.',
  'compare.said_two': 'Said to be two issues: they are not suggested again.',
  'compare.take_back': 'Take it back',
  'compare.none': 'When issues of two roundtables are worded alike, they are suggested here.',
  'compare.left': '{count, plural, one {One more pair comes} other {# more pairs come}} up as these are decided.',
  'compare.decided': '{count, plural, one {One pair is decided} other {# pairs are decided}}',
  'check.report_changed.name': 'Evidence',
  'check.report_changed': 'The report of roundtable {roundtable} now says: “{words}”',
  'check.report_changed.fix': 'Compile again, or write the sentence anew.',

  // A delegation's own lines
  'line.of': 'The lines of {name}',
  'line.page': 'Your lines in the report',
  'line.title':
    '{count, plural, =0 {No line of this report concerns {name}} one {One line of this report concerns {name}} other {# lines of this report concern {name}}}',
  'line.lead':
    'Every sentence that rests on what you said, names you or counts you. Where one is wrong, say how it should read; the rapporteur answers you.',
  'line.closes': 'Ask until {closes}. What comes later is marked as late, and read all the same.',
  'line.closed': 'The window closed {closes}. You can still ask: it is marked as late, and read all the same.',
  'line.final':
    'The report is final. You can still ask: it is marked as late, and what is accepted goes into a numbered corrigendum.',
  'line.cited': 'Rests on what you said.',
  'line.named': 'Names you.',
  'line.counted': 'Counts you.',
  'line.ask': 'Ask for other words',
  'line.words': 'How it should read',
  'line.reason': 'Why',
  'line.reason_help': 'For the rapporteur. In a corrigendum it stands beside the change.',
  'line.send': 'Ask for this',
  'line.missing': 'We said this, and it is missing',
  'line.missing_lead': 'Choose what you said and write the sentence that should stand in the report.',
  'line.statement': 'What you said',
  'line.statement_option':
    'No. {number}{elsewhere, select, yes { of RT {roundtable}} other {}}{reflected, select, yes {} other { (no sentence rests on it)}}: {begins}',
  'line.nothing_said':
    'Nothing your delegation said in this roundtable is on the record, so nothing of it can be missing.',
  'line.sentence': 'The sentence that is missing',
  'line.asked': '{by} asked for this {when}',
  'line.asked_unknown': 'Asked {when}',
  'line.asked_new': 'Asked to be added:',
  'line.late': 'late',
  'line.because': 'Because: {reason}',
  'line.waits': 'It waits for the rapporteur.',
  'line.take_back': 'Take it back',
  'line.taken_back': 'Taken back {when}.',
  'line.accepted':
    'Accepted {when}{by, select, none {} other { by {by}}}{corrigendum, plural, =0 {} other {, in corrigendum #}}.',
  'line.declined': 'Declined {when}{by, select, none {} other { by {by}}}.',
  'line.written': 'It was written in other words:',
  'line.others': 'What else you asked',
  'line.as_it_stood': 'Of a sentence that no longer stands as it was:',

  // The rapporteur's desk of corrections
  'line.desk':
    '{count, plural, =0 {No line of a report waits} one {One line of a report waits} other {# lines of reports wait}}',
  'line.desk_report': 'Lines of the report of RT {number}',
  'line.of_sentence': 'asks that {place} read otherwise',
  'line.of_missing': 'says that this is missing',
  'line.gone': 'The sentence is no longer in the report.',
  'line.rests_on': 'What the sentence rests on',
  'line.findings':
    '{count, plural, =0 {The checks find nothing against these words.} one {The checks find this in these words:} other {The checks find these in these words:}}',
  'line.written_label': 'What is written',
  'line.written_help': 'The words asked for; change them where the sources say otherwise. The delegation sees both.',
  'line.paragraph': 'Into which paragraph',
  'line.paragraph_option': '{number}: {begins}',
  'line.passage': 'On which words of the statement it rests',
  'line.open_corrigendum': 'The report is final: begin a corrigendum on its page, then accept.',

  // Whom the window reaches
  'reach.windows': '{count, plural, one {One correction window is open} other {# correction windows are open}}',
  'reach.page': 'Whom the correction window reaches',
  'reach.title':
    '{all, plural, =0 {Nobody has lines in this report} other {{unreached, plural, =0 {Everyone with lines in this report can be written to} one {One delegation with lines in this report gets no letter} other {# delegations with lines in this report get no letter}}}}',
  'reach.lead':
    'When a report is circulated, every delegation that spoke, or that the report names, is led to its own lines by a letter. It goes to the delegation’s focal points; where none has an account, to whoever else speaks for it.',
  'reach.lead_before':
    'Once this report is circulated, every delegation that spoke, or that the report names, is led to its own lines by a letter. It goes to the delegation’s focal points; where none has an account, to whoever else speaks for it.',
  'reach.closes': 'Corrections until {closes}.',
  'reach.decide': '{count, plural, one {Decide on one correction} other {Decide on # corrections}}',
  'reach.unreached':
    '{name} gets no letter: nobody who speaks for it has an account{lines, plural, =0 {} one {. One line concerns it} other {. # lines concern it}}',
  'reach.name': 'Who looks through the lines for {delegation}',
  'reach.email_help': 'They sign in with it later, and get the answer there.',
  'reach.make_link': 'Make a link',
  'reach.make_link_note': 'It opens once, for 14 days. Whoever opens it becomes the delegation’s focal point.',
  'reach.hand_over':
    'Hand this link to {name}, by whatever way reaches them. It opens once, until {until}, and leads to their lines:',
  'reach.handed': 'The support unit has a link for {name}. It opens once, until {until}.',
  'reach.ask_unit': 'Tell the support unit whom to reach there: it makes a link to hand over, on this page.',
  'reach.all': '{count, plural, =0 {No delegation} one {One delegation} other {All # delegations}}',
  'reach.none': 'Nobody spoke in this roundtable, and the report names nobody.',
  'reach.delegation': 'Delegation',
  'reach.lines': 'Lines',
  'reach.written_to': 'Written to',
  'reach.nobody': 'nobody',
  'reach.asked': 'Corrections',
  'reach.asked_count':
    '{asked, plural, =0 {none} other {# asked{waiting, plural, =0 {, all decided} other {, # waiting}}}}',
  'reach.summary':
    '{all, plural, one {One delegation has} other {# delegations have}} lines here or spoke: {told, plural, =0 {nobody can be written to} other {# can be written to}}{unreached, plural, =0 {.} one {, one gets no letter ({names}).} other {, # get no letter ({names}).}}',
  'reach.and_more': '{names} and {more} more',
  'reach.link': 'Whom the letters reach',
  'reach.link_open': 'Reach them by a link',

  // Versions
  'version.page': 'Versions',
  'version.title': '{count, plural, =0 {No version is kept yet} one {One version is kept} other {# versions are kept}}',
  'version.lead': 'Each time the report was circulated, final or corrected, it was kept as it stood.',
  'version.none': 'A version is kept when the report is circulated, when it is final, and with every corrigendum.',
  'version.number': 'Version',
  'version.what': 'What it is',
  'version.when': 'When',
  'version.by': 'By',
  'version.signed': 'Signed by',
  'version.unsigned': 'nobody',
  'version.occasion':
    '{occasion, select, circulated {Circulated for corrections} final {Final} other {Corrigendum {corrigendum}}}',
  'version.open': 'Open version {number}',
  'version.compare': 'Compare two versions',
  'version.earlier': 'The earlier one',
  'version.later': 'The later one',
  'version.now': 'The text as it stands',
  'version.option': 'Version {number}, {when}',
  'version.show': 'Show what changed',
  'version.changes':
    '{count, plural, =0 {Nothing changed} one {One sentence changed} other {# sentences changed}} from version {from} to {to, select, now {the text as it stands} other {version {to}}}',
  'version.not_there':
    'There is no such version, or it is opened only by those who write the report: what was put right since may have given somebody away.',
  'version.as_it_was': 'This is version {number} as it stood {when}. It is not what the report says now.',
  'version.to_now': 'Read the report as it is',
  'version.added': 'Added',
  'version.removed': 'Taken out',
  'version.changed': 'Changed',
  'version.rests_changed': 'Same words, other sources',
  'version.was_at': 'was {place}',
  'version.link': 'Versions and what changed',

  // Signing
  'sign_off.title': 'Sign-off',
  'sign_off.capacity':
    '{capacity, select, co_chair {Co-chair} general_rapporteur {General rapporteur} other {Rapporteur}}',
  'sign_off.signed': '{name}, {capacity}, {when}',
  'sign_off.lapsed': '{name}, {capacity}, signed an earlier text {when}',
  'sign_off.missing': '{name}, {capacity}: not yet',
  'sign_off.sign':
    'Sign as {capacity, select, co_chair {co-chair} general_rapporteur {general rapporteur} other {rapporteur}}',
  'sign_off.sign_note': 'You sign this text. If it is changed, it has to be signed again.',
  'sign_off.missing_title': 'What is still missing',

  // A finding that stays
  'kept_finding.keep': 'Let it stand',
  'kept_finding.reason': 'Why it stays as it is',
  'kept_finding.kept': 'Let stand: {reason}',
  'citation.renew_all': 'Cite anew what still stands',
  'citation.renew_all_note':
    'Every citation whose words are still in the statement as revised then rests on that revision.',

  // Corrigenda
  'corrigendum.title': 'Corrigendum {number}',
  'corrigendum.page': 'Corrigenda',
  'corrigendum.open': 'A corrigendum is being prepared.',
  'corrigendum.open_text':
    'The final text stays readable among the versions. Below, the text already carries what was accepted since.',
  'corrigendum.at': 'Paragraph {place}',
  'corrigendum.line.changed': 'for “{earlier}” read “{later}”',
  'corrigendum.line.added': 'add “{later}”',
  'corrigendum.line.removed': 'strike out “{earlier}”',
  'corrigendum.line.rests_changed': 'the sources of this sentence are other ones now.',
  'corrigendum.closed':
    'What it changes is shown only to those who write the report: the earlier words may give somebody away.',
  'corrigendum.issued': 'Issued {when}',
  'corrigendum.asked_by':
    '{name, select, none {Asked by a delegation} other {Asked by {name}}}{why, select, yes {: {reason}} other {.}}',

  // Letters
  'mail.report_handed_subject':
    '{back, select, yes {The report of RT {number} is sent back to you} other {The report of RT {number} is with you}}',
  'mail.report_handed':
    '{back, select, yes {The co-chairs have sent “{report}” back to whoever writes it. Read it again, then hand it over once more} other {“{report}” has been handed to the co-chairs. Read it, then circulate it for corrections, or send it back}}:\n{page}',
  'mail.lines_circulated_subject': 'The report of RT {number} is circulated: check the lines of {delegation}',
  'mail.lines_circulated':
    '“{report}” is circulated for corrections{dated, select, yes { until {closes}} other {}}. {lines, plural, =0 {No sentence of it rests on what {delegation} said or names it. If something is missing, say so here} one {One sentence of it concerns {delegation}. Check it, and say how it should read if it is wrong, here} other {# sentences of it concern {delegation}. Check them, and say how they should read where they are wrong, here}}:\n{page}',
  'mail.line_asked_subject': '{delegation} asks for a change in the report of RT {number}',
  'mail.line_asked':
    '{delegation} asks {kind, select, missing {that “{report}” also say} other {that a sentence of “{report}” read}}{late, select, yes { (asked after the window)} other {}}:\n\n{body}{why, select, yes {\n\nBecause: {reason}} other {}}\n\nDecide on it beside its sources here:\n{page}',
  'mail.line_decided_subject':
    '{decision, select, accepted {Your change in the report of RT {number} is accepted} other {Your change in the report of RT {number} is declined}}',
  'mail.line_decided':
    'You asked {kind, select, missing {that “{report}” also say} other {that a sentence of “{report}” read}}:\n\n{body}\n\n{decision, select, accepted {{same, select, yes {It does now.} other {It was accepted in these words:\n\n{written}}}{corrigendum, plural, =0 {} other {\n\nIt is part of corrigendum #.}}} other {It was declined.}}{said, select, yes {\n\n“{words}”} other {}}\n\n{page}',
} as const;
