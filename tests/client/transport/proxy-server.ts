import { createServer, request as forward, type IncomingMessage } from "node:http";
import { connect, type AddressInfo, type Socket } from "node:net";

/** A proxy on this machine: tunnels for https, forwarding for plain http. */
export class ProxyServer {
  static readonly #open = new Set<ProxyServer>();
  /** What it was asked for: `CONNECT host:port` or the absolute URL of a plain request. */
  readonly asked: string[] = [];
  readonly authorizations: (string | undefined)[] = [];
  readonly #server = createServer();
  readonly #sockets = new Set<Socket>();

  private constructor(refuseWith: number | undefined) {
    this.#server.on("connection", (socket: Socket) => this.#sockets.add(socket));
    this.#server.on("connect", (request: IncomingMessage, client: Socket, head: Buffer) => {
      this.asked.push(`CONNECT ${request.url}`);
      this.authorizations.push(request.headers["proxy-authorization"]);
      client.on("error", () => undefined);
      if (refuseWith !== undefined) {
        client.end(`HTTP/1.1 ${refuseWith} Refused\r\nContent-Length: 0\r\n\r\n`);
        return;
      }
      const [host = "", port] = (request.url ?? "").split(":");
      const target = connect(Number(port), host, () => {
        client.write("HTTP/1.1 200 Connection Established\r\n\r\n");
        target.write(head);
        target.pipe(client).pipe(target);
      });
      this.#sockets.add(target);
      target.on("error", () => client.destroy());
    });
    this.#server.on("request", (request, response) => {
      this.asked.push(request.url ?? "");
      this.authorizations.push(request.headers["proxy-authorization"]);
      const target = forward(
        request.url ?? "",
        { method: request.method, headers: request.headers },
        (answer) => {
          response.writeHead(answer.statusCode ?? 502, answer.headers);
          answer.pipe(response);
        },
      );
      request.pipe(target);
    });
  }

  /** @param refuseWith the status with which every tunnel is refused. */
  static async start(refuseWith?: number): Promise<ProxyServer> {
    const proxy = new ProxyServer(refuseWith);
    await new Promise<void>((resolve) => proxy.#server.listen(0, "127.0.0.1", resolve));
    ProxyServer.#open.add(proxy);
    return proxy;
  }

  /** Closes every proxy of the test that has ended, whether it passed or failed. */
  static async closeAll(): Promise<void> {
    await Promise.all([...ProxyServer.#open].map((proxy) => proxy.#close()));
  }

  url(userInfo = ""): string {
    return `http://${userInfo}127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async #close(): Promise<void> {
    ProxyServer.#open.delete(this);
    const closed = new Promise((resolve) => this.#server.close(resolve));
    for (const socket of this.#sockets) socket.destroy();
    await closed;
  }
}
