import { grouped } from './grouped.js';
import type { ShownFinding } from './validated-message.js';

/** A finding, and those that follow from it. */
export interface FoldedFinding {
  readonly finding: ShownFinding;
  readonly followers: readonly ShownFinding[];
}

/**
 * Puts each derived finding below the one that it follows from: of the findings with the code that it names, the nearest by line,
 * an earlier one before a later one. One whose cause is not there stands by itself. The order stays.
 */
export function fold(findings: readonly ShownFinding[]): readonly FoldedFinding[] {
  const byCode = grouped(findings, ({ code }) => code);
  const followers = new Map<ShownFinding, ShownFinding[]>();
  const roots = findings.filter((finding) => {
    const root = rootOf(finding, byCode);
    if (root === finding) return true;
    const known = followers.get(root);
    if (known === undefined) followers.set(root, [finding]);
    else known.push(finding);
    return false;
  });
  return roots.map((finding) => ({ finding, followers: followers.get(finding) ?? [] }));
}

type ByCode = ReadonlyMap<string, readonly ShownFinding[]>;

/** Up the chain of causes; whose chain goes round in a circle stands by itself. */
function rootOf(finding: ShownFinding, byCode: ByCode): ShownFinding {
  const seen = new Set<ShownFinding>();
  let at = finding;
  while (at.causedBy) {
    seen.add(at);
    const cause = nearest(at, byCode.get(at.causedBy) ?? []);
    if (cause === undefined) break;
    if (seen.has(cause)) return finding;
    at = cause;
  }
  return at;
}

function nearest(finding: ShownFinding, causes: readonly ShownFinding[]): ShownFinding | undefined {
  let best: ShownFinding | undefined;
  for (const cause of causes) {
    if (cause !== finding && (best === undefined || distance(finding, cause) < distance(finding, best))) best = cause;
  }
  return best;
}

function distance(finding: ShownFinding, cause: ShownFinding): number {
  const lines = (finding.line ?? 0) - (cause.line ?? 0);
  return lines >= 0 ? lines : 0.5 - lines;
}
