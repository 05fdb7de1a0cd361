export default {
  'cli.help': 'Rapporteur: from the first guiding question to the final report, without losing a voice.',
  'cli.unknown_command': '“{name}” is not a command. “rapporteur help” lists them.',
  'cli.usage': 'Say it like this: rapporteur {usage}',
  'cli.broken': 'Something went wrong on our side. Nothing was changed; the details are in the server’s log.',
  'cli.server_gone': 'The server stopped before it had answered. Start it again and look whether the change is there.',
  'cli.no_points': 'No point was found: nobody is reported to have said anything here.',
  'cli.not_found': 'There is {what}. Check the name or number.',
  'cli.json_wrong':
    'The input of the act is not valid JSON. Put it between single quotes, and names and texts in it between double ones.',
  'cli.no_edition':
    'There is no edition yet. Bring one in with “rapporteur import FILE”, or start the server with its demo.',
  'cli.edition_unknown': 'No edition is called “{name}”. These are there: {names}.',
  'cli.no_roundtable':
    'There is no roundtable {number} in {edition}. Check the number, or name another edition with --edition.',
  'cli.format_unknown': 'Say in which format: --format followed by one of {formats}.',
  'cli.cannot_write': 'Nothing could be written to “{path}”: {why}.',
  'cli.written': 'Written to {path}, {bytes, number} bytes.',
  'cli.no_report': 'Roundtable {number} has no report yet. “rapporteur draft {number}” makes one.',
  'cli.length':
    '{words} words, {minutes} min read aloud at 130 words a minute. In the body: {inBody} of {everyone} delegations, {pointsCited} of {points} points.{some, select, yes { Only in the annex: {names}.} other {}}',
  'cli.one_length': 'Give one of --minutes, --words and --whole.',
  'cli.no_length': '“{given}” is no length. Give a number of minutes or words.',
  'cli.line': 'Line {line}',
  'cli.policy_unknown': 'There is no policy “{given}”. Choose one of {policies}.',
  'cli.check_stored_as_it_is':
    'A stored report is checked under its own policy and against its own record. Leave out --policy and --against.',
} as const;
