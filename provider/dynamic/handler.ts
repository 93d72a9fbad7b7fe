import type * as dynamic from "@pulumi/pulumi/dynamic";
import type { Timing } from "../../client";
import { check } from "../check/check";
import type { CloudAddressInputs } from "../cloud-address/inputs";
import type { CloudAddressState } from "../cloud-address/state";
import { Configuration } from "../configuration/configuration";
import { create } from "../create/create";
import { deleteAddress } from "../delete/delete-address";
import { diff } from "../diff/diff";
import { read } from "../read/read";
import type { Session } from "../session/session";
import { Sessions } from "../session/sessions";
import { update } from "../update/update";
import { PartialFailure } from "../write/partial-failure";
import { failureOf } from "./failure";
import { collectGarbageEarly } from "./heap";
import { providerProperty, withoutProvider, withoutUndefined, type Properties } from "./properties";

/** What tests put in place of the real surroundings. */
export interface HandlerOptions {
  readonly timing?: Timing;
  readonly warn?: (message: string) => void;
}

type DynamicProvider = Required<dynamic.ResourceProvider<Properties, Properties>>;

/**
 * The provider as Pulumi's dynamic host calls it. Every resource's `__provider` text asks for one of these, so this
 * name and its methods stay for ever: old state always runs the installed package.
 */
export function handler({ timing, warn = printWarning }: HandlerOptions = {}): DynamicProvider {
  let configuration = new Configuration();
  let sessions = new Sessions(configuration, warn, timing);

  async function run<Result>(
    source: Properties,
    recorded: string | undefined,
    action: (properties: Properties, session: () => Session) => Promise<Result>,
  ): Promise<Result> {
    const properties = withoutProvider(source);
    const { account, __owner: owner } = properties as unknown as Partial<CloudAddressInputs>;
    const session = () => sessions.for(account, owner, recorded);
    try {
      return await action(properties, session);
    } catch (error) {
      throw failureOf(explained(error, session), source[providerProperty]);
    }
  }

  return {
    // Not async: the host hands the provider to other calls before this has finished.
    configure({ config }) {
      configuration = new Configuration(config);
      sessions = new Sessions(configuration, warn, timing);
      collectGarbageEarly();
      return Promise.resolve();
    },

    check: (oldInputs, newInputs) =>
      run(newInputs, undefined, (properties) => {
        const { __owner: owner } = properties as unknown as Partial<CloudAddressInputs>;
        if (oldInputs.action !== undefined) {
          // The earlier one too: the address carries its marker until the update of a renamed resource.
          for (const known of [owner, oldInputs.__owner as string | undefined]) {
            if (known !== undefined) sessions.known(known);
          }
        }
        const { inputs, faults } = check(withoutProvider(oldInputs), properties, {
          openListeners: () => configuration.openListeners(),
          ownershipGroup: () => configuration.ownershipGroup(),
          account: (account) => sessions.of(account),
        });
        return Promise.resolve({ inputs: withoutUndefined(inputs), failures: [...faults] });
      }),

    diff: (id, state, newInputs) =>
      run(newInputs, undefined, (properties) => {
        const inputs = properties as unknown as CloudAddressInputs;
        if (inputs.adopt === id) sessions.adoptions.declared(id);
        sessions.adoptions.managed(id);
        const { changes, replaces } = diff(
          id,
          withoutProvider(state) as unknown as CloudAddressState,
          inputs,
        );
        return Promise.resolve({ changes, replaces: [...replaces] });
      }),

    create: (inputs) =>
      run(inputs, undefined, async (properties, session) => {
        const state = await create(session(), properties as unknown as CloudAddressInputs);
        return { id: state.cloudAddress, outs: withoutUndefined(state) };
      }),

    read: (id, state = {}) =>
      run(state, markerOf(state), async (properties, session) => {
        const result = await read(session(), id, properties);
        if (result === undefined) return {};
        return { id, props: withoutUndefined(result.state), inputs: withoutUndefined(result.inputs) };
      }),

    update: (id, state, newInputs) =>
      run(newInputs, markerOf(state), async (properties, session) => {
        const known = withoutProvider(state) as unknown as CloudAddressState;
        const next = await update(session(), id, known, properties as unknown as CloudAddressInputs);
        return { outs: withoutUndefined(next) };
      }),

    delete: (_id, state) =>
      run(state, markerOf(state), async (properties, session) => {
        const known = properties as unknown as CloudAddressState;
        sessions.adoptions.refuseToDelete(known);
        await deleteAddress(session(), known);
      }),
  };
}

function markerOf(state: Properties): string | undefined {
  return (state as Partial<CloudAddressState>).__ownership;
}

function explained(error: unknown, session: () => Session): unknown {
  if (!(error instanceof PartialFailure)) return explainedBy(error, session);
  return new PartialFailure(error.state, explainedBy(error.cause, session));
}

function explainedBy(error: unknown, session: () => Session): unknown {
  try {
    return session().explain(error);
  } catch {
    // Without a session there was no request whose credentials could be explained.
    return error;
  }
}

function printWarning(message: string): void {
  // What the provider process prints reaches the user as a message of the stack.
  // eslint-disable-next-line no-console
  console.warn(message);
}
