import Table from "cli-table3";
import type { JournalEntry } from "../../../emulator";
import type { Chapter } from "./chapter";
import { countRequests, writesAmong, type RequestCounts } from "./request-counts";

const operations = {
  create: "POST /static-address",
  ready: "GET /static-address/ADDRESS/ready",
  details: "GET /static-address/ADDRESS",
  change: "PUT /static-address/ADDRESS",
  reset: "POST /static-address/ADDRESS",
  delete: "DELETE /static-address/ADDRESS",
  list: "GET /static-address",
} as const;

export const totals: Chapter = {
  title: "What the service was asked in total",
  tell({ narrator, passwords, service }) {
    const all = service.requests();
    const byPulumi = all.filter(isOfPulumi);
    const byCurl = all.filter((request) => !isOfPulumi(request));
    narrator.screen.print(`${table(countRequests(byPulumi), countRequests(byCurl))}\n`);

    narrator.claim(
      "Nothing was asked in vain: three addresses lived, one edit, one reset",
      countRequests(byPulumi),
      {
        create: 3,
        // After each create, change and reset.
        ready: 5,
        // The same, and two refreshes of two addresses.
        details: 9,
        change: 1,
        reset: 1,
        delete: 3,
      },
    );
    const unconditional = writesAmong(byPulumi).filter(
      ({ operation, ifMatch }) => operation !== "create" && !/^"[^"]+"$/.test(ifMatch ?? ""),
    );
    narrator.claim(
      "Each change, reset and delete of Pulumi named the version that it was meant for",
      unconditional,
      [],
    );
    const secrets = [service.credentials.apiSecret, ...passwords];
    narrator.claim(
      `Neither the API secret nor one of the ${passwords.size} passwords appeared above`,
      secrets.filter((secret) => secret === "" || narrator.screen.printed.includes(secret)).length,
      0,
    );
    return Promise.resolve();
  },
};

function isOfPulumi({ userAgent }: JournalEntry): boolean {
  return userAgent?.startsWith("pulumi-vnc-cloud/") ?? false;
}

function table(byPulumi: RequestCounts, byCurl: RequestCounts): string {
  const rows = new Table({
    head: ["operation", "request", "Pulumi", "curl"],
    colAligns: ["left", "left", "right", "right"],
    chars: { mid: "", "left-mid": "", "mid-mid": "", "right-mid": "" },
    style: { head: [], border: [] },
  });
  for (const [operation, request] of Object.entries(operations) as [keyof typeof operations, string][]) {
    rows.push([operation, request, byPulumi[operation] ?? 0, byCurl[operation] ?? 0]);
  }
  return rows.toString();
}
