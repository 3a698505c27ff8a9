import type { Slope, Soak } from '../../src/evidence/soak.js';
import { latency, megabytes, percent, signed } from './figures.js';

export interface SoakRow {
  readonly name: string;
  readonly mean: string;
  /** In an hour, with its standard error. */
  readonly perHour: string;
  /** Over the whole run. */
  readonly change: string;
  readonly trend: Slope['trend'];
}

/** How each figure of a long run moved, in its own unit. */
export function soakRows({
  responseP50,
  responseP99,
  errors,
  memory,
  harness,
  harnessResident,
}: Soak): readonly SoakRow[] {
  return [
    row('response p50', responseP50, latency),
    row('response p99', responseP99, latency),
    row('errors', errors, percent),
    ...(memory === undefined ? [] : [row('memory of the system', memory, megabytes)]),
    ...(harness === undefined ? [] : [row('memory of Pipehat', harness, megabytes)]),
    ...(harnessResident === undefined ? [] : [row('its process', harnessResident, megabytes)]),
  ];
}

function row(name: string, slope: Slope, text: (value: number) => string): SoakRow {
  const { mean, perHour, standardError, relative, trend } = slope;
  if (trend === 'unknown') return { name, mean: text(mean), perHour: '-', change: '-', trend };
  const hourly = `${signed(perHour, text)} \u00b1 ${text(standardError)}`;
  return { name, mean: text(mean), perHour: hourly, change: signed(relative, percent), trend };
}
