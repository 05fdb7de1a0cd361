/** What the middle pane shows, in the order in which one goes through it. */
export const views = ['points', 'proposed', 'again', 'untold', 'questions', 'issues', 'decided'] as const;

export type View = (typeof views)[number];

/** Views of rows that one goes through one by one, each with its keys. */
export function isOfPoints(view: View): boolean {
  return view !== 'again' && view !== 'issues' && view !== 'decided';
}

/** Those that are there only while there is something in them. */
export const passing: readonly View[] = ['again', 'untold', 'questions'];
