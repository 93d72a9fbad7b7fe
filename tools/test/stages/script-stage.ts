import { runProcess } from "../process/run-process";
import type { Stage } from "./stage";

/** A stage that runs a script of package.json and shows what it printed only if it failed, but for its notes. */
export function scriptStage(script: string, after: readonly string[] = []): Stage {
  return {
    name: script,
    after,
    async run(print, signal) {
      const output: string[] = [];
      const end = await runProcess("npm", ["run", "--silent", script], {
        deadlineSeconds: 300,
        onText: (text) => output.push(text),
        signal,
      });
      if (end.succeeded) {
        print(notes(output.join("")));
        return { passed: 1, failed: 0, faults: [] };
      }
      print(output.join(""));
      print(`\nnpm run ${script} ${end.reason}.\n`);
      return { passed: 0, failed: 1, faults: [`npm run ${script} ${end.reason}`] };
    },
  };
}

/** The lines that people should see although all is well. */
function notes(output: string): string {
  return (output.match(/^note: .*\n/gm) ?? []).join("");
}
