/** Which parts can be reached from the package's own relationships: what a removed sheet leaves behind goes too. */
import type { PackageEdits } from './package-edits';

export function reachableParts(edits: PackageEdits): Set<string> {
  const reached = new Set<string>();
  const toVisit = [''];
  for (let source = toVisit.pop(); source !== undefined; source = toVisit.pop()) {
    for (const { path } of edits.relationships(source)) {
      if (path === null || reached.has(path) || !edits.has(path)) continue;
      reached.add(path);
      toVisit.push(path);
    }
  }
  return reached;
}
