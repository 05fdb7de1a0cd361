export default {
  'act.invalid_input': 'Something in what you handed in has the wrong form: {fields}. Correct it and try again.',
  'act.unknown': 'There is no act called “{name}”. “rapporteur acts” lists them all.',
  'act.not_yours':
    'This is for {office, select, chairs_office {the Chair’s office} support_unit {the support unit} co_chair {the co-chairs} rapporteur {the rapporteur} general_rapporteur {the general rapporteur} other {the note-takers}}. Sign in with an account that holds that role.',
  'page.not_found': 'There is nothing at this address, or it is not yours to see.',
  'page.form_unreadable':
    'What was sent is not a form, or only a part of one. Nothing was changed; send it again from its page.',
  'page.broken': 'Something went wrong on our side. Nothing was changed; the details are in the server’s log.',
  'database.directory_in_use':
    'The folder {directory} is in use by another Rapporteur. Stop it first, or choose another folder with DATA_DIR.',
  'database.unreachable':
    'The database at DATABASE_URL cannot be reached: {reason}. Check the address, the name and the password.',
  'database.too_old': 'The database is older than PostgreSQL 15 (it reports {version}). Use version 15 or newer.',
  'database.too_new':
    'A newer version of Rapporteur has brought this database up to date ({name}). Start that version, or a newer one.',
  'database.address_wrong':
    'DATABASE_URL is not the address of a PostgreSQL database. Write it as postgres://NAME:PASSWORD@HOST:5432/DATABASE, with special characters of the password as %XX.',
  'database.lost':
    'The database cannot be reached at the moment. Try again in a minute, and look first whether your last change is there.',
  'database.stopped':
    'The embedded database stopped by itself: {reason}. Nothing that was acknowledged is lost; start Rapporteur again.',
  'database.full': 'The disk is full, or nearly so, and nothing was written. Free some space and try again.',
  'database.unwritable': 'The folder {directory} cannot be written: {reason}. Choose another with DATA_DIR.',
  'database.busy': 'The database did not answer in time. Nothing was written; try again in a moment.',
  'server.port_in_use': 'Port {port} is in use by another program. Stop it, or choose another with PORT.',
  'server.address_unavailable':
    'The server cannot listen on {host}, port {port}: {reason}. Choose others with HOST and PORT.',
  'server.option_unknown': 'The server does not know “{word}”. It takes --demo and --empty.',
  'server.port_wrong': '“{port}” is not a port. Set PORT to a number from 1 to 65535.',
  'server.origin_wrong':
    '“{origin}” is not what people type to come here. Set ORIGIN to http:// or https:// and a name, without a path.',
  'server.secret_short':
    'SECRET, or what stands in {file} instead, has fewer than {fewest} characters, so what it signs could be forged. Set SECRET to a long random text, for instance from “openssl rand -base64 48”.',
  'server.record_key_wrong':
    'RECORD_KEY, or what stands in {file} instead, is no key of a record: “PRIVATE+KEY+…”, in one line. Put back the one this record was signed with.',
  'server.not_built': 'The pages are not built yet. Start with “npm start”, which builds them.',
  'server.starting': 'Rapporteur is starting. Try again in a moment.',
  'server.ready': 'Rapporteur is at {address}',
  'server.demo': 'The demo forum is loaded. Sign in as {email} with the password {password}, from this machine only.',
} as const;
