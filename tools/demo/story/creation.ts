import type { Chapter } from "./chapter";
import { countRequests } from "./request-counts";

export const creation: Chapter = {
  title: "Declare two addresses, and create them",
  async tell({ narrator, passwords, pulumi, quickstart, service }) {
    narrator.say(
      "The program declares a viewer, which is in the group support, and a server that\n" +
        "admits the members of that group. `pulumi up` makes it so.",
    );
    narrator.listing("index.ts", await quickstart.read());
    await pulumi.initialize("dev");
    const requests = await service.requestsDuring(() => pulumi.show("up", "--yes", "--skip-preview"));

    const { viewer, server } = await pulumi.addresses();
    for (const address of [viewer, server]) passwords.add(address?.password ?? "");
    const held = service.addresses().map(({ cloudAddress, allowedActions, groups, accessControl }) => ({
      cloudAddress,
      allowedActions,
      ...(groups && { groups }),
      ...(accessControl && { accessControl }),
    }));
    narrator.claim(
      "The service has exactly these two addresses, as declared",
      held.sort((a, b) => a.allowedActions.join().localeCompare(b.allowedActions.join())),
      [
        { cloudAddress: viewer?.cloudAddress, allowedActions: ["connect"], groups: ["support"] },
        {
          cloudAddress: server?.cloudAddress,
          allowedActions: ["listen"],
          accessControl: { groups: ["support"] },
        },
      ],
    );
    narrator.claim("Three requests each: create, ask whether it is ready, read", countRequests(requests), {
      create: 2,
      ready: 2,
      details: 2,
    });
    narrator.claim(
      "The server's password is a secret of the stack, and the service accepts it",
      server && service.answerTo(server.cloudAddress, server.password),
      "accepted",
    );
  },
};
