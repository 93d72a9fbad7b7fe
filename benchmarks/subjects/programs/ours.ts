import { CloudAddress } from "pulumi-vnc-cloud";

const group = process.env["BENCHMARK_GROUP"] as string;
const passwordVersion = process.env["BENCHMARK_PASSWORD_VERSION"] as string;

for (let index = 0; index < Number(process.env["BENCHMARK_COUNT"]); index += 1) {
  new CloudAddress(`device-${index}`, {
    action: "listen",
    accessControl: { groups: [group] },
    passwordVersion,
  });
}
