import { StatusLine } from "./status-line";

interface Section {
  waiting: string[];
  closed: boolean;
}

/**
 * The output of stages that run at the same time, kept apart: sections appear one after the other in the order in
 * which they were opened. The first that has not ended is shown live, later ones wait for their turn.
 */
export class Screen {
  private readonly sections: Section[] = [];
  private readonly statusLine: StatusLine;
  private unfinished = "";

  constructor(private readonly stream: NodeJS.WriteStream) {
    this.statusLine = new StatusLine(stream);
  }

  /** Opens the next section: `print` adds to it, `close` ends it. */
  open(): { print: (text: string) => void; close: () => void } {
    const section: Section = { waiting: [], closed: false };
    this.sections.push(section);
    return {
      print: (text) => {
        section.waiting.push(text);
        this.show();
      },
      close: () => {
        section.closed = true;
        this.show();
      },
    };
  }

  /** A short text on what is going on; see {@link StatusLine}. */
  status(text: string): void {
    this.statusLine.set(text);
  }

  private show(): void {
    for (let first = this.sections[0]; first !== undefined; first = this.sections[0]) {
      this.write(first.waiting.splice(0).join(""));
      if (!first.closed) return;
      if (this.unfinished !== "") this.write("\n");
      this.sections.shift();
    }
  }

  /** Writes whole lines only, so that a status line never lands inside one. */
  private write(text: string): void {
    const lines = this.unfinished + text;
    const end = lines.lastIndexOf("\n") + 1;
    this.unfinished = lines.slice(end);
    if (end > 0) this.statusLine.aside(() => this.stream.write(lines.slice(0, end)));
  }
}
