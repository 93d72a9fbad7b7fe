import { readFile } from "node:fs/promises";
import type { CloudAddress } from "../addresses/cloud-address";
import { checkFields, count, isObject, positive, required, text } from "../input/field";
import { checkEdit } from "../addresses/check-seed";
import { InvalidInput } from "../input/invalid-input";
import type { Service } from "../service/service";

const format = "vnc-cloud-emulator/1";

type StoredAddress = Omit<CloudAddress, "shownUntil">;

/** All addresses as text, passwords included, in the order of creation. Deleted ones are left out. */
export function serializeState(service: Service): string {
  const addresses: StoredAddress[] = [];
  for (const { shownUntil, ...address } of service.book.all()) {
    if (shownUntil === undefined) {
      addresses.push(address);
    }
  }
  return JSON.stringify({ format, lastSequence: service.book.lastSequence, addresses });
}

/**
 * Puts the addresses of a data file into a service. A file that does not exist is an empty one. Pending
 * addresses wait on: for their remaining polls, for their time (which went on meanwhile), or for a release.
 *
 * @throws {InvalidInput} when the file is none of the emulator's
 */
export async function loadState(service: Service, path: string): Promise<void> {
  const content = await readOrNothing(path);
  if (content === undefined) {
    return;
  }
  const state = parse(content);
  const problems = checkState(state);
  InvalidInput.throwIfAny(
    `The data file ${path} is not one that this emulator wrote. Give another path, or move the file away:`,
    problems.slice(0, 10),
  );
  const { lastSequence, addresses } = state as { lastSequence: number; addresses: StoredAddress[] };
  for (const address of addresses) {
    service.book.add({
      ...address,
      pending: address.pending,
      previous: address.previous,
      shownUntil: undefined,
    });
  }
  service.book.continueAfter(lastSequence);
}

async function readOrNothing(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") {
      return undefined;
    }
    throw error;
  }
}

function parse(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    return undefined;
  }
}

const anything = { must: "anything", optional: true, accepts: () => true };

const addressFields = {
  cloudAddress: text,
  sequence: positive,
  owner: required(
    "an object with keyDigest and account",
    (value) => checkFields("owner", value, { keyDigest: text, account: text }).length === 0,
  ),
  createdAt: required("a number", (value) => typeof value === "number"),
  characteristics: required("characteristics", (value) => checkEdit(value).length === 0),
  password: text,
  version: positive,
  pending: anything,
  stalePolls: count,
  previous: anything,
};

function checkState(state: unknown): string[] {
  if (!isObject(state) || state["format"] !== format) {
    return [`its format must be ${format}.`];
  }
  if (!Array.isArray(state["addresses"]) || !count.accepts(state["lastSequence"])) {
    return ["it must have addresses and lastSequence."];
  }
  return state["addresses"].flatMap((address, index) =>
    checkFields(`addresses[${index}]`, address, addressFields),
  );
}
