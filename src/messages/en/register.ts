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

  'record.delegation.corrected':
    'The register’s entry {what, select, delegation {for {name}} other {for a delegation}} was corrected',
  'record.delegation.merged':
    '{what, select, delegation {A duplicate was merged into {name}} other {A duplicate was merged}}',
  'record.person.corrected':
    'The register’s entry {what, select, person {for {name}} other {for a person}} was corrected',
} as const;
