import { NotFoundError, type VncCloudError } from "../../client";
import { expecting, type Progress } from "../output/progress";
import { readAddresses } from "../service/read-addresses";
import type { Service } from "../service/service";
import type { Collected } from "./collected";

/** What became of the addresses that an import is about. */
export interface Collection {
  /** Those whose details are collected. */
  readonly cloudAddresses: readonly string[];
  /** How many were left out since a stack manages them. */
  readonly managed: number;
  /** How many of a list were deleted before they could be read. */
  readonly deleted: number;
}

/**
 * Collects the details of addresses that are not managed yet; what is collected already is not read again.
 * @param named The addresses; undefined = all of the account.
 * @throws Error that lists every named address that cannot be read.
 */
export async function collect(
  service: Service,
  named: readonly string[] | undefined,
  managed: ReadonlySet<string>,
  collected: Collected,
  progress: Progress,
  onCollected: (details: Awaited<ReturnType<Collected["get"]>>) => void,
): Promise<Collection> {
  const cloudAddresses: string[] = [];
  const problems: VncCloudError[] = [];
  let managedCount = 0;
  let deleted = 0;

  async function* unread(): AsyncGenerator<string> {
    for await (const cloudAddress of named ?? service.client.listCloudAddresses({ signal: service.signal })) {
      if (managed.has(cloudAddress)) managedCount += 1;
      else if (collected.has(cloudAddress)) cloudAddresses.push(cloudAddress);
      else yield cloudAddress;
    }
  }

  for await (const reading of readAddresses(service, expecting(unread(), progress))) {
    progress.advance();
    if (reading.details !== undefined) {
      await collected.add(reading.details);
      onCollected(reading.details);
      cloudAddresses.push(reading.cloudAddress);
    } else if (named === undefined && reading.problem instanceof NotFoundError) deleted += 1;
    else problems.push(reading.problem);
  }
  if (problems.length > 0) throw new Error(problems.map(({ message }) => message).join("\n"));
  return { cloudAddresses, managed: managedCount, deleted };
}
