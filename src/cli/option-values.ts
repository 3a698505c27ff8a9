import { InvalidArgumentError, Option } from 'commander';
import { durationMs } from '../base/duration.js';

/** Readers for the values of options: commander prints their complaint with the option's name and ends with exit code 2. */

/** An option that takes a duration and gives milliseconds; the default is in seconds. */
export function durationOption(flags: string, description: string, defaultSeconds: number): Option {
  return new Option(flags, description).argParser(durationValue).default(defaultSeconds * 1_000, `${defaultSeconds}s`);
}

function durationValue(text: string): number {
  const ms = durationMs(text);
  if (ms === undefined || ms <= 0) throw new InvalidArgumentError('Write a number with its unit: 250ms, 10s, 5m.');
  return ms;
}

/** A whole number from `low` to `high`, both included. */
export function wholeOption(low: number, high: number): (text: string) => number {
  return (text) => {
    const number = Number(text);
    if (/^\d+$/.test(text) && number >= low && number <= high) return number;
    throw new InvalidArgumentError(`Write a whole number from ${low} to ${high}.`);
  };
}

/** A share as `1%` or `0.5%`, from 0 to 1. */
export function shareOption(text: string): number {
  const [, number] = /^(\d+(?:\.\d+)?)\s*%$/.exec(text) ?? [];
  const share = Number(number) / 100;
  if (share >= 0 && share <= 1) return share;
  throw new InvalidArgumentError('Write a share from 0% to 100%, for example 0.5%.');
}

/** A day like 2025-12-31, which must exist. */
export function dayOption(text: string): string {
  const day = /^\d{4}-\d\d-\d\d$/.test(text) ? new Date(`${text}T00:00:00Z`) : undefined;
  if (day !== undefined && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)) return text;
  throw new InvalidArgumentError('Write a day like 2025-12-31.');
}

/** For options that may be given several times. */
export function listOption(text: string, before: readonly string[] | undefined): readonly string[] {
  return [...(before ?? []), text];
}
