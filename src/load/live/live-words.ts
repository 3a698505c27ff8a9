/** `12,000` */
export function grouped(whole: number): string {
  return String(Math.round(whole)).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** `0.05 ms`, `1.2 ms`, `182 ms`, `12.3 s`; a dash for 0, which no answer can take: there was none. */
export function shortMs(ms: number): string {
  if (ms === 0) return '-';
  if (ms >= 10_000) return `${(ms / 1_000).toFixed(1)} s`;
  return `${ms >= 100 ? grouped(ms) : ms >= 1 ? ms.toFixed(1) : ms.toFixed(2)} ms`;
}

/** `0:05`, `12:00`, `1:00:00` */
export function clock(seconds: number): string {
  const two = (n: number): string => String(n).padStart(2, '0');
  const whole = Math.round(seconds);
  const minutes = Math.floor(whole / 60);
  const tail = two(whole % 60);
  return minutes < 60 ? `${minutes}:${tail}` : `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${tail}`;
}
