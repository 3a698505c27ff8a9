import { Command } from 'commander';
import type { InitOptions } from './init/options.js';
import { terminal } from './terminal.js';

export function initCommand(): Command {
  return new Command('init')
    .description('make a project: config, a first feature, a step of your own, CI workflow, editor settings')
    .argument('[folder]', 'where to', '.')
    .option('--keep', 'keep the files that exist already and add the missing ones')
    .addHelpText(
      'after',
      `
Never overwrites a file: where one exists already, nothing is written and the exit code is 2.

Example:
  pipehat init interface-tests`,
    )
    .action(async (folder: string, options: InitOptions) => {
      const { init } = await import('./init/init.js');
      process.exitCode = init(folder, options, terminal);
    });
}
