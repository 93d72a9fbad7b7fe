import type { Chapter } from "./chapter";
import { writesAmong } from "./request-counts";

export const replacement: Chapter = {
  title: "Up replaces it",
  async tell({ narrator, pulumi, service }) {
    narrator.say("The new address is there before the old one goes.");
    const before = service.addresses().map(({ cloudAddress }) => cloudAddress);
    const old = service
      .addresses()
      .find(({ allowedActions }) => allowedActions[0] === "connect")?.cloudAddress;
    const requests = await service.requestsDuring(() => pulumi.show("up", "--yes", "--skip-preview"));

    const added = service.addresses().filter(({ cloudAddress }) => !before.includes(cloudAddress));
    narrator.claim(
      "There is one new address, and it listens",
      added.map(({ allowedActions, accessControl }) => ({ allowedActions, accessControl })),
      [{ allowedActions: ["listen"], accessControl: { groups: ["admins"] } }],
    );
    narrator.claim("The old address is gone", service.address(old ?? ""), undefined);
    narrator.claim(
      "Created first, deleted then",
      writesAmong(requests).map(({ operation, cloudAddress }) => ({ operation, cloudAddress })),
      [
        { operation: "create", cloudAddress: added[0]?.cloudAddress },
        { operation: "delete", cloudAddress: old },
      ],
    );
  },
};
