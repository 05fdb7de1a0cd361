export default {
  'cli.help': 'Rapporteur: from the first guiding question to the final report, without losing a voice.',
  'cli.unknown_command': '“{name}” is not a command. “rapporteur help” lists them.',
  'cli.no_file': 'Name a file to read, or “-” for standard input.',
  'cli.no_points': 'No point was found: nobody is reported to have said anything here.',
  'cli.not_found': 'There is {what}. Check the name or number.',
  'cli.json_wrong':
    'The input of the act is not valid JSON. Put it between single quotes, and names and texts in it between double ones.',
} as const;
