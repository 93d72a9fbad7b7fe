import { Agent, request } from "node:http";
import { performance } from "node:perf_hooks";
import pMap from "p-map";
import { peakMemoryOf } from "../machine/process-tree";
import type { Service } from "../service/service";
import { parallel } from "../subjects/subject";

/** What the emulator alone does. */
export interface EmulatorResult {
  readonly addresses: number;
  readonly requestsPerSecond: number;
  /** Seconds to list all addresses, 99 a page. */
  readonly listSeconds: number;
  readonly peakMemory: number | undefined;
}

const portion = 10_000;

/** Reads single addresses and then all of them, with few and with many addresses. */
export async function emulatorAlone(service: Service, most: number): Promise<EmulatorResult[]> {
  const results: EmulatorResult[] = [];
  for (const addresses of [100, most]) {
    await service.restart(0);
    const ids: string[] = [];
    for (let left = addresses; left > 0; left -= portion) {
      const some = Array.from({ length: Math.min(left, portion) }, () => ({ allowedActions: ["connect"] }));
      ids.push(...(await service.seed(some)));
    }
    results.push(await measure(service, ids));
  }
  return results;
}

async function measure(service: Service, ids: readonly string[]): Promise<EmulatorResult> {
  const agent = new Agent({ keepAlive: true, maxSockets: parallel });
  const get = (url: string): Promise<string | undefined> => linkOf(service, agent, url);
  const base = `${service.endpoint}/static-address`;
  const urls = Array.from({ length: 5000 }, (_, index) => `${base}/${ids[(index * 7919) % ids.length]}`);
  await pMap(urls.slice(0, 500), get, { concurrency: parallel });
  const start = performance.now();
  await pMap(urls, get, { concurrency: parallel });
  const seconds = (performance.now() - start) / 1000;
  const listStart = performance.now();
  let pages = 0;
  for (let url: string | undefined = `${base}?limit=99`; url !== undefined; url = await get(url)) pages += 1;
  const listSeconds = (performance.now() - listStart) / 1000;
  agent.destroy();
  if (pages !== Math.ceil(ids.length / 99))
    throw new Error(`The list has ${pages} pages, not as many as it should.`);
  await service.count();
  return {
    addresses: ids.length,
    requestsPerSecond: urls.length / seconds,
    listSeconds,
    peakMemory: peakMemoryOf(service.pid),
  };
}

/** Sends one request, and returns the URL of the next page that the answer names, if any. */
function linkOf(service: Service, agent: Agent, url: string): Promise<string | undefined> {
  const auth = `${service.apiKey}:${service.apiSecret}`;
  return new Promise((resolve, reject) => {
    const outgoing = request(url, { agent, auth, headers: { Accept: "application/json" } }, (response) => {
      response.resume();
      response.once("end", () => {
        if (response.statusCode !== 200) reject(new Error(`${url} answered ${response.statusCode}`));
        else resolve(/<([^>]*)>; *rel="?next/.exec(String(response.headers.link))?.[1]);
      });
    });
    outgoing.once("error", reject);
    outgoing.end();
  });
}
