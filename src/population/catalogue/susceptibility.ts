/**
 * Illustrative limits in ug/mL for minimum inhibitory concentrations: susceptible up to the first, resistant from the
 * second on, intermediate between. They make reports coherent and are not a published set of breakpoints.
 */
export const MIC_LIMITS: Readonly<Record<string, readonly [susceptible: number, resistant: number]>> = {
  '28-1': [8, 32],
  '76-0': [2, 8],
  '141-2': [1, 4],
  '133-9': [4, 16],
  '6652-2': [1, 4],
  '279-0': [1, 4],
  '185-9': [0.25, 1],
  '267-5': [4, 16],
  '508-2': [4, 16],
  '363-2': [32, 128],
  '516-5': [2, 4],
  '524-9': [2, 16],
  '383-0': [2, 4],
  '193-3': [0.5, 4],
  '233-7': [0.5, 8],
  '6932-8': [0.125, 0.5],
  '496-0': [4, 16],
};

/** Doubling dilutions from two steps below the susceptible limit to the resistant limit, as an instrument prints them. */
export function micValues([susceptible, resistant]: readonly [number, number]): readonly string[] {
  const values = [`<=${printed(susceptible / 4)}`];
  for (let step = susceptible / 2; step < resistant; step *= 2) values.push(printed(step));
  return [...values, `>=${printed(resistant)}`];
}

/** Two decimals, cut off: the dilution 0.125 is written 0.12. */
function printed(dilution: number): string {
  return String(Math.floor(dilution * 100) / 100);
}
