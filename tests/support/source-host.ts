import { handler, providerProperty, providerText } from "../../provider";
import { FakeTiming } from "../client/fake-timing";
import { HostError, type Bag } from "./dynamic-host";

type Provider = ReturnType<typeof handler>;

/**
 * The dynamic host's side of the provider without its process: the sources run in this one, and pauses take no time.
 * For `npm run mutation`, which changes the sources and runs the tests once for each change.
 */
export class SourceHost {
  /** The clock of all of them, which moves on in pauses. */
  static readonly timing = new FakeTiming();
  /** Everything that the provider warned of. */
  output = "";
  readonly #provider: Provider;

  private constructor(environment: NodeJS.ProcessEnv) {
    this.#provider = handler({
      timing: SourceHost.timing,
      warn: (message) => (this.output += `${message}\n`),
    });
    const get = (key: string): string | undefined => environment[variableOf(key)];
    void this.#provider.configure({ config: { get } as never });
  }

  static start({ environment = {} }: { environment?: NodeJS.ProcessEnv }): Promise<SourceHost> {
    return Promise.resolve(new SourceHost(environment));
  }

  async check(oldInputs: Bag, newInputs: Bag): Promise<{ inputs: Bag; failures: unknown[] }> {
    const { inputs, failures = [] } = await this.#provider.check(sent(oldInputs), sent(newInputs));
    return { inputs: sent(inputs), failures };
  }

  async diff(
    id: string,
    state: Bag,
    inputs: Bag,
  ): Promise<{ changes: boolean | undefined; replaces: string[] }> {
    const { changes, replaces = [] } = await this.#provider.diff(id, sent(state), sent(inputs));
    return { changes, replaces };
  }

  async create(inputs: Bag): Promise<{ id: string; state: Bag }> {
    const { id, outs } = await called(this.#provider.create(sent(inputs)));
    return { id, state: sent(outs) };
  }

  async read(id: string, state: Bag): Promise<{ id: string; state: Bag; inputs: Bag }> {
    const { id: found = "", props, inputs } = await called(this.#provider.read(id, sent(state)));
    return { id: found, state: sent(props), inputs: sent(inputs) };
  }

  async update(id: string, state: Bag, inputs: Bag): Promise<Bag> {
    const { outs } = await called(this.#provider.update(id, sent(state), sent(inputs)));
    return sent(outs);
  }

  async delete(id: string, state: Bag): Promise<void> {
    await called(this.#provider.delete(id, sent(state)));
  }

  stop(): Promise<void> {
    return Promise.resolve();
  }
}

/** `VNC_CLOUD_API_KEY` for `vnc-cloud:apiKey`. */
function variableOf(key: string): string {
  return key
    .replace(/[A-Z]/g, (letter) => `_${letter}`)
    .replace(/[-:]/g, "_")
    .toUpperCase();
}

function sent(properties: Bag = {}): Bag {
  return { [providerProperty]: providerText, ...(JSON.parse(JSON.stringify(properties)) as Bag) };
}

async function called<Result>(call: Promise<Result>): Promise<Result> {
  try {
    return await call;
  } catch (error) {
    const { message, id, properties, reasons } = error as Error & {
      id?: string;
      properties?: Bag;
      reasons?: string[];
    };
    const partial =
      id === undefined ? undefined : { id, properties: properties ?? {}, reasons: reasons ?? [] };
    throw new HostError(message, 2, partial);
  }
}
