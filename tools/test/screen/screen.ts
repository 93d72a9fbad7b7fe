/** Where a stage shows what it does. */
export interface Section {
  print: (text: string) => void;
  /** Ends the section: the next one has its turn. */
  close: () => void;
}

interface WaitingText {
  text: string;
  closed: boolean;
}

/**
 * The output of stages that run at the same time, kept apart: sections appear one after the other in the order in
 * which they were opened. The first that has not ended is shown live, later ones wait for their turn.
 */
export class Screen {
  private readonly sections: WaitingText[] = [];
  private unfinishedLine = "";

  /** @param writeLines gets whole lines only, so that others may write between them. */
  constructor(private readonly writeLines: (lines: string) => void) {}

  open(): Section {
    const section: WaitingText = { text: "", closed: false };
    this.sections.push(section);
    return {
      print: (text) => {
        section.text += text;
        this.show();
      },
      close: () => {
        section.closed = true;
        this.show();
      },
    };
  }

  private show(): void {
    for (let first = this.sections[0]; first !== undefined; first = this.sections[0]) {
      this.write(first.text);
      first.text = "";
      if (!first.closed) return;
      if (this.unfinishedLine !== "") this.write("\n");
      this.sections.shift();
    }
  }

  private write(text: string): void {
    const lines = this.unfinishedLine + text;
    const end = lines.lastIndexOf("\n") + 1;
    this.unfinishedLine = lines.slice(end);
    if (end > 0) this.writeLines(lines.slice(0, end));
  }
}
