/** Thrown when the emulator is given something that it cannot use; nothing of it was applied. */
export class InvalidInput extends Error {
  override name = "InvalidInput" as const;

  /** @param problems one sentence for each fault */
  constructor(
    what: string,
    readonly problems: readonly string[],
  ) {
    super([what, ...problems.map((problem) => `- ${problem}`)].join("\n"));
  }

  /** Throws when there are problems. */
  static throwIfAny(what: string, problems: readonly string[]): void {
    if (problems.length > 0) {
      throw new InvalidInput(what, problems);
    }
  }
}

/** Thrown when a control names a cloud address that the emulator does not have. */
export class UnknownCloudAddress extends Error {
  override name = "UnknownCloudAddress" as const;

  constructor(cloudAddress: string) {
    super(`The emulator has no cloud address ${cloudAddress}. A snapshot lists those that it has.`);
  }
}
