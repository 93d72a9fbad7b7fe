import { expect } from "chai";
import { ForeignProject } from "./foreign-project";

/** How projects resolve modules, what their package.json says that their files are, and how strict they are. */
const resolutions = [
  ["node16 as CommonJS", "commonjs", { module: "node16" }],
  [
    "node16 as CommonJS with exact optional properties",
    "commonjs",
    { module: "node16", exactOptionalPropertyTypes: true },
  ],
  ["node16 as ES modules", "module", { module: "node16", exactOptionalPropertyTypes: true }],
  ["bundler", "module", { module: "esnext", moduleResolution: "bundler" }],
] as const;

describe("the packed package in a TypeScript project", function () {
  this.timeout(60_000);
  const projects: ForeignProject[] = [];

  after(() => Promise.all(projects.map((project) => project.remove())));

  for (const [name, type, options] of resolutions) {
    it(`has types that accept what is right and refuse what is wrong, resolved by ${name}`, async () => {
      const project = await ForeignProject.create(type, ["typescript", "@types/node"]);
      projects.push(project);
      await project.copyPrograms("typescript");
      await project.write("tsconfig.json", JSON.stringify({ compilerOptions: { ...strict, ...options } }));
      expect(await compile(project)).to.equal("");
    });
  }
});

const strict = { target: "es2022", strict: true, noEmit: true, skipLibCheck: false, types: ["node"] };

/** Compiles the project, and returns what the compiler has to say. */
async function compile(project: ForeignProject): Promise<string> {
  try {
    return await project.run(process.execPath, "node_modules/typescript/lib/tsc.js", "--pretty", "false");
  } catch (error) {
    return (error as { stdout: string }).stdout;
  }
}
