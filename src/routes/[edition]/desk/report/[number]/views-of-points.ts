/** What the middle pane shows, in the order in which one goes through it. */
export const views = ['points', 'proposed', 'again', 'issues', 'decided'] as const;

export type View = (typeof views)[number];

/** Views of rows that one goes through one by one, each with its keys. */
export function isOfPoints(view: View): boolean {
  return view === 'points' || view === 'proposed';
}
