import type { Chapter } from "./chapter";
import { writesAmong } from "./request-counts";

export const repair: Chapter = {
  title: "Up repairs it",
  async tell({ narrator, pulumi, service }) {
    narrator.say(
      "The write is conditional: it names the entity version that was just read, so it could\n" +
        "not run over yet another edit.",
    );
    const requests = await service.requestsDuring(() =>
      pulumi.show("up", "--refresh", "--yes", "--skip-preview", "--suppress-outputs"),
    );
    const viewer = service.addresses().find(({ allowedActions }) => allowedActions[0] === "connect");
    narrator.claim("The viewer is in the group support only, as declared", viewer?.groups, ["support"]);
    narrator.claim(
      'One write: a PUT with If-Match: "2"',
      writesAmong(requests).map(({ method, ifMatch }) => ({ method, ifMatch })),
      [{ method: "PUT", ifMatch: '"2"' }],
    );
  },
};
