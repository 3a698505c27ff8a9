/** The versions of HL7 v2 that we hold, oldest first. */
export const STANDARD_VERSIONS = ['2.1', '2.2', '2.3', '2.3.1', '2.4', '2.5', '2.5.1', '2.6', '2.7', '2.7.1'] as const;

export type StandardVersion = (typeof STANDARD_VERSIONS)[number];

export function isStandardVersion(text: string): text is StandardVersion {
  return STANDARD_VERSIONS.some((version) => version === text);
}

/** The newest version that we hold and that is not newer than MSH-12; 2.5.1 where MSH-12 says nothing. */
export function nearestVersion(msh12: string): StandardVersion {
  if (isStandardVersion(msh12)) return msh12;
  if (!/^2\.\d/.test(msh12)) return '2.5.1';
  return STANDARD_VERSIONS.findLast((version) => compareVersions(version, msh12) <= 0) ?? '2.1';
}

/** Negative where `a` is older than `b`. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [a, b].map((version) => version.split('.').map(Number));
  for (let i = 0; i < 3; i++) {
    const difference = (left?.[i] ?? 0) - (right?.[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
