/** `2025-03-11 09:30:00 UTC`; what is no time is shown as it is. */
export function dateTime(iso: string): string {
  const [, day, time] = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d:\d\d)/.exec(iso) ?? [];
  return day === undefined ? iso : `${day} ${time} UTC`;
}

/** `09:30:00.112` */
export function timeOfDay(iso: string): string {
  return /T(\d\d:\d\d:\d\d(?:\.\d+)?)/.exec(iso)?.[1] ?? iso;
}

/** Milliseconds for people: `< 1 ms`, `12 ms`, `3.4 s`, `2 min 05 s`. */
export function duration(ms: number): string {
  if (ms > 0 && ms < 1) return '< 1 ms';
  if (ms < 1_000) return `${Math.round(ms)} ms`;
  if (ms < 60_000) return `${(ms / 1_000).toFixed(1)} s`;
  const seconds = Math.round(ms / 1_000);
  return `${Math.floor(seconds / 60)} min ${String(seconds % 60).padStart(2, '0')} s`;
}

/** From one ISO time to another in milliseconds; 0 where one of them is missing. */
export function between(start: string, end: string | undefined): number {
  const ms = Date.parse(end ?? '') - Date.parse(start);
  return Number.isFinite(ms) && ms > 0 ? ms : 0;
}
