import { InvalidCloudAddressError } from "../errors/argument-errors";
import type { Operation } from "../errors/operation";

// "." and ".." are removed from a path by every URL parser: DELETE on "." would be a DELETE on the collection.
const changesTheUri = /[/?#\s\p{C}]|\.\.|^\.$/u;

/**
 * Refuses a value that cannot be a cloud address because it would change the meaning of the URI: no string, empty,
 * or with `/`, `?`, `#`, `..`, white space or control characters (A56). Nothing else is checked: what is well-formed
 * is the service's decision (A57).
 *
 * @throws InvalidCloudAddressError before any request.
 */
export function assertCloudAddress(
  value: unknown,
  operation: Operation = "details",
): asserts value is string {
  if (typeof value !== "string" || value === "") {
    throw new InvalidCloudAddressError(
      "The cloud address is missing or empty. Nothing was sent, since an empty address would name all of them.",
      { operation },
    );
  }
  if (changesTheUri.test(value)) {
    throw new InvalidCloudAddressError(
      `${JSON.stringify(value.slice(0, 200))} is no cloud address: it must not contain "/", "?", "#", "..", ` +
        "white space or control characters. Nothing was sent.",
      { operation },
    );
  }
}
