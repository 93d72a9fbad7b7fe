import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { expect } from "chai";
import { parse } from "yaml";
import type { ProcessResult } from "../../tools/engine";
import { Stack, writesOf } from "./support/stack";

const recipes = resolve(__dirname, "../../examples/ci");
const program = (groups: string): string => `
  const viewer = new CloudAddress("viewer", { action: "connect", groups: ${groups} });
  const kiosk = new CloudAddress("kiosk", { action: "listen", accessControl: { groups: ["support"] } });
  const vault = new CloudAddress("vault", { action: "listen", accessControl: { groups: ["security"] } });
`;

/** What the recipes call and a test has not: they are there, do nothing, and leave what they were given. */
const absent = ["npm", "curl", "gh"].map((name) => `${name}() { echo "$@" >> calls.txt; }`).join("\n");

interface Step {
  readonly name: string;
  readonly script: string;
  readonly environment: Record<string, string>;
}

/** The steps of a recipe that are scripts. What a CI system puts in place of its expressions is not in them. */
async function stepsOf(file: string, job: string): Promise<Step[]> {
  const recipe = parse(await readFile(join(recipes, file), "utf8")) as Record<string, Job> & {
    jobs?: Record<string, Job>;
    default?: Job;
  };
  const { env, variables, script, steps = [] } = recipe.jobs?.[job] ?? recipe[job] ?? {};
  const environment = Object.fromEntries(
    Object.entries({ ...env, ...variables }).filter(([, value]) => !value.includes("${{")),
  );
  if (script !== undefined) {
    const lines = [...(recipe.default?.before_script ?? []), ...script];
    return [{ name: job, script: lines.join("\n"), environment }];
  }
  return steps.flatMap(({ name = "", run }) =>
    run === undefined ? [] : [{ name, script: run, environment }],
  );
}

interface Job {
  readonly env?: Record<string, string>;
  readonly variables?: Record<string, string>;
  readonly before_script?: string[];
  readonly script?: string[];
  readonly steps?: { readonly name?: string; readonly run?: string }[];
}

describe("the CI recipes under the real engine", function () {
  this.timeout(240_000);

  for (const { system, preview, up, drift, opened, drifted } of [
    {
      system: "GitHub",
      preview: ["github-actions/preview.yml", "preview"],
      up: ["github-actions/up.yml", "up"],
      drift: ["github-actions/drift.yml", "drift"],
      opened: { "No access is opened unseen": 3 },
      drifted: { Drift: 7, Audit: 2 },
    },
    {
      system: "GitLab",
      preview: ["gitlab/.gitlab-ci.yml", "preview"],
      up: ["gitlab/.gitlab-ci.yml", "up"],
      drift: ["gitlab/.gitlab-ci.yml", "drift"],
      opened: { preview: 3 },
      drifted: { drift: 7 },
    },
  ] as const) {
    describe(`for ${system}`, () => {
      let stack: Stack;
      before(async () => {
        stack = await Stack.create(program('["support"]'));
        await stack.up();
      });
      after(() => stack.dispose());

      /** Runs the steps, each whatever became of the one before, and returns the exit codes of those that fail. */
      async function failuresOf([file, job]: readonly [string, string]): Promise<Record<string, number>> {
        const failures: Record<string, number> = {};
        for (const { name, script, environment } of await stepsOf(file, job)) {
          const result: ProcessResult = await stack.shell(`${absent}\n${script}`, {
            PULUMI_STACK: "dev",
            GITHUB_STEP_SUMMARY: "summary.md",
            CI_MERGE_REQUEST_LABELS: "",
            ...environment,
          });
          if (result.exitCode !== 0) failures[name] = result.exitCode;
        }
        return failures;
      }

      it("a preview tells what a change opens, fails for it, and asks the service nothing", async () => {
        await stack.write(program('["support", "security"]'));
        stack.emulator.clearJournal();
        expect(await failuresOf(preview)).to.deep.equal(opened);
        expect(stack.emulator.journal()).to.deep.equal([]);
        expect(await readFile(join(stack.program, "access.md"), "utf8")).to.contain("vault");
        expect(await readFile(join(stack.program, "calls.txt"), "utf8")).to.contain("access.md");
      });

      it("up applies it, and then there is neither drift nor a finding", async () => {
        expect(await failuresOf(up)).to.deep.equal({});
        const { viewer } = await stack.state();
        expect(viewer?.outputs.groups).to.have.members(["support", "security"]);
        expect(await failuresOf(drift)).to.deep.equal({});
      });

      it("a drift job finds what somebody changed, and writes nothing", async () => {
        const { viewer } = await stack.state();
        stack.emulator.editAddress(viewer?.id as string, { groups: ["support", "intruders"] });
        stack.emulator.clearJournal();
        expect(await failuresOf(drift)).to.deep.equal(drifted);
        expect(writesOf({ requests: stack.emulator.journal() } as never)).to.deep.equal([]);
        await stack.up("--refresh");
        await stack.expectSettled();
      });
    });
  }
});
