import { relative } from "node:path";
import writeFileAtomic from "write-file-atomic";
import { generateTypes, typesFile } from "./generate-types";

async function main(): Promise<void> {
  await writeFileAtomic(typesFile, await generateTypes());
  console.log(`Wrote ${relative(process.cwd(), typesFile)}.`);
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
