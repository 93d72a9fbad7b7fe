import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { repository } from "../../../tools/repository";

/**
 * What is wrong with a GitHub Actions workflow by GitHub's own schema and parser, expressions included. The parser is
 * an ES module that loads JSON in a way of its bundlers, so it runs in a process that can.
 */
export function workflowFaults(file: string): string[] {
  const script = join(__dirname, "print-workflow-faults.mts");
  const output = execFileSync(process.execPath, ["--import", "tsx", script, file], { cwd: repository });
  return JSON.parse(output.toString()) as string[];
}
