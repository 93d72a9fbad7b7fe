import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";
import addFormats from "ajv-formats";
import { parse } from "yaml";

const schema = join(__dirname, "../fixtures/gitlab-ci/ci.json");

/** What is wrong with a GitLab pipeline by GitLab's own schema. */
export function pipelineFaults(text: string): string[] {
  const ajv = new Ajv({ strict: false, allErrors: true });
  addFormats(ajv);
  const isValid = ajv.compile(JSON.parse(readFileSync(schema, "utf8")) as object);
  isValid(parse(text));
  return (isValid.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}
