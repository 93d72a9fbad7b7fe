import { AssertionError } from "chai";
import type { VncCloudError } from "../../client";

/** The error that a call fails with. It fails the test when the call does not, or with something else. */
export async function rejection<Expected extends VncCloudError>(
  expected: abstract new (...values: never[]) => Expected,
  work: Promise<unknown>,
): Promise<Expected> {
  try {
    await work;
  } catch (error) {
    if (error instanceof expected) return error;
    throw new AssertionError(`expected ${expected.name}, got ${String(error)}`);
  }
  throw new AssertionError(`expected ${expected.name}, but the call succeeded`);
}

/** All of an async iterable. */
export async function collect(addresses: AsyncIterable<string>): Promise<string[]> {
  const all: string[] = [];
  for await (const cloudAddress of addresses) all.push(cloudAddress);
  return all;
}
