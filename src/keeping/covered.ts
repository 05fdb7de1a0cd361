// What no line of the record commits to, with the reason. Everything else in the database is covered; tests hold it.

/** Tables that hold sign-in sessions, jobs, reading marks, or the tree itself, which is checked otherwise. */
export const uncoveredTables: Record<string, string> = {
  api_answer: 'a job: what was answered to a request, for its second sending',
  attachment_file: 'by the fingerprint in its attachment’s row, against which every file is held',
  login_limit: 'a sign-in session: how often something was tried',
  login_session: 'a sign-in session',
  login_verification: 'a sign-in session: a link that was asked for',
  mail: 'a job: a letter on its way, which tells of the record',
  mail_recipient: 'a job: how letters come to an address',
  reading_mark: 'a reading mark',
  request_bucket: 'a sign-in session: how often something was asked for',
  record_checkpoint: 'the tree: held against the lines',
  record_head: 'the tree: held against the lines',
  record_line: 'the leaves themselves',
  record_payload: 'what the lines commit to',
  record_tile: 'the tree: held against the lines',
};

/** Columns of covered tables. */
export const uncoveredColumns: Record<string, string> = {
  'api_token.last_used_at': 'a reading mark: when it was last used',
  'practice_illustration.bytes': 'by the fingerprint in its own row',
  'login.email_verified': 'a sign-in session: set by signing in with a link',
  'login.updated_at': 'a sign-in session',
  'login_method.updated_at': 'a sign-in session',
  'login_passkey.counter': 'a sign-in session: counts with every use',
  'roundtable.statements': 'a counter, held against the statements’ own numbers',
};

/** Rows of these come and go with another table's, whose rows say so. */
export const filesOf: Record<string, { owner: string; key: string }> = {
  attachment_file: { owner: 'attachment', key: 'attachment_id' },
  practice_illustration: { owner: 'practice_illustration', key: 'practice_id' },
};
