import type { Difference } from './difference.js';

/** Places that are written out. */
const PLACES = 6;

/** Differences for the terminal: a line each, `PID-3  usage  O -> R`. */
export function differencesText(differences: readonly Difference[]): string {
  const rows = differences.map(
    ({ places, what, before, after }) => [placesText(places), what, change(before, after)] as const,
  );
  const width = (column: 0 | 1): number => Math.min(48, Math.max(0, ...rows.map((row) => row[column].length)));
  const [first, second] = [width(0), width(1)];
  return rows.map(([place, what, text]) => `${place.padEnd(first)}  ${what.padEnd(second)}  ${text}`).join('\n');
}

function placesText(places: readonly string[]): string {
  const left = places.length - PLACES;
  return `${places.slice(0, PLACES).join(', ')}${left > 0 ? ` and ${left} more` : ''}`;
}

function change(before: string | undefined, after: string | undefined): string {
  if (before === undefined) return `+ ${oneLine(after ?? '')}`;
  return after === undefined ? `- ${oneLine(before)}` : `${oneLine(before)} -> ${oneLine(after)}`;
}

function oneLine(text: string): string {
  return text.replaceAll(/\s*\n\s*/g, ' ');
}
