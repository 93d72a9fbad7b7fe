/** An answer of success that cannot be understood. The message says why and never quotes the answer's body. */
export class InvalidAnswer extends Error {
  /** The address that a create made, when at least that could be read. */
  readonly cloudAddress: string | undefined;

  constructor(problem: string, cloudAddress?: string) {
    super(problem);
    this.cloudAddress = cloudAddress;
  }
}
