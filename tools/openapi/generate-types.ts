import { pathToFileURL } from "node:url";
import { join } from "node:path";
import openapiTypescript, { astToString } from "openapi-typescript";
import { repository } from "../repository";

const openapiFolder = join(repository, "openapi");

/** Our description of the VNC Cloud API. */
export const descriptionFile = join(openapiFolder, "vnc-cloud-1.1.yaml");

/** The TypeScript types that `npm run generate` makes of the description. */
export const typesFile = join(openapiFolder, "types.ts");

const header = "// Generated from vnc-cloud-1.1.yaml by `npm run generate`. Do not edit.\n\n";

/** Makes the text of {@link typesFile} of the description, without writing it. */
export async function generateTypes(): Promise<string> {
  const syntaxTree = await openapiTypescript(pathToFileURL(descriptionFile));
  return header + astToString(syntaxTree);
}
