export default {
  'point.outside_statement':
    'A point lies outside the words of its statement: characters {start} to {end}, of {length}. Nothing was kept; find the points again in the statement as it stands.',
  'issue.title_missing': 'The issue has no title. Give it the words people know it by.',
  'issue.parent_elsewhere':
    'An issue can only lie under another of the same roundtable. Choose one of this roundtable’s.',
} as const;
