import { copyFile, mkdir } from "node:fs/promises";
import { homedir } from "node:os";
import { join } from "node:path";
import type { OnProgress } from "../../../tools/engine";
import { exclusively } from "../../../tools/engine/cache/exclusively";
import { placeWhole } from "../../../tools/engine/cache/place-whole";
import { buildGoPrograms } from "../../../tools/engine/making/build-go-programs";
import { runProcess } from "../../../tools/engine/process/run-process";
import {
  openTofu,
  openTofuEnvironment,
  openTofuVersion,
  restapi,
  restapiVersion,
  type OpenTofu,
} from "./opentofu";

const name = `OpenTofu ${openTofuVersion} and restapi ${restapiVersion}`;
const cache = join(homedir(), ".cache", "pulumi-vnc-cloud", name.toLowerCase().replaceAll(" ", "-"));

/**
 * Builds OpenTofu and its generic REST provider from the Go module registry, some minutes the first time; a later run
 * finds them in the person's cache.
 *
 * @throws an error whose message says why there is none and what to do. Nothing half-made is left.
 */
export async function prepareOpenTofu(onProgress: OnProgress): Promise<OpenTofu> {
  const waiting = (): void => onProgress(`Waiting for another run that builds ${name}`);
  try {
    return await exclusively(cache, new AbortController().signal, waiting, async (signal) => {
      if ((await platformOf(cache)) === undefined)
        await placeWhole(cache, (unfinished) => make(unfinished, onProgress, signal));
      return places(cache);
    });
  } catch (error) {
    throw new Error(
      `${name} could not be built from the Go module registry: ${(error as Error).message}. ` +
        "Install Go (https://go.dev/doc/install) and let it reach its module proxy, or leave out `--peers`.",
      { cause: error },
    );
  }
}

async function make(folder: string, onProgress: OnProgress, signal: AbortSignal): Promise<void> {
  await buildGoPrograms({ name, modules: [openTofu, restapi] }, folder, { onProgress, signal });
  const platform = await platformOf(folder);
  if (platform === undefined) throw new Error("what was built does not run");
  const packed = join(
    places(folder).mirror,
    "registry.opentofu.org",
    "mastercard",
    "restapi",
    restapiVersion,
    platform,
  );
  await mkdir(packed, { recursive: true });
  await copyFile(join(folder, "bin", restapi.executable), join(packed, restapi.executable));
}

function places(folder: string): OpenTofu {
  return { tofu: join(folder, "bin", openTofu.executable), mirror: join(folder, "mirror") };
}

/** The platform as OpenTofu names it, for instance `linux_amd64`; undefined where it is not there or does not run. */
async function platformOf(folder: string): Promise<string | undefined> {
  const { tofu } = places(folder);
  const words = ["version", "-json"];
  const result = await runProcess(tofu, words, { env: openTofuEnvironment() }).catch(() => undefined);
  if (result?.exitCode !== 0) return undefined;
  return (JSON.parse(result.stdout) as { platform: string }).platform;
}
