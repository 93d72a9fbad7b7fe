import { hasFailed } from "../versions/results/results-table";
import type { Row } from "../versions/results/row";

/** The section on versions: a line for each Node.js and SDK, a column for each form of programs. */
export function versionsSection(rows: readonly Row[]): string {
  return `## Versions of Node.js and of the SDK

${rows.length === 0 ? "Not measured for this page: `npm run versions`, then `npm run evidence`." : measured(rows)}`;
}

function measured(rows: readonly Row[]): string {
  const runtimes = [...new Set(rows.map(runtimeOf))].sort();
  const forms = [...new Set(rows.map(({ form }) => form))].sort();
  const states = new Set(rows.flatMap(({ trials }) => trials.slice(1).map(({ trial }) => trial)));
  const cell = (runtime: string, form: string): string => {
    const row = rows.find((candidate) => runtimeOf(candidate) === runtime && candidate.form === form);
    if (row === undefined) return "not tried";
    return hasFailed(row) ? "failed" : "✓";
  };
  return `The packed package, installed from its tarball in a project of its own, under the real engine. Each ✓ is a stack that was deployed, deployed again without a request, previewed without changes, refreshed, changed with a password reset, and destroyed; and then each state that others had left (${[...states].join(", ")}), which was previewed without changes and without a request, refreshed without changes, and destroyed. After the deployment, each refresh and the change the state held every valid password.

| Node.js, \`@pulumi/pulumi\` | ${forms.join(" | ")} |
| --- | ${forms.map(() => ":-:").join(" | ")} |
${runtimes.map((runtime) => `| ${runtime} | ${forms.map((form) => cell(runtime, form)).join(" | ")} |`).join("\n")}

Again with \`npm run versions\`, which needs the package registry.`;
}

function runtimeOf({ node, pulumi }: Row): string {
  return `${node}, ${pulumi}`;
}
