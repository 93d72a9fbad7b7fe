import writeFileAtomic from "write-file-atomic";

const shortestPause = 20;

/**
 * A file that follows a state: written as a whole, atomically, and readable by its owner only (mode 0600).
 *
 * Changes are coalesced: while one write is under way all changes wait for the next, and between two writes
 * there is a pause of ten times what the last one took, so that a large state costs a bounded share of the CPU.
 */
export class DataFile {
  #dirty = false;
  #closed = false;
  #timer: NodeJS.Timeout | undefined;
  #writing: Promise<void> = Promise.resolve();
  #isWriting = false;
  #pause = shortestPause;

  constructor(
    readonly path: string,
    readonly serialize: () => string,
  ) {}

  /** Says that the state has changed. */
  changed(): void {
    this.#dirty = true;
    this.#schedule();
  }

  /** Writes now. Rejects when the file cannot be written. */
  async write(): Promise<void> {
    this.#dirty = false;
    const start = performance.now();
    try {
      await writeFileAtomic(this.path, this.serialize(), { mode: 0o600 });
    } catch (error) {
      this.#dirty = true;
      const reason = error instanceof Error ? error.message : String(error);
      throw new Error(`The emulator cannot write its data file ${this.path}: ${reason}`, { cause: error });
    } finally {
      this.#pause = Math.max(shortestPause, 10 * (performance.now() - start));
    }
  }

  /** Writes what is not yet written, and no more after that. Rejects when it cannot. */
  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#timer);
    await this.#writing;
    if (this.#dirty) {
      await this.write();
    }
  }

  #schedule(): void {
    if (this.#timer !== undefined || this.#isWriting || this.#closed) {
      return;
    }
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.#isWriting = true;
      this.#writing = this.write()
        .catch((error: Error) => {
          // The next change tries again, and `close` reports what still fails then.
          process.emitWarning(error.message);
        })
        .finally(() => {
          this.#isWriting = false;
        })
        .then(() => {
          // After a failure nothing is gained by trying at once.
          if (this.#dirty) {
            this.#schedule();
          }
        });
    }, this.#pause);
  }
}
