import { PartialFailure } from "../write/partial-failure";
import { providerProperty, withoutUndefined, type Properties } from "./properties";

/**
 * The error as it may leave the provider. The host prints `toString` and `stack` of what it catches, takes any `id` for
 * a half-created resource and any integer `code` for a status of gRPC; so nothing but the message goes out.
 */
export class ProviderFailure extends Error {
  override readonly stack = "";

  constructor(message: string) {
    super(message);
  }

  /** What the host prints beside the error itself, which it shows whole: one line is enough. */
  override toString(): string {
    return this.message.split("\n", 1)[0] as string;
  }
}

/** Makes the host save the state of a write that took place before something failed. */
export class InitializationFailure extends ProviderFailure {
  readonly reasons: readonly string[];

  /**
   * @param id The cloud address; its presence is what makes the host keep the properties.
   * @param properties The whole state: it replaces what the engine had. The host does not add `__provider` here, and
   *   without it neither refresh nor destroy could run.
   */
  constructor(
    message: string,
    readonly id: string,
    readonly properties: Properties,
  ) {
    super(message);
    this.reasons = [message];
  }
}

/** Turns whatever was thrown into what may leave the provider. */
export function failureOf(error: unknown, provider: unknown): ProviderFailure {
  const message = error instanceof Error ? error.message : String(error);
  if (!(error instanceof PartialFailure)) return new ProviderFailure(message);
  const properties = { ...withoutUndefined(error.state), [providerProperty]: provider };
  return new InitializationFailure(message, error.state.cloudAddress, properties);
}
