import { Agent, request } from "node:http";
import { performance } from "node:perf_hooks";
import pMap from "p-map";
import type { Service } from "../service/service";
import { wantedAfter, type Step } from "../workload/step";
import { parallel, type Subject, type Usage } from "./subject";

interface Address {
  readonly id: string;
  etag: string;
}

interface Answer {
  readonly etag: string | undefined;
  readonly body: string;
}

/** The physical limit: the same calls, as fast as Node.js sends them over connections that stay open. */
export class BareCalls implements Subject {
  readonly name = "bare calls";
  readonly #agent = new Agent({ keepAlive: true, maxSockets: parallel });
  #addresses: Address[] = [];

  constructor(
    private readonly service: Service,
    private readonly count: number,
  ) {}

  async run(step: Step): Promise<Usage> {
    const cpu = process.cpuUsage();
    const start = performance.now();
    await this.#do(step);
    const seconds = (performance.now() - start) / 1000;
    const { user, system } = process.cpuUsage(cpu);
    return {
      seconds,
      cpuSeconds: (user + system) / 1e6,
      programMemory: undefined,
      providerMemory: undefined,
      stateBytes: undefined,
    };
  }

  dispose(): Promise<void> {
    this.#agent.destroy();
    return Promise.resolve();
  }

  async #do(step: Step): Promise<void> {
    const { group } = wantedAfter(step);
    const characteristics = { allowedActions: ["listen"], accessControl: { groups: [group] } };
    switch (step) {
      case "create": {
        const body = JSON.stringify(characteristics);
        const indexes = Array.from({ length: this.count }, (_, index) => index);
        this.#addresses = await inParallel(indexes, async () => {
          const answer = await this.#call("POST", "", { body });
          const { cloudAddress } = JSON.parse(answer.body) as { cloudAddress: string };
          return this.#settled(cloudAddress);
        });
        return;
      }
      case "no-op preview":
      case "no-op up":
        return;
      case "refresh":
        await inParallel(this.#addresses, ({ id }) => this.#call("GET", `/${id}`));
        return;
      case "change one field":
        await this.#write(({ id, etag }) => {
          const body = JSON.stringify({ cloudAddress: id, ...characteristics });
          return this.#call("PUT", `/${id}`, { body, etag });
        });
        return;
      case "rotate passwords":
        await this.#write(({ id, etag }) => this.#call("POST", `/${id}`, { etag }));
        return;
      case "destroy":
        await inParallel(this.#addresses, ({ id, etag }) => this.#call("DELETE", `/${id}`, { etag }));
    }
  }

  async #write(write: (address: Address) => Promise<unknown>): Promise<void> {
    this.#addresses = await inParallel(this.#addresses, async (address) => {
      await write(address);
      return this.#settled(address.id);
    });
  }

  /** The address when it is ready, which it is at once. */
  async #settled(id: string): Promise<Address> {
    await this.#call("GET", `/${id}/ready`);
    const { etag } = await this.#call("GET", `/${id}`);
    return { id, etag: etag as string };
  }

  #call(
    method: string,
    path: string,
    options: { readonly body?: string; readonly etag?: string } = {},
  ): Promise<Answer> {
    const { endpoint, apiKey, apiSecret } = this.service;
    const hasContent = method !== "PUT" && method !== "DELETE";
    return new Promise((resolve, reject) => {
      const outgoing = request(`${endpoint}/static-address${path}`, {
        method,
        agent: this.#agent,
        auth: `${apiKey}:${apiSecret}`,
        headers: {
          ...(hasContent && { Accept: "application/json" }),
          ...(options.body !== undefined && {
            "Content-Type": "application/json",
            "Content-Length": Buffer.byteLength(options.body),
          }),
          ...(options.etag !== undefined && { "If-Match": options.etag }),
        },
      });
      outgoing.once("error", reject);
      outgoing.once("response", (response) => {
        let body = "";
        response.setEncoding("utf8");
        response.on("data", (text: string) => (body += text));
        response.once("end", () => {
          const status = response.statusCode as number;
          if (status >= 300) reject(new Error(`${method} ${path} answered ${status}: ${body}`));
          else resolve({ etag: response.headers.etag, body });
        });
      });
      outgoing.end(options.body);
    });
  }
}

function inParallel<Item, Result>(
  items: readonly Item[],
  act: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  return pMap(items, act, { concurrency: parallel });
}
