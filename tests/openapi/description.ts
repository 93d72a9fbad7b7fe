import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { descriptionFile } from "../../tools/openapi/generate-types";

/** The parts of the description that the tests read. */
interface Schema {
  readonly $ref?: string;
  readonly allOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema & { readonly enum?: readonly unknown[] }>>;
}
interface Example {
  readonly $ref?: string;
  readonly value?: { readonly errorCode: number; readonly errorMessage: string };
}
interface Response {
  readonly headers?: Readonly<Record<string, unknown>>;
  readonly content?: Readonly<
    Record<string, { readonly schema: Schema; readonly examples?: Readonly<Record<string, Example>> }>
  >;
}
interface Parameter {
  readonly $ref?: string;
  readonly name?: string;
  readonly in?: string;
}
export interface DescribedOperation {
  readonly operationId: string;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Readonly<Record<string, unknown>> };
  readonly responses: Readonly<Record<string, Response>>;
}
interface Description {
  readonly security: readonly Readonly<Record<string, unknown>>[];
  readonly servers: readonly { readonly url: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly components: {
    readonly schemas: Readonly<Record<string, Schema>>;
    readonly examples: Readonly<Record<string, Example>>;
    readonly parameters: Readonly<Record<string, Parameter>>;
    readonly securitySchemes: Readonly<Record<string, unknown>>;
  };
}

/** The API description as it is on disk. */
export const description = parse(readFileSync(descriptionFile, "utf8")) as Description;

const methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

/** Every operation of the description, by method and path: "POST /static-address". */
export const operations: ReadonlyMap<string, DescribedOperation> = new Map(
  Object.entries(description.paths).flatMap(([path, item]) =>
    Object.entries(item)
      .filter(([method]) => methods.includes(method))
      .map(
        ([method, operation]) =>
          [`${method.toUpperCase()} ${path}`, operation as DescribedOperation] as const,
      ),
  ),
);

/** The error codes that the schema of an operation's 400 allows: the last list of `allOf` is the narrow one. */
export function errorCodesOfSchema(operation: DescribedOperation): readonly unknown[] {
  const schema = operation.responses["400"]?.content?.["application/json"]?.schema;
  const resolved = description.components.schemas[nameOf(schema?.$ref)];
  return resolved?.allOf?.at(-1)?.properties?.["errorCode"]?.enum ?? [];
}

/** The error codes of which an operation's 400 has an example. */
export function errorCodesOfExamples(operation: DescribedOperation): readonly unknown[] {
  const examples = operation.responses["400"]?.content?.["application/json"]?.examples ?? {};
  return Object.values(examples).map(
    (example) => description.components.examples[nameOf(example.$ref)]?.value?.errorCode,
  );
}

/** The names of the request headers that an operation documents. */
export function requestHeaders(operation: DescribedOperation): readonly string[] {
  return (operation.parameters ?? [])
    .map((parameter) => description.components.parameters[nameOf(parameter.$ref)] ?? parameter)
    .filter((parameter) => parameter.in === "header")
    .map((parameter) => parameter.name ?? "");
}

function nameOf(reference: string | undefined): string {
  return reference?.split("/").at(-1) ?? "";
}
