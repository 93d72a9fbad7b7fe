import { randomBytes } from "node:crypto";
import { startEmulator, type Emulator, type JournalEntry, type SnapshotAddress } from "../../../emulator";

/** An API key of the service and its secret. */
export interface Credentials {
  readonly apiKey: string;
  readonly apiSecret: string;
}

/** The VNC Cloud service of the demo: an emulator on a free port, with one account that was made for it. */
export class Service {
  private constructor(
    private readonly emulator: Emulator,
    readonly credentials: Credentials,
  ) {}

  static async start(): Promise<Service> {
    const credentials = { apiKey: "demo", apiSecret: randomBytes(16).toString("hex") };
    return new Service(await startEmulator({ accounts: [credentials] }), credentials);
  }

  get endpoint(): string {
    return this.emulator.endpoint;
  }

  /** What it truly holds, in the order of creation. */
  addresses(): SnapshotAddress[] {
    return this.emulator.snapshot().addresses;
  }

  address(cloudAddress: string): SnapshotAddress | undefined {
    return this.addresses().find((address) => address.cloudAddress === cloudAddress);
  }

  /** What it was asked so far. */
  requests(): JournalEntry[] {
    return this.emulator.journal();
  }

  /** What it was asked while some work was done, which is done here. */
  async requestsDuring(work: () => Promise<unknown>): Promise<JournalEntry[]> {
    const before = this.requests().length;
    await work();
    return this.requests().slice(before);
  }

  /** What a device with this password would meet with. */
  answerTo(cloudAddress: string, password: string): "accepted" | "refused" {
    return this.emulator.verifyPassword(cloudAddress, password) ? "accepted" : "refused";
  }

  async stop(): Promise<void> {
    await this.emulator.close();
  }
}
