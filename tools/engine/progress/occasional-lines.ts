import type { ProgressDisplay } from "./progress-display";

/** For a pipe or a log: a line when something new begins, and one for each tenth that is done of it. */
export function occasionalLines(write: (line: string) => void): ProgressDisplay {
  let subject: string | undefined;
  let lastTenth = 0;
  return {
    onProgress(text, done = 0) {
      const tenth = Math.floor(done * 10);
      // Counts change all the time; what is being done does not.
      const newSubject = text.replace(/\d+/g, "");
      if (newSubject === subject && tenth <= lastTenth) return;
      subject = newSubject;
      lastTenth = tenth;
      write(text);
    },
    close: () => undefined,
  };
}
