/** A number of bytes for people, decimal. */
export function sizeOf(bytes: number): string {
  if (bytes >= 999_500) return `${Math.round(bytes / 1_000_000)} MB`;
  return bytes >= 10_000 ? `${Math.round(bytes / 1_000)} kB` : `${bytes} B`;
}
