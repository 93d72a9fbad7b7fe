/** The error for an address that is to be changed but does not exist any more. */
export function goneError(cloudAddress: string, cause?: unknown): Error {
  return new Error(
    `Cloud address "${cloudAddress}" no longer exists: it was deleted outside Pulumi. Run "pulumi up --refresh" to create ` +
      "a new one in its place; its devices need the new address and password.",
    { cause },
  );
}
