/**
 * Lists whose order and duplicates mean nothing (A17, A18) in a stable order: members that the earlier list had stay
 * where they were, new ones follow as they come. So a preview shows an addition as an addition, and a reordering as
 * nothing. Distinct members are never merged: two unknown ones may turn out to be different.
 */
export function stableSet<Member>(
  members: readonly Member[],
  earlier: readonly Member[],
  isDistinct: (member: Member) => boolean = () => false,
): Member[] {
  const wanted = new Set(members);
  const kept = earlier.filter(
    (member, index) => wanted.has(member) && !isDistinct(member) && earlier.indexOf(member) === index,
  );
  const seen = new Set(kept);
  const added = members.filter((member) => {
    if (isDistinct(member)) return true;
    if (seen.has(member)) return false;
    seen.add(member);
    return true;
  });
  return [...kept, ...added];
}
