import { readdirSync, readFileSync } from "node:fs";

/** One process of a tree, as it was seen last. */
export interface SeenProcess {
  readonly command: string;
  readonly cpuSeconds: number;
  /** Peak resident memory in bytes. */
  readonly peakMemory: number;
}

/** Linux counts processor time in hundredths of a second. */
const ticksPerSecond = 100;

/**
 * Watches the processes that this one and its descendants start from now on, by looking into /proc again and again:
 * what a process used in its last moments, and processes that lived shorter than the pause, are missed. On other
 * systems than Linux it sees nothing.
 */
export class ProcessTree {
  readonly #before = new Set(processIds());
  readonly #seen = new Map<number, SeenProcess>();
  readonly #timer = setInterval(() => this.#look(), 40);

  /** Ends the watch. */
  stop(): readonly SeenProcess[] {
    clearInterval(this.#timer);
    return [...this.#seen.values()];
  }

  #look(): void {
    const parents = new Map<number, number>();
    const stats = new Map<number, readonly string[]>();
    for (const pid of processIds()) {
      const stat = this.#before.has(pid) ? undefined : statOf(pid);
      if (stat === undefined) continue;
      stats.set(pid, stat);
      parents.set(pid, Number(stat[1]));
    }
    for (const [pid, stat] of stats) {
      if (!this.#seen.has(pid) && !descends(pid, parents)) continue;
      const peakMemory = peakMemoryOf(pid);
      if (peakMemory === undefined) continue;
      const cpuSeconds = (Number(stat[11]) + Number(stat[12])) / ticksPerSecond;
      this.#seen.set(pid, { command: commandOf(pid), cpuSeconds, peakMemory });
    }
  }
}

/** Peak resident memory of a process in bytes; undefined when it is gone or the system has no /proc. */
export function peakMemoryOf(pid: number): number | undefined {
  const [, kibibytes] = /^VmHWM:\s*(\d+) kB$/m.exec(read(`/proc/${pid}/status`)) ?? [];
  return kibibytes === undefined ? undefined : Number(kibibytes) * 1024;
}

function descends(pid: number, parents: ReadonlyMap<number, number>): boolean {
  for (let current: number | undefined = pid; current !== undefined; current = parents.get(current)) {
    if (current === process.pid) return true;
  }
  return false;
}

function processIds(): number[] {
  try {
    return readdirSync("/proc").map(Number).filter(Number.isInteger);
  } catch {
    return [];
  }
}

/** The fields of /proc/PID/stat after the name, which may hold blanks: state, parent, ... */
function statOf(pid: number): readonly string[] | undefined {
  const text = read(`/proc/${pid}/stat`);
  return text === "" ? undefined : text.slice(text.lastIndexOf(")") + 2).split(" ");
}

function commandOf(pid: number): string {
  return read(`/proc/${pid}/cmdline`).replaceAll("\0", " ");
}

function read(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}
