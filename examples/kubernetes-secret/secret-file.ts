import { randomUUID } from "node:crypto";
import { renameSync, writeFileSync } from "node:fs";
import * as pulumi from "@pulumi/pulumi";

/**
 * Writes a secret to a file that only its owner can read, when `pulumi up` runs and never in a preview. The file appears
 * whole under its name: it is written under another one first, because an existing file would keep its permissions.
 */
export function writeSecretFile(path: string, content: pulumi.Input<string>): void {
  pulumi.output(content).apply((text) => {
    if (pulumi.runtime.isDryRun()) return;
    const unfinished = `${path}.${randomUUID()}`;
    writeFileSync(unfinished, text, { mode: 0o600, flag: "wx" });
    renameSync(unfinished, path);
  });
}
