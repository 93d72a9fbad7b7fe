import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Row } from "./row";

/** A file for each combination, so that a run of some of them leaves what is known of the others. */
const folder = "reports/versions";

export async function writeReport(row: Row): Promise<void> {
  await mkdir(folder, { recursive: true });
  const file = `${row.node} ${row.pulumi} ${row.form}`.replace(/[^\w.]+/g, "-").toLowerCase();
  await writeFile(join(folder, `${file}.json`), `${JSON.stringify(row, undefined, 2)}\n`);
}

/** Forgets all rows: a run of all combinations begins, and versions that were the newest are so no more. */
export async function clearReport(): Promise<void> {
  await rm(folder, { recursive: true, force: true });
}

/** The latest row of each combination that `npm run versions` has tried here, by their names. */
export async function readReport(): Promise<Row[]> {
  const files = await readdir(folder).catch(() => []);
  const read = async (file: string): Promise<Row> =>
    JSON.parse(await readFile(join(folder, file), "utf8")) as Row;
  return Promise.all(files.sort().map(read));
}
