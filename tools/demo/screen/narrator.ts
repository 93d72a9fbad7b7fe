import { isDeepStrictEqual } from "node:util";
import type { ProgramEdit } from "../world/quickstart";
import { BrokenClaim } from "./broken-claim";
import type { Screen } from "./screen";

/** The forms in which the story is told. */
export class Narrator {
  #claims = 0;

  constructor(readonly screen: Screen) {}

  /** How many claims came true. */
  get claims(): number {
    return this.#claims;
  }

  heading(text: string): void {
    const rule = "─".repeat(Math.max(0, 76 - text.length));
    this.screen.print(`\n${this.screen.style(["bold", "cyan"], `── ${text} ${rule}`)}\n`);
  }

  say(text: string): void {
    this.screen.print(`${text}\n`);
  }

  /** A command line that is about to be run. */
  command(line: string): void {
    this.screen.print(this.screen.style("bold", `$ ${line}`));
  }

  listing(name: string, text: string): void {
    const bar = this.screen.style("dim", "│");
    const lines = text.trimEnd().split("\n");
    this.screen.print(
      [this.screen.style("dim", name), ...lines.map((line) => `${bar} ${line}`), ""].join("\n"),
    );
  }

  edit({ file, removed, added }: ProgramEdit): void {
    this.screen.print(
      [
        this.screen.style("dim", file),
        ...removed.map((line) => this.screen.style("red", `- ${line}`)),
        ...added.map((line) => this.screen.style("green", `+ ${line}`)),
        "",
      ].join("\n"),
    );
  }

  /** Claims that a command printed something of this form. */
  claimShown(text: string, output: string, pattern: RegExp): void {
    const expected = `output that matches ${pattern}`;
    this.claim(text, pattern.test(output) ? expected : "no such output, see above", expected);
  }

  /**
   * Says something that has just been found out to be so.
   *
   * @throws {@link BrokenClaim} if it is not.
   */
  claim(text: string, happened: unknown, expected: unknown): void {
    if (!isDeepStrictEqual(happened, expected)) throw new BrokenClaim(text, expected, happened);
    this.#claims += 1;
    this.screen.print(`${this.screen.style("green", "✓")} ${text}`);
  }
}
