/**
 * Has new errors come without a stack trace until the returned function is called. Pulumi notes one for each of the some
 * sixty promises of a resource, to tell where a promise comes from that never settles: with many resources a third of the
 * program's time and a seventh of its memory. It shows them only where `PULUMI_DEBUG_PROMISE_LEAKS` is set, and then they
 * are kept. The place of the resource in the program, which goes into the state, is found all the same.
 */
export function pauseStackTraces(): () => void {
  if (process.env.PULUMI_DEBUG_PROMISE_LEAKS) return () => {};
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  return () => {
    Error.stackTraceLimit = stackTraceLimit;
  };
}

/** Gives an error that came without a stack trace the one of the caller. */
export function withStackTrace(error: unknown): unknown {
  if (error instanceof Error && !error.stack?.includes("\n    at "))
    Error.captureStackTrace(error, withStackTrace);
  return error;
}
