/** Which of many lines of equal size are seen through a window. */
export interface VisiblePart {
  readonly first: number;
  readonly count: number;
}

/**
 * The lines seen.
 * @param scrolled How far the window is from the first line, in pixels.
 * @param space Height or width of the window.
 * @param size Height or width of a line.
 * @param total Number of lines.
 */
export function visiblePart(scrolled: number, space: number, size: number, total: number): VisiblePart {
  const fitting = Math.max(1, Math.floor(space / size));
  const first = Math.max(0, Math.min(Math.round(scrolled / size), total - fitting));
  return { first, count: Math.min(fitting, total - first) };
}

/** The first line that the window has to begin with so that a wanted one is seen, moved no further than needed. */
export function firstToShow({ first, count }: VisiblePart, wanted: number): number {
  if (wanted < first) return wanted;
  return wanted >= first + count ? wanted - count + 1 : first;
}
