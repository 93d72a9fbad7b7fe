import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { FaultPlan, SeedAddress } from "../../emulator";
import { repository } from "../../tools/repository";

/** What the service counted since it was asked last. */
export interface Counted {
  readonly requests: number;
  /** Connections on which they came. */
  readonly connections: number;
  /** The most of them that were open at a time. */
  readonly openConnections: number;
}

/** The emulator in a process of its own, so that it takes no time from what is measured but the processor's. */
export class Service {
  readonly apiKey = "benchmark";
  readonly apiSecret = "benchmark-secret";

  private constructor(
    private readonly process: ChildProcess,
    /** The base URL of the API. */
    readonly endpoint: string,
  ) {}

  static async start(): Promise<Service> {
    const main = join(repository, "dist", "cli", "main.js");
    const words = ["emulator", "--account", "benchmark:benchmark-secret", "--journal-limit", "200000"];
    const child = spawn(process.execPath, [main, ...words], { stdio: ["ignore", "pipe", "inherit"] });
    const lines = createInterface({ input: child.stdout });
    const [line] = (await once(lines, "line")) as [string];
    return new Service(child, line.replace("listening on ", ""));
  }

  get pid(): number {
    return this.process.pid as number;
  }

  /** The environment in which programs find it. */
  get environment(): Record<string, string> {
    return {
      VNC_CLOUD_ENDPOINT: this.endpoint,
      VNC_CLOUD_API_KEY: this.apiKey,
      VNC_CLOUD_API_SECRET: this.apiSecret,
    };
  }

  /** Forgets all addresses, and answers from now on after a pause. */
  async restart(latencyMilliseconds: number): Promise<void> {
    await this.control("POST", "reset");
    await this.control("PUT", "latency", { milliseconds: latencyMilliseconds });
  }

  async seed(addresses: readonly SeedAddress[]): Promise<string[]> {
    const answer = (await this.control("POST", "seed", { addresses })) as { cloudAddresses: string[] };
    return answer.cloudAddresses;
  }

  async planFaults(faults: readonly FaultPlan[]): Promise<void> {
    await this.control("POST", "faults", { faults });
  }

  /** What came since the last call of this. */
  async count(): Promise<Counted> {
    const { entries } = (await this.control("GET", "journal")) as {
      entries: { connection: number; openConnections: number }[];
    };
    await this.control("DELETE", "journal");
    return {
      requests: entries.length,
      connections: new Set(entries.map(({ connection }) => connection)).size,
      openConnections: entries.reduce((most, { openConnections }) => Math.max(most, openConnections), 0),
    };
  }

  async stop(): Promise<void> {
    this.process.kill("SIGTERM");
    await once(this.process, "exit");
  }

  private async control(method: string, path: string, body?: unknown): Promise<unknown> {
    const url = new URL(`/_emulator/${path}`, this.endpoint);
    const response = await fetch(url, {
      method,
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${url.href} answered ${response.status}: ${text}`);
    return text === "" ? undefined : JSON.parse(text);
  }
}
