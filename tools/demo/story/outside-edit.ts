import { runProcess } from "../../engine/process/run-process";
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
    const answer = await put({ url, user: `${apiKey}:${apiSecret}`, body });
    narrator.say(answer.trim());

    narrator.claim("The service took it", answer.split("\r\n")[0], "HTTP/1.1 200 OK");
    const after = service.address(cloudAddress);
    narrator.claim(
      `The viewer is in both groups now, and its entity version went from ${viewer?.version} to ${after?.version}`,
      { groups: after?.groups, version: after?.version },
      { groups: ["support", "everyone"], version: (viewer?.version ?? 0) + 1 },
    );
  },
};

interface Put {
  readonly url: string;
  /** Name and password for HTTP Basic. */
  readonly user: string;
  readonly body: string;
}

/** Sends the request with curl, and shows its answer as curl does. Where there is no curl, this process sends the same. */
async function put({ url, user, body }: Put): Promise<string> {
  const type = "application/json";
  const words = ["-X", "PUT", "-u", user, "-H", `Content-Type: ${type}`, "-d", body, url];
  try {
    const { stdout } = await runProcess("curl", ["-i", "--silent", "--noproxy", "*", ...words], {
      env: process.env,
    });
    return stdout;
  } catch {
    const authorization = `Basic ${Buffer.from(user).toString("base64")}`;
    const headers = { authorization, "content-type": type };
    const { status, statusText } = await fetch(url, { method: "PUT", headers, body });
    return `HTTP/1.1 ${status} ${statusText}\r\n`;
  }
}
