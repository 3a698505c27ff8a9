import { Command } from 'commander';
import { wholeOption } from './option-values.js';
import { withSuiteOptions } from './suite-options.js';
import { terminal } from './terminal.js';
import type { TestFlags } from './test/options.js';

export function testCommand(): Command {
  const command = new Command('test')
    .description('run features against the system under test of pipehat.config.yaml')
    .argument(
      '[paths...]',
      'feature files, folders or file:line, pipehat:<topic> for those of the package; absent: the folders of the config',
    )
    .option('-c, --config <file>', 'the config file', 'pipehat.config.yaml')
    .option('-e, --env <name>', 'the environment of the config file')
    .option('--shard <k/n>', 'run only the k-th of n parts, counted from 1')
    .option(
      '--parallel <workers>',
      'scenarios at the same time; needs a system under test for each',
      wholeOption(1, 64),
      1,
    )
    .option('--dry-run', 'check that every step is defined; nothing is sent', false)
    .option('--seed <seed>', 'key of all ids, people and numbers; made up and printed where absent');
  return withSuiteOptions(command)
    .addHelpText(
      'after',
      `
Example:
  pipehat test --dry-run
  pipehat test pipehat:adt pipehat:laboratory
  pipehat test --env test --tags "@REQ-ADT-004 and not @manual"`,
    )
    .action(async (paths: readonly string[], flags: TestFlags) => {
      const { test } = await import('./test/test.js');
      process.exitCode = await test(paths, flags, terminal);
    });
}
