import type { GroupView } from "@/lib/tasks/draft";

/** One line of the tree: `depth` counts from 0. */
export type GroupLine = { group: GroupView; depth: number };

const byName = (a: GroupView, b: GroupView): number => a.name.localeCompare(b.name);

/**
 * The groups as lines of a tree, children under their parent. A search keeps the groups whose name or description
 * holds it and what is above them. A group whose parent is not in the list stands at the top.
 */
export function groupLines(groups: readonly GroupView[], search: string): readonly GroupLine[] {
  const known = new Set(groups.map(({ id }) => id));
  const parentOf = ({ parentId }: GroupView): string | null =>
    parentId !== null && known.has(parentId) ? parentId : null;
  const wanted = search.trim().toLowerCase();
  const matches = ({ name, description }: GroupView): boolean =>
    `${name}\n${description}`.toLowerCase().includes(wanted);
  const children = new Map<string | null, GroupView[]>();
  for (const group of groups) children.set(parentOf(group), [...(children.get(parentOf(group)) ?? []), group]);

  const below = (parentId: string | null, depth: number): GroupLine[] =>
    (children.get(parentId) ?? []).toSorted(byName).flatMap((group) => {
      const under = below(group.id, depth + 1);
      return under.length > 0 || matches(group) ? [{ group, depth }, ...under] : [];
    });
  return below(null, 0);
}
