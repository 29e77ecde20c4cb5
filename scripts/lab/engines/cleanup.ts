/** What has to be undone of what was started so far. */
export class Cleanup {
  #steps: (() => Promise<unknown>)[] = [];

  /** Adds a step that undoes something. Steps run in reverse order. */
  add(step: () => Promise<unknown>): void {
    this.#steps.push(step);
  }

  /** Runs all steps, each once, even where one before it fails. @throws the first failure */
  async run(): Promise<void> {
    const failures: unknown[] = [];
    for (let step = this.#steps.pop(); step; step = this.#steps.pop()) {
      await step().catch((error: unknown) => failures.push(error));
    }
    if (failures.length > 0) throw failures[0];
  }
}

/**
 * Starts something in several steps, and undoes what was done where one of them fails.
 * @param start adds to the cleanup what each of its steps needs to be undone
 */
export async function startOrUndo<Started>(start: (cleanup: Cleanup) => Promise<Started>): Promise<Started> {
  const cleanup = new Cleanup();
  try {
    return await start(cleanup);
  } catch (error) {
    // What went wrong first is what is worth telling.
    await cleanup.run().catch(() => undefined);
    throw error;
  }
}
