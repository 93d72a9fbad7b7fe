import type { Emulator } from "../emulator";

/** The controls of an emulator, apart from where it listens. */
export type Controls = Omit<
  Emulator,
  "endpoint" | "port" | "close" | "refuseConnections" | "acceptConnections"
>;
