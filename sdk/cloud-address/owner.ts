import { createHash } from "node:crypto";
import * as pulumi from "../pulumi/pulumi";

/**
 * What an ownership marker says of its resource: the name, for people, and a digest of the URN, which no other resource
 * of any stack has. A promise and not an output: to depend on a component is to wait for its children, of which this
 * resource is one.
 *
 * @example
 * await ownerText(type, "kiosk-7", fleet); // "kiosk-7/0f1e2d3c4b5a"
 */
export function ownerText(type: string, name: string, parent: pulumi.Resource | undefined): Promise<string> {
  return new Promise((resolve) => {
    pulumi.createUrn(name, type, parent).apply((urn) => {
      resolve(`${name}/${createHash("sha256").update(urn).digest("hex").slice(0, 12)}`);
    });
  });
}
