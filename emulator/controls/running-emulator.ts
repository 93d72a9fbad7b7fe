import type { Emulator } from "../emulator";
import type { HttpServer } from "../server/http-server";
import { originAt } from "../server/origin";
import type { World } from "../server/world";
import { WorldControls } from "./world-controls";

/** The controls of an emulator that listens. */
export class RunningEmulator extends WorldControls implements Emulator {
  readonly endpoint: string;
  #closed: Promise<void> | undefined;

  /** @param stop called once, when the last connection has ended for good */
  constructor(
    world: World,
    readonly port: number,
    private readonly host: string,
    private readonly server: HttpServer,
    private readonly stop: () => Promise<void>,
  ) {
    super(world);
    this.endpoint = `${originAt(host, port)}/cloud/1.1`;
  }

  close(): Promise<void> {
    this.#closed ??= this.server.close().then(this.stop);
    return this.#closed;
  }

  refuseConnections(): Promise<void> {
    return this.server.close();
  }

  async acceptConnections(): Promise<void> {
    await this.server.listen(this.port, this.host);
  }
}
