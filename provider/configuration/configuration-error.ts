/**
 * The stack configuration or the environment is incomplete or wrong. Its message holds every fault at once, names the
 * configuration key and the environment variable of each, and never shows a configured value that may be secret.
 */
export class ConfigurationError extends Error {
  override readonly name = "ConfigurationError";

  constructor(
    readonly faults: readonly string[],
    options?: ErrorOptions,
  ) {
    super(faults.join(" "), options);
  }
}
