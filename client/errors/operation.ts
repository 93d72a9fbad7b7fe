/**
 * The seven operations of the VNC Cloud API (rule 2) by the short name that errors carry, and `configure` for
 * faults of the client's own options, which are found before any request.
 */
export type Operation = "configure" | "create" | "list" | "ready" | "details" | "change" | "reset" | "delete";

/** What an error message says the client was about to do. */
export const operationPhrases: Readonly<Record<Operation, string>> = {
  configure: "use the VNC Cloud client",
  create: "create a cloud address",
  list: "list the cloud addresses",
  ready: "ask whether the cloud address is ready",
  details: "read the cloud address",
  change: "change the cloud address",
  reset: "reset the password of the cloud address",
  delete: "delete the cloud address",
};

/** Whether the operation can change something at the service. */
export function writes(operation: Operation): boolean {
  switch (operation) {
    case "create":
    case "change":
    case "reset":
    case "delete":
      return true;
    case "configure":
    case "list":
    case "ready":
    case "details":
      return false;
  }
}
