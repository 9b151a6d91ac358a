import fc from 'fast-check';

const { SOAK_RUNS, SOAK_SEED, SOAK_PATH } = process.env;

/** How often a property is tried: as often as the test says, or by `npm run test:soak` as often as that is told. */
export const runsOf = (usual: number) => (SOAK_RUNS ? Number(SOAK_RUNS) : usual);

/**
 * Tries a property, with another seed every time. What fails says how to see it again; then the script is shrunk too.
 * @param runs See {@link runsOf}.
 * @param file The test's own file, for the command.
 */
export async function holds<T>(property: fc.IAsyncProperty<[T]>, { runs, file }: { runs: number; file: string }) {
  const replayed = SOAK_SEED
    ? { seed: Number(SOAK_SEED), ...(SOAK_PATH && { path: SOAK_PATH, numRuns: 1 }) }
    : { endOnFailure: true };
  const details = await fc.check(property, { numRuns: runs, ...replayed });
  if (!details.failed) return;
  const again = `SOAK_SEED=${details.seed} SOAK_PATH=${details.counterexamplePath} npm run test:soak -- ${file}`;
  throw new Error(`${fc.defaultReportMessage(details)}\n\nTo see it again: ${again}`, { cause: details.errorInstance });
}
