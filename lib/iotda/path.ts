const SEGMENT = /^[A-Za-z0-9_-]{1,256}$/;

/** True for what can be one identifier of the platform: `../x`, `a/b` and `a?x=1` can not. */
export const isSegment = (text: string): boolean => SEGMENT.test(text);

/** Joins segments below the project's base path. Throws on a segment that could reach another path: ids are checked before. */
export function pathOf(projectId: string, segments: readonly string[]): string {
  for (const segment of [projectId, ...segments])
    if (!isSegment(segment)) throw new TypeError(`Not a path segment: ${JSON.stringify(segment)}`);
  return `/v5/iot/${[projectId, ...segments].join("/")}`;
}
