import { assertCloudAddress } from "../../client";

/** What is wrong with a text that should be a cloud address (A20, A56): it would change the request's path. */
export function cloudAddressFault(value: unknown): string | undefined {
  if (typeof value !== "string") return "must be a cloud address.";
  try {
    assertCloudAddress(value);
    return undefined;
  } catch {
    return "is not a cloud address: it must not be empty or contain white space, control characters, /, ? or #.";
  }
}
