import type { Chapter } from "./chapter";

export const outsideEdit: Chapter = {
  title: "Somebody edits an address by curl",
  async tell({ narrator, service }) {
    narrator.say(
      "A colleague puts the viewer into a second group, everyone, past Pulumi. Without an\n" +
        "If-Match header the service takes any change.",
    );
    const viewer = service.addresses().find(({ allowedActions }) => allowedActions[0] === "connect");
    const { cloudAddress = "" } = viewer ?? {};
    const { apiKey, apiSecret } = service.credentials;
    const url = `${service.endpoint}/static-address/${cloudAddress}`;
    const body = JSON.stringify({
      cloudAddress,
      allowedActions: ["connect"],
      groups: ["support", "everyone"],
    });

    narrator.command(
      'curl -i -X PUT -u "$VNC_CLOUD_API_KEY:$VNC_CLOUD_API_SECRET" \\\n' +
        `    -H 'Content-Type: application/json' \\\n    -d '${body}' \\\n    ${url}`,
    );
    const response = await fetch(url, {
      method: "PUT",
      headers: {
        authorization: `Basic ${Buffer.from(`${apiKey}:${apiSecret}`).toString("base64")}`,
        "content-type": "application/json",
        "user-agent": "curl",
      },
      body,
    });
    narrator.say(`HTTP/1.1 ${response.status} ${response.statusText}`);

    narrator.claim("The service took it", response.status, 200);
    const after = service.address(cloudAddress);
    narrator.claim(
      `The viewer is in both groups now, and its entity version went from ${viewer?.version} to ${after?.version}`,
      { groups: after?.groups, version: after?.version },
      { groups: ["support", "everyone"], version: (viewer?.version ?? 0) + 1 },
    );
  },
};
