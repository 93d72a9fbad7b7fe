import { styleText, stripVTControlCharacters } from "node:util";
import ora from "ora";

type Format = Parameters<typeof styleText>[0];

/** Where the story is told: coloured and with a spinner on a terminal, plain text elsewhere. */
export class Screen {
  readonly coloured: boolean;
  #printed = "";

  constructor(private readonly output: NodeJS.WriteStream) {
    this.coloured = output.isTTY && process.env.NO_COLOR === undefined;
  }

  /** All that appeared, without colours. */
  get printed(): string {
    return this.#printed;
  }

  print(text: string): void {
    this.record(text);
    this.output.write(`${text}\n`);
  }

  /** Notes what something else wrote to the same place. */
  record(text: string): void {
    this.#printed += `${stripVTControlCharacters(text)}\n`;
  }

  style(format: Format, text: string): string {
    return this.coloured ? styleText(format, text) : text;
  }

  /** Shows, on a terminal, that something goes on; what is written meanwhile appears above. */
  async during<Result>(text: string, work: Promise<Result>): Promise<Result> {
    const { output } = this;
    const spinner = ora({
      text,
      stream: output,
      // A terminal that does not say how wide it is has 0 columns, in which the spinner would take up infinitely many lines.
      isSilent: !output.isTTY || output.columns === 0,
      color: this.coloured && "cyan",
      discardStdin: false,
    });
    spinner.start();
    try {
      return await work;
    } finally {
      spinner.stop();
    }
  }
}
