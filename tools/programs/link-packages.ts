import { cp, mkdir, readFile, symlink } from "node:fs/promises";
import { dirname, join } from "node:path";
import { repository } from "../repository";

/** What is read of a program's package.json. */
interface Manifest {
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
}

const ourselves = "pulumi-vnc-cloud";

/**
 * Gives a program what `npm install` in its folder would, and nothing else: the packages that its package.json names, as
 * links to those of this repository, and this package as it is built. They are linked one by one, for the repository's own
 * `node_modules` has a link to the repository in it, and older language hosts of the engine, which walk all that they find
 * there, go round in that circle for many seconds.
 */
export async function linkPackages(folder: string): Promise<void> {
  const { dependencies, devDependencies } = JSON.parse(
    await readFile(join(folder, "package.json"), "utf8"),
  ) as Manifest;
  for (const name of Object.keys({ ...dependencies, ...devDependencies })) {
    const place = join(folder, "node_modules", name);
    await mkdir(dirname(place), { recursive: true });
    if (name === ourselves) await linkOurselves(place);
    else await symlink(join(repository, "node_modules", name), place, "junction");
  }
}

async function linkOurselves(place: string): Promise<void> {
  await mkdir(place);
  await cp(join(repository, "package.json"), join(place, "package.json"));
  await symlink(join(repository, "dist"), join(place, "dist"), "junction");
}
