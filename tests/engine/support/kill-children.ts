import { execFile } from "node:child_process";
import { promisify } from "node:util";

/** Kills, as by `kill -9`, every process that this one has started, and every process that those have started. */
export async function killChildren(): Promise<void> {
  const { stdout } = await promisify(execFile)("ps", ["-A", "-o", "pid=,ppid="]);
  const children = new Map<number, number[]>();
  for (const line of stdout.trim().split("\n")) {
    const [pid, parent] = line.trim().split(/\s+/).map(Number) as [number, number];
    children.set(parent, [...(children.get(parent) ?? []), pid]);
  }
  const below = (pid: number): number[] =>
    (children.get(pid) ?? []).flatMap((child) => [child, ...below(child)]);
  for (const pid of below(process.pid)) {
    try {
      process.kill(pid, "SIGKILL");
    } catch {
      // It has ended already, as the `ps` has that named it.
    }
  }
}
