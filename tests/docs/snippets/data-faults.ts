import { parseAllDocuments } from "yaml";
import type { Snippet } from "./type-faults";

/** What is no JSON. */
export function jsonFaults(snippets: readonly Snippet[]): string[] {
  return snippets.flatMap(({ path, code }) => {
    try {
      JSON.parse(code);
      return [];
    } catch (error) {
      return [`${path}: ${(error as Error).message}`];
    }
  });
}

/** What is no YAML. */
export function yamlFaults(snippets: readonly Snippet[]): string[] {
  return snippets.flatMap(({ path, code }) =>
    [...parseAllDocuments(code)].flatMap(({ errors }) => errors.map(({ message }) => `${path}: ${message}`)),
  );
}
