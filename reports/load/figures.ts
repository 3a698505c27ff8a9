/** `120,000` */
export function grouped(whole: number): string {
  return String(Math.round(whole)).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** Milliseconds for people, to about three digits: `0.047 ms`, `1.23 ms`, `12.3 ms`, `1,820 ms`, `12.3 s`. */
export function latency(ms: number): string {
  if (!Number.isFinite(ms)) return 'not measured';
  if (ms >= 10_000) return `${(ms / 1_000).toFixed(1)} s`;
  if (ms >= 100) return `${grouped(ms)} ms`;
  return `${ms.toFixed(ms >= 10 ? 1 : ms >= 0.1 ? 2 : 3)} ms`;
}

/** Messages a second: `1,999.8/s`; a whole number without fraction. */
export function perSecond(rate: number): string {
  const tenths = Math.round(rate * 10) / 10;
  const fraction = Number.isInteger(tenths) || rate >= 10_000 ? '' : `.${Math.round(tenths * 10) % 10}`;
  return `${grouped(rate >= 10_000 ? rate : Math.floor(tenths))}${fraction}/s`;
}

/** A part of a whole in percent, exact enough to tell few from none: `0 %`, `0.04 %`, `12.5 %`, `< 0.01 %`. */
export function share(part: number, whole: number): string {
  return percent(whole === 0 ? 0 : part / whole);
}

/** `12.5 %` of 0.125. */
export function percent(fraction: number): string {
  const value = fraction * 100;
  if (value > 0 && value < 0.01) return '< 0.01 %';
  if (value < 100 && value > 99.99) return '> 99.99 %';
  const digits = value >= 10 ? 1 : 2;
  return `${Number(value.toFixed(digits))} %`;
}

/** `118 MB`, `0.4 MB` */
export function megabytes(bytes: number): string {
  const value = bytes / 1_000_000;
  return `${value >= 10 || value === 0 ? grouped(value) : value.toFixed(1)} MB`;
}

/** What was added or taken away: `+12.5 %`, `-0.3 ms`; without sign what is nothing, or too little to be told. */
export function signed(value: number, text: (size: number) => string): string {
  const size = text(Math.abs(value));
  if (value === 0 || size.startsWith('<')) return size;
  return `${value < 0 ? '-' : '+'}${size}`;
}

/** `1 worker`, `2 workers`, `4,000 messages` */
export function counted(n: number, singular: string, plural = `${singular}s`): string {
  return `${grouped(n)} ${n === 1 ? singular : plural}`;
}
