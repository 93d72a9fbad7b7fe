import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "chai";
import { satisfies } from "semver";
import { repository } from "../../tools/repository";
import { countsOf, Stack, type Program } from "./support/stack";

interface Example {
  readonly program: Exclude<Program, string>;
  /** Names of its addresses. */
  readonly addresses: readonly string[];
  /** A text of a file of the program, and what a user makes of it. */
  readonly edit: readonly [file: string, before: string, after: string];
  /** Further arguments of the `up` that follows. */
  readonly up?: readonly string[];
  /** What it does, by resource. */
  readonly operations: Readonly<Record<string, string>>;
  /** And what it asks the service for. */
  readonly requests: Readonly<Record<string, number>>;
}

const oneChange = { change: 1, ready: 1, details: 1 };

const examples: Example[] = [
  {
    program: { example: "quickstart" },
    addresses: ["viewer", "server"],
    edit: ["index.ts", 'groups: ["support"] });', 'groups: ["support", "on call"] });'],
    operations: { viewer: "update" },
    requests: oneChange,
  },
  {
    program: { example: "quickstart", inClone: true },
    addresses: ["viewer", "server"],
    edit: [
      "examples/quickstart/index.ts",
      'accessControl: { groups: ["support"] }',
      'accessControl: { groups: ["admins"] }',
    ],
    operations: { server: "update" },
    requests: oneChange,
  },
  {
    program: { example: "viewer-and-servers" },
    addresses: ["viewer-kim", "viewer-lee", "kiosk-lobby", "kiosk-canteen", "pump"],
    edit: ["index.ts", 'groups: ["support", "on call"]', 'groups: ["support"]'],
    up: ["--replace", "**viewer-lee"],
    // The pump's access list follows Lee's address.
    operations: {
      "viewer-kim": "update",
      "viewer-lee": "create-replacement replace delete-replaced",
      pump: "update",
    },
    requests: { change: 2, create: 1, ready: 3, details: 3, delete: 1 },
  },
  {
    program: { example: "access-rules" },
    addresses: ["viewer-kim", "viewer-max", "pump-north", "pump-south", "test-bench"],
    edit: ["index.ts", 'groups: ["support", "interns"]', 'groups: ["interns"]'],
    operations: { "test-bench": "update" },
    requests: oneChange,
  },
  {
    program: { example: "typescript-esm" },
    addresses: ["viewer-kim", "viewer-lee", "server"],
    edit: [
      "technicians.json",
      '"kim": ["support", "on call"],',
      '"ada": ["support"],\n  "kim": ["on call", "support"],',
    ],
    operations: { "viewer-ada": "create" },
    requests: { create: 1, ready: 1, details: 1 },
  },
  {
    program: { example: "javascript" },
    addresses: ["viewer", "server"],
    edit: ["index.js", "passwordVersion: 1", "passwordVersion: 2"],
    operations: { server: "update" },
    requests: { reset: 1, ready: 1, details: 1 },
  },
];

describe("the examples under the real engine", function () {
  this.timeout(180_000);

  for (const { program, addresses, edit, up: words = [], operations, requests } of examples) {
    describe(program.inClone ? `${program.example}, from the root of a clone` : program.example, () => {
      let stack: Stack;
      before(async () => (stack = await Stack.create(program)));
      after(() => stack.dispose());

      it("is deployed as it is, with its types checked, and gives every address as an output", async () => {
        const up = await stack.up();
        expect(Object.keys(up.operations)).to.have.members(addresses);
        const count = addresses.length;
        expect(countsOf(up)).to.deep.equal({ create: count, ready: count, details: count });
        const outputs = JSON.stringify(await stack.outputs());
        for (const { id } of Object.values(await stack.state())) expect(outputs).to.contain(id);
      });

      it("does only what was edited, and then nothing more", async () => {
        // Its types have been checked above, which takes seconds.
        Object.assign(stack.environment, {
          PULUMI_NODEJS_TRANSPILE_ONLY: "true",
          TS_NODE_TRANSPILE_ONLY: "true",
        });
        await stack.edit(...edit);
        const up = await stack.up(...words);
        expect(up.operations).to.deep.equal(operations);
        expect(countsOf(up)).to.deep.equal(requests);
        await stack.expectSettled();
      });

      if (program.example === "typescript-esm") {
        it("is not even previewed when the compiler has an objection", async () => {
          for (const name of ["PULUMI_NODEJS_TRANSPILE_ONLY", "TS_NODE_TRANSPILE_ONLY"])
            delete stack.environment[name];
          await stack.edit("index.ts", 'action: "listen", accessControl', 'action: "connect", accessControl');
          const preview = await stack.attempt("preview");
          expect(preview).to.deep.include({ exitCode: 1, requests: [] });
          expect(preview.stdout).to.match(/error TS\d+/);
        });
      }

      it("is destroyed without a trace", async () => {
        await stack.destroy();
        expect(stack.emulator.snapshot().addresses).to.deep.equal([]);
      });
    });
  }

  for (const { program } of examples.filter(({ program }) => !program.inClone)) {
    it(`${program.example} asks for versions that it is tested with`, async () => {
      const versions = await manifestOf(join("examples", program.example));
      for (const [name, range] of Object.entries({ ...versions.dependencies, ...versions.devDependencies })) {
        const { version } = await manifestOf(join("node_modules", name));
        expect(satisfies(version, range), `${name} ${version} in ${range}`).to.equal(true);
      }
    });
  }
});

interface Manifest {
  version: string;
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
}

async function manifestOf(folder: string): Promise<Manifest> {
  return JSON.parse(await readFile(join(repository, folder, "package.json"), "utf8")) as Manifest;
}
