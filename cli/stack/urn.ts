/** The type token of a CloudAddress in every state and preview. It never changes. */
export const cloudAddressType = "pulumi-nodejs:dynamic/vnc-cloud:CloudAddress";

/** What a URN says: `urn:pulumi:STACK::PROJECT::PARENT_TYPE$TYPE::NAME`. */
export interface Urn {
  readonly stack: string;
  readonly project: string;
  /** The resource's own type, without its parents'. */
  readonly type: string;
  readonly name: string;
}

/** Takes a URN apart; a name may itself contain `::`. Undefined if the text is no URN. */
export function parseUrn(text: string): Urn | undefined {
  const match = /^urn:pulumi:(.*?)::(.*?)::(.*?)::(.*)$/s.exec(text);
  if (!match) return undefined;
  const [stack, project, types, name] = match.slice(1) as [string, string, string, string];
  return { stack, project, type: types.slice(types.lastIndexOf("$") + 1), name };
}
