import { open, rm, type FileHandle } from "node:fs/promises";
import { createInterface } from "node:readline";
import type { CloudAddressDetails } from "../../client";

/** Where details come from. Those of one origin must not be mixed with those of another. */
export interface Origin {
  readonly endpoint: string;
  readonly keyFingerprint: string;
}

interface Place {
  readonly position: number;
  readonly length: number;
}

/**
 * The details that were read so far, in a file, so that an interrupted import goes on where it was and their number
 * does not matter to memory. The first line names the origin, each other line holds one address.
 */
export class Collected {
  readonly #places = new Map<string, Place>();
  #end = 0;

  private constructor(
    private readonly file: string,
    private readonly handle: FileHandle,
  ) {}

  /**
   * Opens the file, or makes it.
   * @param onDetails Is told what an earlier run has read.
   * @throws Error if the file is of another origin, or is none of ours.
   */
  static async open(
    file: string,
    origin: Origin,
    onDetails: (details: CloudAddressDetails) => void,
  ): Promise<Collected> {
    // "a+" makes the file, reads anywhere and writes at the end only.
    const collected = new Collected(file, await open(file, "a+", 0o600));
    try {
      await collected.#load(origin, onDetails);
      return collected;
    } catch (error) {
      await collected.close();
      throw error;
    }
  }

  get size(): number {
    return this.#places.size;
  }

  has(cloudAddress: string): boolean {
    return this.#places.has(cloudAddress);
  }

  async add(details: CloudAddressDetails): Promise<void> {
    this.#remember(details, await this.#append(details));
  }

  /** What was read about an address. */
  async get(cloudAddress: string): Promise<CloudAddressDetails> {
    const { position, length } = this.#places.get(cloudAddress) as Place;
    const { buffer } = await this.handle.read(Buffer.alloc(length), 0, length, position);
    return JSON.parse(buffer.toString()) as CloudAddressDetails;
  }

  async close(): Promise<void> {
    await this.handle.close();
  }

  /** Closes the file and removes it: what it held stands elsewhere now. */
  async remove(): Promise<void> {
    await this.close();
    await rm(this.file, { force: true });
  }

  async #load(origin: Origin, onDetails: (details: CloudAddressDetails) => void): Promise<void> {
    const { size } = await this.handle.stat();
    if (size === 0) return void (await this.#append(origin));
    const lines = createInterface({ input: this.handle.createReadStream({ start: 0, autoClose: false }) });
    let isFirst = true;
    for await (const line of lines) {
      const length = Buffer.byteLength(line);
      // A run that was killed may have left half a line.
      if (this.#end + length + 1 > size) break;
      if (isFirst) this.#refuseOther(line, origin);
      else {
        const details = JSON.parse(line) as CloudAddressDetails;
        this.#remember(details, { position: this.#end, length });
        onDetails(details);
      }
      isFirst = false;
      this.#end += length + 1;
    }
    await this.handle.truncate(this.#end);
    if (isFirst) await this.#append(origin);
  }

  #refuseOther(line: string, origin: Origin): void {
    if (line === JSON.stringify(origin)) return;
    throw new Error(
      `${this.file} was left by an import from another API key or endpoint, or is no file of ours. Finish that import, ` +
        "or delete the file, or give another --out.",
    );
  }

  #remember(details: CloudAddressDetails, place: Place): void {
    this.#places.set(details.cloudAddress, place);
  }

  async #append(value: object): Promise<Place> {
    const bytes = Buffer.from(`${JSON.stringify(value)}\n`);
    const place = { position: this.#end, length: bytes.length - 1 };
    this.#end += bytes.length;
    await this.handle.appendFile(bytes);
    return place;
  }
}
