import { parseArgs } from 'node:util';

export const USAGE = `Usage: npm run bench -- [options]

  --format <text|json>                   text where absent
  --only <parsing|transport|startup|validation|load>  one group of measurements
  --long                                 with the load: ten million messages, and a million through the demo engine
  --strict                               exit 1 when a gate is missed
  --smoke                                tiny counts in a few seconds: shows that the bench runs, measures nothing
  --help

Example: npm run --silent bench -- --format json --strict
`;

const FORMATS = ['text', 'json'] as const;
const GROUPS = ['parsing', 'transport', 'startup', 'validation', 'load'] as const;

export type GroupName = (typeof GROUPS)[number];

export interface BenchOptions {
  readonly format: (typeof FORMATS)[number];
  readonly groups: readonly GroupName[];
  readonly isStrict: boolean;
  readonly isSmoke: boolean;
  readonly isLong: boolean;
  readonly isHelp: boolean;
}

/** Throws with one sentence where the arguments make no sense. */
export function benchOptions(args: readonly string[]): BenchOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      format: { type: 'string', default: 'text' },
      only: { type: 'string' },
      strict: { type: 'boolean', default: false },
      smoke: { type: 'boolean', default: false },
      long: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  return {
    format: oneOf(FORMATS, values.format, '--format'),
    groups: values.only === undefined ? GROUPS : [oneOf(GROUPS, values.only, '--only')],
    isStrict: values.strict,
    isSmoke: values.smoke,
    isLong: values.long,
    isHelp: values.help,
  };
}

function oneOf<Choice extends string>(choices: readonly Choice[], given: string, option: string): Choice {
  const choice = choices.find((one) => one === given);
  if (choice !== undefined) return choice;
  throw new Error(`${option} is ${choices.join(' or ')}, not ${given}`);
}
