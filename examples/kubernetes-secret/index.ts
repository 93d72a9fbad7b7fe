import * as pulumi from "@pulumi/pulumi";
import { CloudAddress } from "pulumi-vnc-cloud";
import { writeSecretFile } from "./secret-file";

const pump = new CloudAddress("pump", { action: "listen", accessControl: { groups: ["support"] } });

const manifest = pulumi.jsonStringify({
  apiVersion: "v1",
  kind: "Secret",
  metadata: { name: "pump-vnc" },
  type: "Opaque",
  stringData: { cloudAddress: pump.cloudAddress, cloudPassword: pump.cloudPassword },
});

writeSecretFile("pump-secret.json", manifest);

export const pumpAddress = pump.cloudAddress;
