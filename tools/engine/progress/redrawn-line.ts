import type { WriteStream } from "node:tty";
import { Format, Presets, SingleBar } from "cli-progress";
import type { ProgressDisplay } from "./progress-display";

/** For a terminal: one line that is redrawn, with a bar where the part that is done is known. */
export function redrawnLine(stream: WriteStream): ProgressDisplay {
  const bar = new SingleBar(
    {
      stream,
      clearOnComplete: true,
      hideCursor: true,
      // The part of the line that the text needs is not known to the library.
      barsize: 24,
      format: (options, { progress }, payload: { text: string; known: boolean }) => {
        const drawn = payload.known ? `${Format.BarFormat(progress, options)} ` : "";
        return `${drawn}${payload.text}`;
      },
    },
    Presets.shades_classic,
  );
  let started = false;
  return {
    onProgress(text, done) {
      const payload = { text, known: done !== undefined };
      if (!started) bar.start(1, done ?? 0, payload);
      else bar.update(done ?? 0, payload);
      started = true;
    },
    close() {
      if (started) bar.stop();
    },
  };
}
