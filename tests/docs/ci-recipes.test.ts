import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { parse } from "yaml";
import { repository } from "../../tools/repository";
import { pipelineFaults } from "./ci/pipeline-faults";
import { workflowFaults } from "./ci/workflow-faults";
import { commandFaults } from "./shell/command-faults";
import { simpleCommands } from "./shell/simple-commands";

const workflows = readdirSync(join(repository, "examples/ci/github-actions")).map(
  (file) => `examples/ci/github-actions/${file}`,
);
const pipeline = "examples/ci/gitlab/.gitlab-ci.yml";
const textOf = (file: string): string => readFileSync(join(repository, file), "utf8");

describe("the CI recipes", () => {
  for (const file of workflows) {
    it(`${file} is a workflow as GitHub's own parser wants it`, () => {
      expect(workflowFaults(file)).to.deep.equal([]);
    });
  }

  it(`${pipeline} is a pipeline as GitLab's own schema wants it`, () => {
    expect(pipelineFaults(textOf(pipeline))).to.deep.equal([]);
  });

  it("run commands that exist, with flags that exist", () => {
    const scripts = [...workflows.flatMap((file) => runsOf(textOf(file))), ...scriptsOf(textOf(pipeline))];
    expect(scripts).to.have.length.above(20);
    const faults = scripts
      .flatMap((script) => simpleCommands(script))
      .flatMap((command) => commandFaults(command));
    expect(faults).to.deep.equal([]);
  });

  it("give a preview of unreviewed code no key of the service", () => {
    const preview = textOf("examples/ci/github-actions/preview.yml");
    expect(preview).not.to.match(/secrets\.VNC_CLOUD/);
    const { preview: job } = parse(textOf(pipeline)) as { preview: { variables: Record<string, string> } };
    expect(job.variables).to.include({ VNC_CLOUD_API_KEY: "not-needed", VNC_CLOUD_API_SECRET: "not-needed" });
  });

  it("are known to be wrong when they are", () => {
    const folder = mkdtempSync(join(tmpdir(), "vnc-cloud-workflow-"));
    try {
      const file = join(folder, "wrong.yml");
      writeFileSync(
        file,
        "on: push\njobs:\n  a:\n    runs-on: x\n    steps:\n      - rum: echo ${{ secrets.X | 1 }}\n",
      );
      expect(workflowFaults(file)).not.to.deep.equal([]);
    } finally {
      rmSync(folder, { recursive: true });
    }
    expect(pipelineFaults("a: { script: [x], imagee: y }")).not.to.deep.equal([]);
  });
});

function runsOf(text: string): string[] {
  const { jobs } = parse(text) as { jobs: Record<string, { steps: { run?: string }[] }> };
  return Object.values(jobs).flatMap(({ steps }) => steps.flatMap(({ run }) => run ?? []));
}

function scriptsOf(text: string): string[] {
  const jobs = parse(text) as Record<string, { before_script?: string[]; script?: string[] }>;
  return Object.values(jobs).flatMap(({ before_script = [], script = [] }) => [...before_script, ...script]);
}
