import pMap from "p-map";
import { DynamicHost, type Bag } from "../../tests/support/dynamic-host";
import { peakMemoryOf } from "../machine/process-tree";
import type { Counted, Service } from "../service/service";
import { parallel } from "../subjects/subject";

/** What the provider process took for a number of addresses. */
export interface ProviderMemory extends Counted {
  readonly count: number;
  /** Peak resident memory in bytes; undefined on systems without /proc. */
  readonly peak: number | undefined;
}

const inputs: Bag = { action: "listen", accessControl: { groups: ["support"] } };
const changed: Bag = { action: "listen", accessControl: { groups: ["service"] } };

/**
 * Peak memory of Pulumi's dynamic host with this provider, each time in a fresh process, after so many addresses were
 * created, read, changed and deleted, 16 at a time. The engine is left out, with which thousands take hours.
 */
export async function providerMemory(service: Service, counts: readonly number[]): Promise<ProviderMemory[]> {
  const results: ProviderMemory[] = [];
  for (const count of counts) {
    const peak = await peakAfter(service, count);
    results.push({ count, peak, ...(await service.count()) });
  }
  return results;
}

async function peakAfter(service: Service, count: number): Promise<number | undefined> {
  await service.restart(0);
  await service.count();
  const host = await DynamicHost.start({ environment: service.environment });
  try {
    await pMap(Array(count).fill(inputs) as Bag[], (bag) => liveOf(host, bag), { concurrency: parallel });
    return peakMemoryOf(host.pid);
  } finally {
    await host.stop();
  }
}

async function liveOf(host: DynamicHost, bag: Bag): Promise<void> {
  const { id, state } = await host.create(bag);
  await host.read(id, state);
  await host.delete(id, await host.update(id, state, changed));
}
