// @ts-check
/**
 * A failure that a person can act on: printed without a stack trace.
 */
export class Failure extends Error {}

/**
 * Runs a script's main function; a `Failure` ends it with its message and exit status 1.
 * @param {() => Promise<void>} main
 */
export async function runMain(main) {
  try {
    await main();
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    console.error(`\n${error.message}`);
    process.exitCode = 1;
  }
}
