const clearLine = "\r\u001b[K";

/**
 * What is going on right now: on a terminal the last line of the screen, rewritten in place; elsewhere a line of its
 * own whenever the text changes, at most one each 20 seconds.
 */
export class StatusLine {
  private text = "";
  private lastPrinted = 0;

  constructor(
    private readonly stream: NodeJS.WriteStream,
    private readonly secondsBetweenLines = 20,
  ) {}

  set(text: string): void {
    if (text === this.text) return;
    this.text = text;
    if (this.stream.isTTY) this.draw();
    else this.printLine();
  }

  /** Takes the status line away while something else is written. */
  aside(write: () => void): void {
    if (this.stream.isTTY && this.text !== "") this.stream.write(clearLine);
    write();
    if (this.stream.isTTY) this.draw();
  }

  private draw(): void {
    this.stream.write(`${clearLine}${this.text.slice(0, this.stream.columns - 1)}`);
  }

  private printLine(): void {
    const now = Date.now();
    if (this.text === "" || now - this.lastPrinted < this.secondsBetweenLines * 1000) return;
    this.lastPrinted = now;
    this.stream.write(`${this.text}\n`);
  }
}
