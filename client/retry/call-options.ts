/** What one call may say about itself. */
export interface CallOptions {
  /** Ends the operation early with an OperationAbortedError. */
  readonly signal?: AbortSignal | undefined;
  /**
   * Seconds during which a 404 is asked again, counted from the start of the call: the service may answer 404 shortly
   * after a create (A44). Default 0.
   */
  readonly notFoundGraceSeconds?: number | undefined;
}
