import * as pulumi from "@pulumi/pulumi";
import { CloudAddress } from "pulumi-vnc-cloud";

const kim = new CloudAddress("viewer-kim", { action: "connect" });

export const viewers = [kim.cloudAddress];
// A secret here, and in every stack that refers to it.
export const credentials = pulumi.secret({
  kim: { cloudAddress: kim.cloudAddress, cloudPassword: kim.cloudPassword },
});
