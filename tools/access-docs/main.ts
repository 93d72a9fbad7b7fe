import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { promisify } from "node:util";
import writeFileAtomic from "write-file-atomic";
import { repository } from "../repository";
import { accessExports, accessPage, fillIn } from "./fill-in";

const command = join(repository, "dist/cli/main.js");

async function main(): Promise<void> {
  const page = await fillIn(await readFile(accessPage, "utf8"), async (words) => {
    const { stdout } = await promisify(execFile)(process.execPath, [command, ...words], {
      cwd: accessExports,
    });
    return stdout;
  });
  await writeFileAtomic(accessPage, page);
  console.log(`Wrote ${relative(process.cwd(), accessPage)}.`);
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
