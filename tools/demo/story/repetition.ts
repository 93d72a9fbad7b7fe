import type { Chapter } from "./chapter";
import { writesAmong } from "./request-counts";

export const repetition: Chapter = {
  title: "Run it again: nothing to do",
  async tell({ narrator, pulumi, service }) {
    narrator.say("The program has not changed, so there is nothing to change at the service.");
    let output = "";
    const requests = await service.requestsDuring(async () => {
      output = await pulumi.show("up", "--yes", "--skip-preview", "--suppress-outputs");
    });
    narrator.claimShown("Pulumi says that all is unchanged", output, /\b3 unchanged/);
    narrator.claim(
      "The service counted 0 requests that write, and 0 in all",
      { writes: writesAmong(requests).length, all: requests.length },
      { writes: 0, all: 0 },
    );
  },
};
