import type { WriteStream } from "node:tty";

const clearLine = "\r\u001b[K";

/** What is going on right now: the last line of a terminal, rewritten in place and out of the way of what is written. */
export class StatusLine {
  private text = "";

  constructor(private readonly terminal: WriteStream) {}

  set(text: string): void {
    this.text = text;
    this.draw();
  }

  /** Writes whole lines above the status line. */
  writeAbove(lines: string): void {
    this.terminal.write((this.text === "" ? "" : clearLine) + lines);
    if (this.text !== "") this.draw();
  }

  private draw(): void {
    this.terminal.write(clearLine + this.text.slice(0, this.terminal.columns - 1));
  }
}
