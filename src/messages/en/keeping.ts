export default {
  'backup.changed_meanwhile':
    'A file was erased while the backup was being written, so nothing was kept of it. Start it again.',
  'restore.done':
    'Restored as of {at}: {size, number} lines of the record, {rows, number} rows and {files, number} files, all as the record says. Head of the tree: {root}. Bring the file record-key back into the data directory if the record is to be signed with the same key.',
  'restore.not_empty':
    'There is a forum here already, and nothing was changed. Restore into an empty data directory or database.',
  'restore.unreadable': 'The file “{path}” cannot be read. Check its name and who may read it.',
  'restore.foreign': 'The file “{path}” is not a backup of a forum. Nothing was restored.',
  'restore.broken': 'The backup “{path}” is broken: {why}. Nothing was restored; take another copy of it.',
  'restore.part_wrong':
    'The backup “{path}” is broken: its part {part} is not as it was written. Nothing was restored; take another copy of it.',
  'restore.rows_wrong': 'The backup holds what no forum wrote: {why}. Nothing was restored; take another copy of it.',
  'restore.too_new':
    'The backup “{path}” was made by a newer version of Rapporteur. Install that version, and restore it there.',
  'restore.record_broken':
    'What is in the backup is not what its record says, so it was not kept. “rapporteur verify” names everything.',
  'verify.holds':
    'All is as the record says: {size, number} lines, {rows, number} rows, {files, number} files; {erased, number} payloads were erased on request. Head of the tree: {root}. Keep it elsewhere.',
  'verify.followed':
    'The tree of {size, number} lines is whole{outside, plural, =0 {} other {, and begins with {outside, plural, one {the head} other {the # heads}} you kept}}. Head: {root}.',
  'verify.proved':
    'The words above stand in line {sequence, number} of the record of {origin}, written at {at}. It is included in the head over {size, number} lines: {root}. {held, select, both {The head is the one you kept, signed with your key.} head {The head is the one you kept.} key {The head is signed with your key.} other {Nothing from outside vouches for this head: give --key, and --checkpoint with a head you kept.}}',
  'verify.carried':
    'The {lines, number} lines it carries stand in the record of {origin}, under the head over {size, number} lines: {root}. {held, select, both {The record begins with the head you kept, and is signed with your key.} head {The record begins with the head you kept.} key {The head is signed with your key.} other {Nothing from outside vouches for this head: give --key, and --checkpoint with a head you kept.}}',
  'verify.words':
    'The words of {proved, plural, one {# text} other {# texts}} in it are those that the record holds.{unproved, plural, =0 {} other { It has nothing that shows the same of {which}: a proof from the forum does.}}',
  'verify.words_changed': 'The words of {row} were changed: they are not those that line {sequence} wrote.',
  'verify.words_missing': 'The words of {row}, which line {sequence} wrote, were taken out of it.',
  'verify.words_moved': 'The words under {row}, which line {sequence} wrote, stand under the number of others.',
  'verify.files': '{files, plural, one {Its file is} other {Its # files are}} as the checksums say.',
  'verify.no_proof': 'This is not a proof of a line of a forum’s record, or it is cut short.',
  'verify.no_export':
    'This file carries nothing of a signed record: it is no export of a forum, or of an older version.',
  'verify.export_broken': 'What this file carries of the record is broken. Take it from the forum again.',
  'verify.export_older':
    'This file was taken when the record had {size, number} lines, and the head you kept stands over {kept, number}. Take a newer one, or hold it against an older head.',
  'verify.kept_is_older':
    'The head you kept stands over {kept, number} lines, and these words are line {sequence, number}: it is older than they are. Hold the proof against a newer one.',
  'verify.leads_elsewhere':
    'This proof leads to the head over {size, number} lines, and the one you kept stands over {kept, number}. Take the proof again with ?head={kept} at the end of its address; then it leads to yours.',
  'verify.not_included':
    'Line {sequence} is not included in the head over {size} lines: the line, the proof or the head was changed.',
  'verify.head_unknown':
    'The record does not pass through the head over {size} lines: it was not signed in this history.',
  'verify.part_changed': 'The file {row} was changed: it is not what the checksums say.',
  'verify.part_missing': 'The file {row} is missing.',
  'verify.part_unknown': 'The file {row} does not belong to it: no checksum names it.',
  'verify.more': 'And {count, number} more.',
  'verify.no_record': 'There is no sealed record at {address}. Give the address of the forum’s front page.',
  'verify.unreachable': '{address} does not answer: {why}.',
  'verify.unreadable': 'The file “{path}” cannot be read: {why}.',
  'verify.key_wrong': 'The key reads name+hash+key, as the page of the sealed record shows it.',
  'verify.not_signed': 'This head was not signed with the key you gave.',
  'verify.witness_of_what': 'Give the head that the witness signed, with --checkpoint.',
  'verify.not_witnessed':
    'The head over {size, number} lines that you kept was not signed by {name}, or not with this key.',
  'verify.witnessed': 'The head over {size, number} lines that you kept was signed by {name}, too, at {at}.',
  'verify.line_changed': 'Line {sequence} was changed since it was sealed.',
  'verify.line_missing': 'Line {sequence} is missing, or stands elsewhere.',
  'verify.leaf_missing': 'The leaf of line {size} is missing.',
  'verify.payload_changed': 'What line {sequence} wrote was changed: it is not what the line commits to.',
  'verify.payload_missing': 'What line {sequence} wrote is gone, and no erasure says so.',
  'verify.tile_changed': 'The tile of the tree at line {sequence} was changed; the line itself is as it was sealed.',
  'verify.row_changed': 'Table {table}, row {row}: changed since line {sequence} wrote it.',
  'verify.row_missing': 'Table {table}, row {row}: gone, though line {sequence} wrote it and none removed it.',
  'verify.row_unknown': 'Table {table}, row {row}: no line of the record wrote it.',
  'verify.row_back': 'Table {table}, row {row}: there again, though line {sequence} removed it.',
  'verify.counter_changed': 'Table {table}, row {row}: its counter is not the highest number given out.',
  'verify.file_changed': 'The file of {table} {row} was changed.',
  'verify.file_missing': 'The file of {table} {row} is gone.',
  'verify.file_unknown': 'The file of {table} {row} belongs to no row.',
  'verify.head_differs': 'The head signed over {size} lines is not that of the lines there are now.',
  'verify.outside_differs':
    'The head you kept stands over {size} lines, and these are no longer the same: something before line {size} was changed, removed or put elsewhere.',
  'verify.rolled_back': 'The head you kept stands over {size} lines, and there are fewer now: the record was cut back.',
  'verify.truncated': 'The record once had {size} lines, and there are fewer now, or more than its counter knows.',
};
