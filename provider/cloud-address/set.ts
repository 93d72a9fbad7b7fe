/**
 * Lists whose order and duplicates mean nothing (A17, A18) in a stable order: members that the earlier list had stay
 * where they were, new ones follow as they come. So a preview shows an addition as an addition, and a reordering as
 * nothing. Values that are equal in `identity` are the same member; unknown ones are never merged.
 */
export function stableSet<Member>(
  members: readonly Member[],
  earlier: readonly Member[],
  isDistinct: (member: Member) => boolean = () => false,
): Member[] {
  const wanted = new Set(members);
  const kept = earlier.filter((member, index) => wanted.has(member) && earlier.indexOf(member) === index);
  const seen = new Set(kept.filter((member) => !isDistinct(member)));
  const added = members.filter((member) => {
    if (isDistinct(member)) return !kept.includes(member);
    if (seen.has(member)) return false;
    seen.add(member);
    return true;
  });
  return [...kept, ...added];
}
