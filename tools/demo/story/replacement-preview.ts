import type { Chapter } from "./chapter";

export const replacementPreview: Chapter = {
  title: "The action changes: the preview announces a replacement",
  async tell({ narrator, pulumi, quickstart, service }) {
    narrator.say(
      "The viewer's computer is to be reached itself from now on: connect becomes listen. An\n" +
        "address keeps its action for life, so this takes a new address. What the preview marks\n" +
        "with - belongs to the old one, its password for instance, and goes with it.",
    );
    narrator.edit(
      await quickstart.edit(
        'action: "connect", groups: ["support"]',
        'action: "listen", accessControl: { groups: ["admins"] }',
      ),
    );
    let output = "";
    const requests = await service.requestsDuring(async () => {
      output = await pulumi.show("preview", "--diff", "--suppress-outputs");
    });
    narrator.claimShown("It announces one replacement", output, /\+-\s*1 to replace/);
    narrator.claimShown("It gives the reason: the action", output, /~ action\s*: "connect" => "listen"/);
    narrator.claim("The service was asked nothing", requests.length, 0);
  },
};
