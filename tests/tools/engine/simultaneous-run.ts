import { appendFile } from "node:fs/promises";
import { findOrMakeEngine } from "../../../tools/engine/find-or-make-engine";
import { fakeInstallation } from "./fake-installation";

/**
 * One of the processes that want the same engine at once. Arguments: the cache and a file in which each making is noted.
 */
async function main(): Promise<void> {
  const [cache = "", journal = ""] = process.argv.slice(2);
  const way = {
    name: "noted",
    async make(folder: string) {
      await appendFile(journal, "making\n");
      await fakeInstallation(folder);
      // Long enough for the other processes to arrive.
      await new Promise((resolve) => setTimeout(resolve, 1000));
    },
  };
  const signal = new AbortController().signal;
  const { root } = await findOrMakeEngine({ searchPath: "", cache, ways: [way] }, () => undefined, signal);
  process.stdout.write(root);
}

void main();
