/**
 * SQL, whether what became of a comment was decided by anybody but its reader: who deletes what was still theirs decides it with
 * that, and who deletes what was turned down leaves the decision as it was.
 */
export const notByReader = '(withdrawn_at is null or decided_at < withdrawn_at)';
