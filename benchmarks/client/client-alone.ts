import { performance } from "node:perf_hooks";
import pMap from "p-map";
import { VncCloudClient } from "../../client";
import { parallel } from "../subjects/subject";
import type { Service } from "../service/service";

/** What the client alone does. */
export interface ClientResult {
  readonly name: string;
  readonly callsPerSecond: number;
  /** Requests that the service saw for each call. */
  readonly requestsPerCall: number;
  readonly connections: number;
  /** Growth of the heap over all calls, in bytes. */
  readonly heapGrowth: number;
}

/** Reads an address again and again, without faults and with one answer of 100 being a 503. */
export async function clientAlone(service: Service, calls: number): Promise<ClientResult[]> {
  return [
    await readManyTimes(service, "no faults", calls, 0),
    await readManyTimes(service, "1 % of the answers are 503", calls, Math.floor(calls / 100)),
  ];
}

async function readManyTimes(
  service: Service,
  name: string,
  calls: number,
  faults: number,
): Promise<ClientResult> {
  await service.restart(0);
  const [cloudAddress = ""] = await service.seed([{ allowedActions: ["connect"], groups: ["support"] }]);
  const { apiKey, apiSecret, endpoint } = service;
  const client = new VncCloudClient({ apiKey, apiSecret, endpoint, parallel });
  const read = (): Promise<unknown> => client.getCloudAddress(cloudAddress);
  // The first calls load and compile.
  await pMap(Array(200).fill(0), read, { concurrency: parallel });
  await service.count();
  await service.planFaults(
    Array.from({ length: faults }, (_, index) => ({
      operation: "details" as const,
      skip: index * 100,
      fault: { kind: "status" as const, status: 503 },
    })),
  );
  const heap = heapUsed();
  const start = performance.now();
  await pMap(Array(calls).fill(0), read, { concurrency: parallel });
  const seconds = (performance.now() - start) / 1000;
  const counted = await service.count();
  await client.close();
  return {
    name,
    callsPerSecond: calls / seconds,
    requestsPerCall: counted.requests / calls,
    connections: counted.connections,
    heapGrowth: heapUsed() - heap,
  };
}

function heapUsed(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}
