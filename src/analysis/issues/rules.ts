import type { Reason } from '#record/refusals.ts';

/** What has to be known of an issue to change it. */
export interface IssueStanding {
  id: string;
  roundtable_id: string;
  kind: string;
  title: string;
  /** The issue it was merged into. */
  into: string | null;
}

/** Issues of one kind and one roundtable are merged, and only by a person: that two say the same is a judgement. */
export function mergeIssuesRefusal(issue: IssueStanding, into: IssueStanding): Reason | null {
  if (issue.id === into.id) return 'issue.merge_itself';
  if (issue.roundtable_id !== into.roundtable_id) return 'issue.merge_elsewhere';
  if (issue.kind !== into.kind) return 'issue.merge_other_kind';
  return issue.into || into.into ? { code: 'issue.merged_already', values: { title: issue.into ? issue.title : into.title } } : null; // prettier-ignore
}

export function takeApartRefusal(issue: IssueStanding): Reason | null {
  return issue.into ? null : { code: 'issue.not_merged', values: { title: issue.title } };
}

/** Points move from one issue to another. */
export function moveRefusal({ issue, from }: { issue: string; from?: string | undefined }): Reason | null {
  return issue === from ? 'issue.moved_nowhere' : null;
}

/** A point lies under issues of the roundtable it was made in. */
export function placeRefusal(
  point: { roundtable_id: string; stands: boolean; state: string },
  issue: IssueStanding,
): Reason | null {
  if (point.roundtable_id !== issue.roundtable_id) return 'issue.point_elsewhere';
  return point.stands && point.state !== 'rejected' ? null : 'point.stands_no_more';
}
