import { Command } from 'commander';
import { listOption } from './option-values.js';
import type { ReportOptions } from './report/options.js';
import { terminal } from './terminal.js';

export function reportCommand(): Command {
  return new Command('report')
    .description('render a run again from what it recorded, also one that was killed')
    .argument(
      '[run]',
      'the folder of a run of features or load, or the JSON of a load; without it the last one in the folder of results',
    )
    .option('--compare <runs...>', 'two load runs, before and after: which is slower, and is that more than chance')
    .option('-f, --format <name>', 'only this format (repeatable); all of them without it', listOption)
    .option('-o, --out <path>', 'the folder to write to instead of the run; - prints one format')
    .option('--results <folder>', 'where runs are', 'results')
    .option('-c, --config <file>', 'the config file, which names formats of your own', 'pipehat.config.yaml')
    .addHelpText(
      'after',
      `
Formats of a run of features: those that "pipehat test" writes, and those of your project. Of a load: html, text, markdown, junit,
ndjson. Of a comparison: text, json, html; without --format the text is printed and the page written beside the second run.

Exit codes: 0 rendered, whatever the verdict of the run; 2 no such run or format; 3 cannot write. With --compare: 0 the second is
no worse; 1 it is slower, or loses, refuses or drops more; 5 the two cannot be compared.

Examples:
  pipehat report --format markdown --out -
  pipehat report --compare results/before results/after`,
    )
    .action(async (run: string | undefined, options: ReportOptions) => {
      const { report } = await import('./report/report.js');
      process.exitCode = await report(run, options, terminal);
    });
}
