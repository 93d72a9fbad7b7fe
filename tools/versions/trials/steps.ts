import { deepEqual, notEqual } from "node:assert/strict";
import { withOneChangeAndOneReset } from "../../../tests/upgrade/recorded-stack";
import type { ForeignStack } from "./foreign-stack";

/** A step of a trial. It throws when something is not as it has to be. */
export interface Step {
  readonly name: string;
  readonly take: (stack: ForeignStack) => Promise<void>;
}

const previewsWithoutChanges: Step = {
  name: "a preview without changes and without a request",
  take: async (stack) => deepEqual(await stack.run("preview", "--expect-no-changes"), []),
};
const isRefreshed: Step = {
  name: "a refresh without changes, with one request for each address",
  take: async (stack) => {
    const requests = await stack.run("refresh", "--expect-no-changes");
    deepEqual(requests, Array(stack.addresses).fill("details"));
    await stack.expectPasswords();
  },
};
const isDestroyed: Step = {
  name: "a destroy that deletes every address",
  take: async (stack) => {
    const before = stack.addresses;
    deepEqual(await stack.run("destroy"), Array(before).fill("delete"));
    deepEqual(stack.addresses, 0);
  },
};

/** The life of a stack from its first deployment. */
export function lifeOf(program: string): readonly Step[] {
  return [
    {
      name: "a first up that creates the addresses",
      take: async (stack) => {
        await stack.write(program);
        const created = (await stack.run("up")).filter((operation) => operation === "create").length;
        notEqual(created, 0);
        deepEqual(stack.addresses, created);
        await stack.expectPasswords();
      },
    },
    {
      name: "a second up without a request",
      take: async (stack) => deepEqual(await stack.run("up", "--expect-no-changes"), []),
    },
    previewsWithoutChanges,
    isRefreshed,
    {
      name: "an up with one change and one reset",
      take: async (stack) => {
        await stack.write(withOneChangeAndOneReset(program));
        const requests = await stack.run("up");
        deepEqual(
          requests.filter((operation) => !["ready", "details"].includes(operation)),
          ["change", "reset"],
        );
        await stack.expectPasswords();
      },
    },
    isDestroyed,
  ];
}

/** What a state has to go through that others have left. */
export const stepsOfState: readonly Step[] = [previewsWithoutChanges, isRefreshed, isDestroyed];
