import type { Chapter } from "./chapter";
import { countRequests } from "./request-counts";

export const rotation: Chapter = {
  title: "Rotate a password",
  async tell({ narrator, passwords, pulumi, quickstart, service }) {
    narrator.say(
      "A passwordVersion that is added or changed resets the password. The address stays, and\n" +
        "`pulumi stack output serverPassword --show-secrets` tells the new password.",
    );
    narrator.edit(
      await quickstart.edit(
        'accessControl: { groups: ["support"] }',
        'accessControl: { groups: ["support"] }, passwordVersion: 1',
      ),
    );
    const { server: old } = await pulumi.addresses();
    const requests = await service.requestsDuring(() =>
      pulumi.show("up", "--yes", "--skip-preview", "--suppress-outputs"),
    );

    const now = await pulumi.addresses();
    for (const { password } of Object.values(now)) passwords.add(password);
    const { cloudAddress = "", password = "" } = now.server ?? {};
    narrator.claim("The address is the same", cloudAddress, old?.cloudAddress);
    narrator.claim(
      "The service refuses the old password",
      service.answerTo(cloudAddress, old?.password ?? ""),
      "refused",
    );
    narrator.claim("The service accepts the new one", service.answerTo(cloudAddress, password), "accepted");
    narrator.claim("One reset, and two reads", countRequests(requests), { reset: 1, ready: 1, details: 1 });
  },
};
