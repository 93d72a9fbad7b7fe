import type { Row } from "../versions/results/row";
import { isStrike, strikeOf, type EngineFigures } from "../../tests/lives/figures";
import { meansOfInterruption, strikableOperations } from "../../tests/lives/life/life";
import type { LivesFigures } from "./measure";
import type { Suite } from "./suites";
import { versionsSection } from "./versions-section";

/** What the page tells. */
export interface Evidence {
  readonly suites: readonly { readonly suite: Suite; readonly cases: number }[];
  readonly lives: readonly LivesFigures[];
  readonly engineLives: LivesFigures<EngineFigures>;
  readonly versions: readonly Row[];
  readonly mutation?: { readonly noticed: number; readonly all: number };
}

/** The page of figures, in Markdown. */
export function evidencePage({ suites, lives, engineLives, versions, mutation }: Evidence): string {
  const seeds = lives.map(({ seed }) => `\`${seed}\``).join(", ");
  const [first] = lives;
  const perSeed = first?.figures.lives ?? 0;
  const names = Object.keys(first?.figures ?? {}) as (keyof LivesFigures["figures"])[];
  const total = (name: (typeof names)[number]): number =>
    lives.reduce((sum, { figures }) => sum + figures[name], 0);
  return `# Evidence

What has been tried, how often, and how to try it again. \`npm run evidence\` makes this page from what it measures; all that it counts passed.

## Tables of cases

| What | Cases | Again with |
| ---- | ----: | ---------- |
${suites.map(({ suite, cases }) => `| ${suite.title}: ${suite.about} | ${cases} | \`npx mocha ${suite.files.map((file) => `"${file}"`).join(" ")}\` |`).join("\n")}

Every case of a fault ends by asking the emulator whether the fault really happened, and whether an address was made twice.

## Random lives

A life is a random program and what happens to it: edits, \`up\`, \`preview\`, \`refresh\`, \`destroy\`, faults at any request, runs that are killed before or after a request was carried out, slow readiness, and somebody else who edits, resets and deletes. The provider's own code runs in it, against the emulator. After each step it has to hold that the service has nothing that neither the state nor a reported error explains, that no password which was returned is lost, that nobody's password is reset unasked, that every write has its condition and sends exactly what is declared, that nothing is written over what nobody has seen, and that no secret is in a message. After the faults one \`up\` makes everything as declared, and the next does nothing.

Seeds ${seeds}, ${perSeed} lives each; \`npm run lives -- --seed ${first?.seed ?? 1} --count ${perSeed}\` lives those of the first again.

| In all lives | |
| ------------ | --: |
${names.map((name) => `| ${name} | ${total(name)} |`).join("\n")}

## Random lives under the real engine

The same lives with Pulumi itself and with real processes: a run is ended when the service has a certain request, before or after it has carried it out, by killing everything (\`kill run\`), the command line alone (\`kill command\`) or the provider alone (\`kill provider\`), or is asked to end as by Ctrl-C (\`interrupt\`). After each such run the state is exported, imported, and has to be the same; what the service has must be explained by the state, a pending operation, or an error that was reported of that create; and what \`vnc-cloud audit\` finds must be exactly what is so left.

Seed \`${engineLives.seed}\`, ${engineLives.figures.lives} lives; again with \`npm run lives -- --engine --seed ${engineLives.seed} --count ${engineLives.figures.lives}\`. The figures differ a little from time to time, because the processes do.

| In all lives | |
| ------------ | --: |
${Object.entries(engineLives.figures)
  .filter(([name]) => !isStrike(name))
  .map(([name, count]) => `| ${name} | ${count} |`)
  .join("\n")}

What the service had just been asked for, or had just done, when the run was interrupted:

| | ${meansOfInterruption.join(" | ")} |
| --- | ${meansOfInterruption.map(() => "--:").join(" | ")} |
${strikableOperations.map((operation) => `| ${operation} | ${meansOfInterruption.map((means) => engineLives.figures[strikeOf(means, operation)]).join(" | ")} |`).join("\n")}

${versionsSection(versions)}

## Faults put into the code

${
  mutation === undefined
    ? "Not measured for this page: `npm run mutation`, then `npm run evidence`."
    : `Stryker put ${mutation.all} faults into the code that decides (\`stryker.config.mjs\` names it), one at a time; the tests noticed ${mutation.noticed} of them, which is ${((100 * mutation.noticed) / mutation.all).toFixed(1)} %. Again with \`npm run mutation\`; its report is \`reports/mutation/index.html\`.`
}
`;
}
