/** The migrated, empty database that every test's own is cloned from. */
export const template = 'dateline_template';
