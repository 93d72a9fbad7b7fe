/** What can be wrong, in the order in which it is reported. The names are part of the output for machines. */
export const findingKinds = [
  "orphan",
  "missing",
  "drift",
  "open-listener",
  "dangling-reference",
  "external-write",
] as const;

export type FindingKind = (typeof findingKinds)[number];

/** One thing that is wrong with one cloud address. */
export interface Finding {
  readonly kind: FindingKind;
  readonly cloudAddress: string;
  /** URN of the resource that has the address; of an orphan, that of the one it was made for, if that can be told. */
  readonly resource?: string;
  readonly detail: string;
}

/** The findings by kind, and by address within a kind. */
export function inOrder(findings: readonly Finding[]): Finding[] {
  const rank = ({ kind }: Finding) => findingKinds.indexOf(kind);
  return [...findings].sort(
    (left, right) => rank(left) - rank(right) || (left.cloudAddress < right.cloudAddress ? -1 : 1),
  );
}
