import { type Command, InvalidArgumentError } from 'commander';

/** Options that `demo` and `test` share. */
export interface SuiteFlags {
  readonly tags?: string;
  readonly seed?: string;
  readonly clock?: Date;
  readonly results?: string;
  readonly allowUntestable: boolean;
  /** False with --no-allure. */
  readonly allure: boolean;
}

export function withSuiteOptions(command: Command): Command {
  return command
    .option('-t, --tags <expression>', 'only scenarios with these tags, e.g. "@adt and not @manual"')
    .option('--clock <time>', 'start of the message time, ISO 8601; now where absent', clockOption)
    .option('--results <folder>', 'where the run gets its folder')
    .option('--no-allure', "leave Allure's page away: it needs Java and takes some seconds")
    .option('--allow-untestable', 'exit 0 although something could not be tested or is pending', false);
}

function clockOption(text: string): Date {
  const time = new Date(text);
  if (!Number.isNaN(time.getTime())) return time;
  throw new InvalidArgumentError('Write a time as ISO 8601: 2026-03-01T08:00:00Z.');
}
