/**
 * Waits for a promise, but not for ever.
 * @param milliseconds how long to wait
 * @param problem the error's message where that is not enough
 * @throws as the promise does, or where it takes longer
 */
export async function within<Value>(promise: Promise<Value>, milliseconds: number, problem: string): Promise<Value> {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error(problem)), milliseconds);
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
