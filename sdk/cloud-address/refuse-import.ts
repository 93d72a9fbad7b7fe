import * as pulumi from "../pulumi/pulumi";

/**
 * Refuses the option `import`, with which the engine reads a resource and does not tell by which code: dynamic providers
 * cannot do that, and would fail with an error that helps nobody.
 *
 * @throws RunError
 */
export function refuseImport(name: string, { import: id }: pulumi.CustomResourceOptions): void {
  if (id === undefined) return;
  throw new pulumi.RunError(
    `CloudAddress "${name}" has the option "import", which Pulumi's dynamic providers do not support. Give it the argument ` +
      `adopt: "${id}" instead, or run "npx vnc-cloud import ${id}", which writes a file for "pulumi import".`,
  );
}
