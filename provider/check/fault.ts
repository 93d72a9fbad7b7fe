/** One thing that is wrong with one argument. The engine prints the argument's value beside it. */
export interface Fault {
  /** The argument, or an empty text for a fault of the whole resource. */
  readonly property: string;
  /** What is wrong and what is right, in the terms of the VNC Cloud API documentation. */
  readonly reason: string;
}

/** A reason that the service itself would give as an error code. */
export function reasonWithCode(errorCode: number, text: string): string {
  return `${text} (VNC Cloud error ${errorCode}).`;
}
