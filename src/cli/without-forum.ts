export const helpWords: readonly string[] = ['help', '--help', '-h'];

/** What one can say to `rapporteur` that needs no forum, or not always. */
export const withoutForum: readonly string[] = [...helpWords, 'check', 'verify', 'restore', 'read', 'points'];
