import { Command, Option } from 'commander';
import { dayOption, listOption, wholeOption } from './option-values.js';
import { terminal } from './terminal.js';
import type { ValidateOptions } from './validate/options.js';

const FORMATS = ['text', 'json', 'junit', 'sarif', 'html'];
const SEVERITIES = ['default', 'nist', 'cdc', 'strict', 'lenient'];

export function validateCommand(): Command {
  return new Command('validate')
    .description('judge messages by a conformance profile, or by the base standard')
    .argument(
      '[files...]',
      'files, folders, patterns like "in/**/*.hl7", or - for standard input; batches are taken apart',
    )
    .option(
      '-p, --profile <profile>',
      'a folder, a file, an id, or base for the standard (repeatable); MSH tells which one is for a message',
      listOption,
    )
    .option('--message <id>', 'judge every message by this message definition, whatever MSH says')
    .addOption(new Option('-s, --severity <preset>', 'how strictly').choices(SEVERITIES).default('default'))
    .option('--overlay <file>', 'YAML that changes how serious findings are (repeatable)', listOption)
    .option('--baseline <file>', 'YAML or JSON with findings that are accepted for a time')
    .option('--update-baseline', 'write everything that is found into the baseline')
    .option('--accepted-by <who>', 'with --update-baseline: who accepts; without it the name of the user')
    .option('--reason <why>', 'with --update-baseline: why')
    .option('--expires <day>', 'with --update-baseline: until when, like 2025-12-31; without it for 90 days', dayOption)
    .option('--functions <module>', 'a module that exports functions for rules of the profile (repeatable)', listOption)
    .addOption(new Option('-f, --format <format>', 'how to print').choices(FORMATS).default('text'))
    .option('-o, --output <file>', 'write to a file instead of standard output')
    .option('--redact', 'print no value of any message, but its shape: Xxxxx, 999')
    .option('--verbose', 'tell what is right, optional or follows from something else, too')
    .addOption(new Option('--fail-on <least>', 'what fails').choices(['error', 'warning']).default('error'))
    .option('--allow-untestable', 'exit code 0 where rules of the profile could not be judged and nothing failed')
    .option('--threads <n>', 'worker threads; 0: as many as the input is worth', wholeOption(0, 64), 0)
    .option('--watch', 'validate again whenever a message or the profile changes')
    .option('--codes', 'print what every finding code means, and judge nothing')
    .addHelpText(
      'after',
      `
Exit codes: 0 nothing failed; 1 a message failed; 2 usage, or a profile, overlay or baseline with defects; 3 cannot write;
4 no message found; 5 a rule of the profile could not be judged, and nothing failed; 130 interrupted.

Examples:
  pipehat validate --profile base messages
  pipehat validate --profile profiles/adt --severity strict --format junit --output findings.xml "in/**/*.hl7"`,
    )
    .action(async (files: readonly string[], options: ValidateOptions) => {
      const { validate } = await import('./validate/validate.js');
      process.exitCode = await validate(files, options, terminal);
    });
}
