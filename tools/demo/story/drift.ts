import type { Chapter } from "./chapter";
import { countRequests } from "./request-counts";

export const drift: Chapter = {
  title: "The preview shows the drift, field by field",
  async tell({ narrator, pulumi, service }) {
    narrator.say(
      "With --refresh, Pulumi reads the addresses first. The output shows what the service has\n" +
        "against what Pulumi knew, and then what `up` would do about it.",
    );
    let output = "";
    const requests = await service.requestsDuring(async () => {
      output = await pulumi.show("preview", "--refresh", "--diff");
    });
    const [found = "", planned = ""] = output.split("(same)");
    narrator.claimShown("It found the group that was added outside", found, /\+ \[\d\]: "everyone"/);
    narrator.claimShown("It plans to take that group out again", planned, /- \[\d\]: "everyone"/);
    narrator.claim("Nothing was written: one read for each address", countRequests(requests), { details: 2 });
  },
};
