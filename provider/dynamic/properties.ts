/** A bag of properties as the dynamic host hands it over and takes it back. */
export type Properties = Readonly<Record<string, unknown>>;

/** The property that holds the text which loads this provider; the engine needs it in every bag. */
export const providerProperty = "__provider";

/** The properties without what belongs to the dynamic host. */
export function withoutProvider(properties: Properties): Properties {
  const { [providerProperty]: _provider, ...rest } = properties;
  return rest;
}

/**
 * A copy without undefined members: one of them makes the host fail the whole call ("Unexpected struct type").
 */
export function withoutUndefined(value: object): Record<string, unknown> {
  return JSON.parse(JSON.stringify(value)) as Record<string, unknown>;
}
