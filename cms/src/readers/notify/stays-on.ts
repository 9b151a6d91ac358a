/** Whether a reader has not asked to have their account deleted, as a condition. */
export const staysOn = (reader: string) =>
  `(${reader}.delete_at is null or ${reader}.deletion_reason is distinct from 'wish')`;
