import type { Chapter } from "./chapter";
import { countRequests } from "./request-counts";

export const destruction: Chapter = {
  title: "Destroy",
  async tell({ narrator, pulumi, service }) {
    narrator.say("What the stack made, the stack takes away.");
    const requests = await service.requestsDuring(() => pulumi.show("destroy", "--yes", "--skip-preview"));
    narrator.claim("The service has no address left", service.addresses(), []);
    narrator.claim("The state has none either", await pulumi.addresses(), {});
    narrator.claim("One request each", countRequests(requests), { delete: 2 });
  },
};
