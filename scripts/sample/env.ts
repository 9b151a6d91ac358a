/** Given by whoever wants to know the passwords of the sample's staff beforehand: tests, and nobody else. */
export const staffPassword = process.env.SEED_EDITOR_PASSWORD || undefined;
