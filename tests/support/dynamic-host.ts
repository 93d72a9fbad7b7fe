import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { credentials, type ServiceError } from "@grpc/grpc-js";
import { ResourceProviderClient } from "@pulumi/pulumi/proto/provider_grpc_pb";
import * as messages from "@pulumi/pulumi/proto/provider_pb";
import { Status } from "@pulumi/pulumi/proto/status_pb";
import { Struct, type JavaScriptValue } from "google-protobuf/google/protobuf/struct_pb";
import { providerProperty, providerText } from "../../provider";

export type Bag = Record<string, unknown>;

/** An error of the host, with the half-made resource that it carries, if any. */
export class HostError extends Error {
  constructor(
    message: string,
    readonly status: number,
    readonly partial?: { id: string; properties: Bag; reasons: string[] },
  ) {
    super(message);
  }
}

/**
 * Pulumi's real dynamic provider host, in a process of its own, spoken to over gRPC as the engine does. It runs the
 * built package.
 */
export class DynamicHost {
  /** Everything that the process printed. */
  output = "";

  private constructor(
    private readonly process: ChildProcess,
    private readonly client: ResourceProviderClient,
  ) {}

  static async start(
    options: { environment?: NodeJS.ProcessEnv; configuration?: Record<string, string>; cwd?: string } = {},
  ): Promise<DynamicHost> {
    const child = spawn(
      process.execPath,
      [require.resolve("@pulumi/pulumi/cmd/dynamic-provider/index.js"), "127.0.0.1:1"],
      {
        cwd: options.cwd ?? process.cwd(),
        env: { PATH: process.env.PATH, PULUMI_NODEJS_PROJECT: "test", ...options.environment },
        stdio: ["ignore", "pipe", "pipe"],
      },
    );
    const lines = createInterface({ input: child.stdout });
    const [port] = (await once(lines, "line")) as [string];
    const client = new ResourceProviderClient(`127.0.0.1:${port}`, credentials.createInsecure());
    const host = new DynamicHost(child, client);
    lines.on("line", (line) => (host.output += `${line}\n`));
    child.stderr.on("data", (text) => (host.output += String(text)));
    const request = new messages.ConfigureRequest();
    request.setArgs(struct(options.configuration ?? {}));
    await call((callback) => client.configure(request, callback));
    return host;
  }

  get pid(): number {
    return this.process.pid as number;
  }

  async check(
    oldInputs: Bag,
    newInputs: Bag,
  ): Promise<{ inputs: Bag; failures: { property: string; reason: string }[] }> {
    const request = new messages.CheckRequest();
    request.setOlds(struct(oldInputs));
    request.setNews(struct(withProvider(newInputs)));
    const response = await call<messages.CheckResponse>((callback) => this.client.check(request, callback));
    return {
      inputs: bag(response.getInputs()),
      failures: response
        .getFailuresList()
        .map((failure) => ({ property: failure.getProperty(), reason: failure.getReason() })),
    };
  }

  async diff(
    id: string,
    state: Bag,
    newInputs: Bag,
  ): Promise<{ changes: boolean | undefined; replaces: string[] }> {
    const request = new messages.DiffRequest();
    request.setId(id);
    request.setOlds(struct(state));
    request.setNews(struct(withProvider(newInputs)));
    const response = await call<messages.DiffResponse>((callback) => this.client.diff(request, callback));
    const { DIFF_SOME, DIFF_NONE } = messages.DiffResponse.DiffChanges;
    const answers = new Map([
      [DIFF_SOME, true],
      [DIFF_NONE, false],
    ]);
    const changes = answers.get(response.getChanges());
    return { changes, replaces: response.getReplacesList() };
  }

  async create(inputs: Bag): Promise<{ id: string; state: Bag }> {
    const request = new messages.CreateRequest();
    request.setProperties(struct(withProvider(inputs)));
    const response = await call<messages.CreateResponse>((callback) => this.client.create(request, callback));
    return { id: response.getId(), state: bag(response.getProperties()) };
  }

  async read(id: string, state: Bag): Promise<{ id: string; state: Bag; inputs: Bag }> {
    const request = new messages.ReadRequest();
    request.setId(id);
    request.setProperties(struct(withProvider(state)));
    const response = await call<messages.ReadResponse>((callback) => this.client.read(request, callback));
    return { id: response.getId(), state: bag(response.getProperties()), inputs: bag(response.getInputs()) };
  }

  async update(id: string, state: Bag, newInputs: Bag): Promise<Bag> {
    const request = new messages.UpdateRequest();
    request.setId(id);
    request.setOlds(struct(state));
    request.setNews(struct(withProvider(newInputs)));
    const response = await call<messages.UpdateResponse>((callback) => this.client.update(request, callback));
    return bag(response.getProperties());
  }

  async delete(id: string, state: Bag): Promise<void> {
    const request = new messages.DeleteRequest();
    request.setId(id);
    request.setProperties(struct(state));
    await call((callback) => this.client.delete(request, callback));
  }

  async stop(signal: NodeJS.Signals = "SIGKILL"): Promise<void> {
    this.client.close();
    if (this.process.exitCode !== null || this.process.signalCode !== null) return;
    this.process.kill(signal);
    await once(this.process, "exit");
  }
}

function withProvider(properties: Bag): Bag {
  return { [providerProperty]: providerText, ...properties };
}

function struct(properties: Bag): Struct {
  return Struct.fromJavaScript(properties as Record<string, JavaScriptValue>);
}

function bag(properties: Struct | undefined): Bag {
  return properties?.toJavaScript() ?? {};
}

function call<Response>(
  start: (callback: (error: ServiceError | null, response: Response) => void) => unknown,
): Promise<Response> {
  return new Promise((resolve, reject) => {
    start((error, response) => (error === null ? resolve(response) : reject(hostError(error))));
  });
}

function hostError(error: ServiceError): HostError {
  const [details] = error.metadata?.get("grpc-status-details-bin") ?? [];
  if (details === undefined) return new HostError(error.details, error.code);
  const [detail] = Status.deserializeBinary(details as Uint8Array).getDetailsList();
  const failed = messages.ErrorResourceInitFailed.deserializeBinary(detail?.getValue_asU8() as Uint8Array);
  return new HostError(error.details, error.code, {
    id: failed.getId(),
    properties: bag(failed.getProperties()),
    reasons: failed.getReasonsList(),
  });
}
