import { SemVer } from "semver";
import { engineVersion } from "../versions";
import type { Way } from "./way";

const host = "get.pulumi.com";
const probeSeconds = 3;
const downloadMinutes = 10;

/** Pulumi's own installer. Where its host cannot be reached, this is found out in seconds. */
export const officialDownload: Way = {
  name: "official download",
  async make(folder, { onProgress, signal }) {
    await probe(signal);
    onProgress(`Downloading Pulumi ${engineVersion} from ${host}`);
    // Loading it takes most of a second, and nearly no run needs it.
    const { PulumiCommand } = await import("@pulumi/pulumi/automation/index.js");
    const installation = PulumiCommand.install({ root: folder, version: new SemVer(engineVersion) });
    await Promise.race([installation, deadline(signal)]);
  },
};

async function probe(signal: AbortSignal): Promise<void> {
  const patience = AbortSignal.timeout(probeSeconds * 1000);
  try {
    await fetch(`https://${host}/install.sh`, {
      method: "HEAD",
      signal: AbortSignal.any([signal, patience]),
    });
  } catch {
    signal.throwIfAborted();
    throw new Error(`${host} cannot be reached from here`);
  }
}

/** The installer cannot be told to stop, but nobody has to wait for it. */
function deadline(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const patience = AbortSignal.timeout(downloadMinutes * 60_000);
    signal.addEventListener("abort", () => reject(signal.reason as Error), { once: true });
    patience.addEventListener("abort", () =>
      reject(new Error(`${host} sent nothing complete within ${downloadMinutes} minutes`)),
    );
  });
}
