export default {
  'register.changed_meanwhile':
    'Someone else has changed this entry meanwhile (version {version}). Nothing of yours was entered; both are shown below. Choose what is to stand, and save again.',
  'delegation.kind_unknown': 'Choose what kind of delegation this is.',
  'delegation.code_too_long': 'A code or acronym has at most 20 characters.',
  'delegation.region_too_long': 'A region has at most 40 characters.',
  'delegation.too_many_aliases': 'An entry has at most 100 other names.',
  'delegation.too_many_groups': 'A delegation belongs to at most 100 groups here.',
  'delegation.name_taken':
    'The entry “{name}” goes by this name already. Choose another name, or merge the two entries.',
  'delegation.member_of_itself': 'A delegation cannot be a member of itself. Choose another group.',
  'delegation.group_twice': 'A group is named twice. Name each group once.',
  'delegation.membership_ends_before': 'A membership would end before it begins. Correct one of the two days.',
  'delegation.merged_away': 'This entry was merged into another one. Work on that one.',
  'delegation.merge_itself': 'An entry cannot be merged into itself. Choose two.',
  'delegation.merge_from_missing': 'Choose the entry that is the duplicate.',
  'delegation.merge_into_missing': 'Choose the entry that is to stay.',

  'list.empty': 'There is no row in this list. Its first line names the columns; every line after it is an entry.',
  'list.too_many_rows': 'This list has {rows} rows; at most {most} are taken at once. Cut it into several lists.',
  'list.too_big': 'A list has at most 5 MB. Cut it into several lists.',
  'list.no_file': 'Choose a file, or paste the list.',
  'list.column_missing':
    'The column “{column}” is missing. The first line names the columns; those we know are {columns}. The template has them all.',
  'list.column_twice': 'The column “{column}” stands in the first line twice. Leave one of them.',
  'list.not_csv':
    'Line {line} cannot be read as a list: a quotation mark is opened and not closed, or stands where none may. Save it as CSV once more.',
  'list.changed_meanwhile':
    'The register has changed since you looked. Nothing was entered; what would become of the rows now is shown below. Look again, then enter it.',
  'list.nothing_to_enter': 'No row of this list would change anything. There is nothing to enter.',
  'list.name_missing': 'The name is missing.',
  'list.twice': 'The same name stands on line {line} already.',
  'list.ambiguous': 'Several entries go by this name: {names}. Merge them, or use the full name.',
  'list.kind_missing': 'The kind is missing, and a new entry needs one.',
  'list.kind_unknown': 'The kind “{kind}” is not known. The template lists the kinds.',
  'list.other_name_taken': '“{name}” is a name of {holder} already.',
  'list.group_unknown': 'The group “{name}” is neither on the register nor in this list.',
  'list.delegation_unknown': 'The delegation “{name}” is not on the register. Enter it first.',
  'list.capacity_unknown': 'The capacity “{capacity}” is not known: head, delegate, deputy or focal_point.',
  'list.namesake':
    'Somebody of this name is here already, for {delegation}. Whether it is the same person is for you to say: enter them by hand.',

  'record.register.imported': 'A list was entered into the register',
  'record.delegation.corrected':
    'The register’s entry {what, select, delegation {for {name}} other {for a delegation}} was corrected',
  'record.delegation.merged':
    '{what, select, delegation {A duplicate was merged into {name}} other {A duplicate was merged}}',
  'record.person.corrected':
    'The register’s entry {what, select, person {for {name}} other {for a person}} was corrected',

  'desk.capacity.head': 'head',
  'desk.capacity.delegate': 'delegate',
  'desk.capacity.deputy': 'deputy',
  'desk.capacity.focal_point': 'focal point',
} as const;
