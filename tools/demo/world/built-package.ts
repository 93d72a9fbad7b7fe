import { existsSync } from "node:fs";
import { join } from "node:path";
import { runProcess } from "../../engine/process/run-process";
import type { Screen } from "../screen/screen";
import { repository } from "../../repository";

/** Builds the package that the program imports, if that was not done yet. */
export async function ensureBuiltPackage(screen: Screen, interruption: AbortSignal): Promise<void> {
  if (existsSync(join(repository, "dist", "sdk", "index.js"))) return;
  const build = runProcess("npm", ["run", "--silent", "build"], {
    cwd: repository,
    env: process.env,
    signal: interruption,
  });
  const { exitCode, stdout, stderr } = await screen.during("building the package", build);
  interruption.throwIfAborted();
  if (exitCode === 0) return;
  throw new Error(
    `The package could not be built: \`npm run build\` ended with code ${exitCode}.\n${stdout}${stderr}`,
  );
}
