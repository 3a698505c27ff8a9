import { Command } from 'commander';
import { listOption } from './option-values.js';
import type { ReportOptions } from './report/options.js';
import { terminal } from './terminal.js';

export function reportCommand(): Command {
  return new Command('report')
    .description('render a run again from what it recorded, also one that was killed')
    .argument('[run]', 'the folder of the run; without it the last one in the folder of results')
    .option('-f, --format <name>', 'only this format (repeatable); all of them without it', listOption)
    .option('-o, --out <path>', 'the folder to write to instead of the run; - prints one format')
    .option('--results <folder>', 'where runs are', 'results')
    .option('-c, --config <file>', 'the config file, which names formats of your own', 'pipehat.config.yaml')
    .addHelpText(
      'after',
      `
Exit codes: 0 rendered, whatever the verdict of the run; 2 no such run or format; 3 cannot write.

Example:
  pipehat report --format markdown --out -`,
    )
    .action(async (run: string | undefined, options: ReportOptions) => {
      const { report } = await import('./report/report.js');
      process.exitCode = await report(run, options, terminal);
    });
}
