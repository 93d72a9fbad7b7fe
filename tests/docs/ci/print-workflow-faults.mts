/** Prints, as JSON, what GitHub's own parser has to say about the workflow file that the command line names. */
import { readFileSync } from "node:fs";
import { convertWorkflowTemplate, NoOperationTraceWriter, parseWorkflow } from "@actions/workflow-parser";

const name = process.argv[2] ?? "";
const workflow = parseWorkflow({ name, content: readFileSync(name, "utf8") }, new NoOperationTraceWriter());
if (workflow.value !== undefined) await convertWorkflowTemplate(workflow.context, workflow.value);
const faults = workflow.context.errors.getErrors().map(({ message }) => message);
process.stdout.write(JSON.stringify(faults));
