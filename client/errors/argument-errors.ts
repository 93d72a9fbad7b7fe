import { VncCloudError, type ErrorFacts } from "./vnc-cloud-error";

/** One fault of the client's options. */
export interface ConfigurationFault {
  /** The option's name, for example `apiKey`; `proxy` for a fault of the proxy variables. */
  readonly option: string;
  /** What is wrong with it, as the end of a sentence that begins with the option's name. */
  readonly problem: string;
}

/** The client's options cannot be used. All faults are reported at once; no value of a secret appears. */
export class ConfigurationError extends VncCloudError {
  override get name(): string {
    return "ConfigurationError";
  }
  readonly faults: readonly ConfigurationFault[];

  constructor(faults: readonly ConfigurationFault[]) {
    const list = faults.map((fault) => `${fault.option} ${fault.problem}`).join("; ");
    super(`The VNC Cloud client cannot be used: ${list}.`, { operation: "configure" });
    this.faults = faults;
  }
}

/** A value that is no cloud address and would change the meaning of the URI; refused before any request (A56). */
export class InvalidCloudAddressError extends VncCloudError {
  override get name(): string {
    return "InvalidCloudAddressError";
  }
}

/** An argument that must not be sent to the service; refused before any request (A13, A37). */
export class InvalidArgumentError extends VncCloudError {
  override get name(): string {
    return "InvalidArgumentError";
  }

  constructor(message: string, facts: ErrorFacts) {
    super(message, facts);
  }
}
