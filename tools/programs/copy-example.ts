import { cp } from "node:fs/promises";
import { basename, join } from "node:path";
import { repository } from "../repository";
import { linkPackages } from "./link-packages";

/** What a person's own runs leave in the folder of an example: packages, and the settings of stacks. */
const leftBehind = /^(node_modules|package-lock\.json|Pulumi\..+\.yaml)$/;

/** Copies an example of this repository into a folder, ready to be run. */
export async function copyExample(name: string, folder: string): Promise<void> {
  await copyClean(join(repository, "examples", name), folder);
  await linkPackages(folder);
}

/** Copies a folder without what runs of its program have left there. */
export async function copyClean(source: string, folder: string): Promise<void> {
  await cp(source, folder, { recursive: true, filter: (path) => !leftBehind.test(basename(path)) });
}
