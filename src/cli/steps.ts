import { Command, Option } from 'commander';
import type { StepsOptions } from './steps/options.js';
import { terminal } from './terminal.js';

export function stepsCommand(): Command {
  return new Command('steps')
    .description('print the vocabulary: every step that a feature may use, with those of your own project')
    .option('-c, --config <file>', 'the config file, which names your own steps', 'pipehat.config.yaml')
    .option('-e, --env <name>', 'the environment of the config file')
    .option('-t, --topic <topic>', 'only the steps of one topic')
    .addOption(
      new Option('-f, --format <format>', 'how to print').choices(['text', 'json', 'markdown']).default('text'),
    )
    .addHelpText('after', '\nExample:\n  pipehat steps')
    .action(async (options: StepsOptions) => {
      const { steps } = await import('./steps/steps.js');
      process.exitCode = await steps(options, process.cwd(), terminal);
    });
}
