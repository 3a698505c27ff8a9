import { Command, Option } from 'commander';
import type { ConvertOptions, DiffOptions, LintOptions, ShowOptions } from './profile/options.js';
import { terminal } from './terminal.js';

const PROFILE = 'a folder, a file, an id, or base:2.5.1:ADT^A01 for a message of the standard';

export function profileCommand(): Command {
  return new Command('profile')
    .description('look after conformance profiles: lint, show, convert and compare them')
    .helpCommand(false)
    .addCommand(lintCommand())
    .addCommand(showCommand())
    .addCommand(convertCommand())
    .addCommand(diffCommand())
    .addHelpText(
      'after',
      `
Examples:
  pipehat profile lint pipehat:
  pipehat profile show base:2.5.1:ADT^A01 --path PID-3`,
    );
}

function lintCommand(): Command {
  return new Command('lint')
    .description('tell what is wrong with profiles, or doubtful')
    .argument('<profiles...>', `${PROFILE}; folders of several; pipehat: for those that come with the package`)
    .option('--rules', 'list what is looked for, after the findings')
    .addOption(format('text', 'json'))
    .addHelpText(
      'after',
      `
Exit codes: 0 nothing was found; 1 warnings; 2 a profile does not load, or no message can be checked by it.

Example:
  pipehat profile lint pipehat:`,
    )
    .action(async (profiles: readonly string[], options: LintOptions) => {
      const { lint } = await import('./profile/lint.js');
      process.exitCode = lint(profiles, options, terminal);
    });
}

function showCommand(): Command {
  return new Command('show')
    .description('show what a profile demands: as a tree, or as a page to read, search and print')
    .argument('<profile>', PROFILE)
    .option('--path <path>', 'only what is there, with all that is in it: PID-3, ORDER.NTE')
    .addOption(
      new Option('--depth <depth>', 'how far down').choices(['segments', 'fields', 'components']).default('segments'),
    )
    .addOption(format('text', 'html', 'json'))
    .option('-o, --output <file>', 'write to a file instead of standard output')
    .addHelpText(
      'after',
      `
Exit codes: 0 shown; 2 the profile does not load, or has nothing at the path; 3 cannot write.

Examples:
  pipehat profile show base:2.5.1:ADT^A01 --path PID-3
  pipehat profile show pipehat:result --format html --output result.html`,
    )
    .action(async (profile: string, options: ShowOptions) => {
      const { show } = await import('./profile/show.js');
      process.exitCode = show(profile, options, terminal);
    });
}

function convertCommand(): Command {
  return new Command('convert')
    .description('write a profile in another form, and tell what that form cannot say')
    .argument('<profile>', PROFILE)
    .addOption(new Option('--to <form>', 'which form').choices(['yaml', 'igamt', 'chapter-2b']).makeOptionMandatory())
    .option('-o, --output <path>', 'yaml: a file, standard output without it; igamt and chapter-2b: a folder')
    .option('--lossless', 'write nothing where the form cannot say everything')
    .addOption(format('text', 'json'))
    .addHelpText(
      'after',
      `
Exit codes: 0 written; 1 the form cannot say everything, with --lossless; 2 the profile does not load; 3 cannot write.

Examples:
  pipehat profile convert base:2.5.1:ACK --to yaml
  pipehat profile convert pipehat:result --to igamt --output result-igamt`,
    )
    .action(async (profile: string, options: ConvertOptions) => {
      const { convert } = await import('./profile/convert.js');
      process.exitCode = convert(profile, options, terminal);
    });
}

function diffCommand(): Command {
  return new Command('diff')
    .description('tell in what two profiles differ, element by element')
    .argument('<before>', PROFILE)
    .argument('<after>', 'the same')
    .addOption(format('text', 'json'))
    .addHelpText(
      'after',
      `
Exit codes: 0 they demand the same; 1 they differ; 2 one does not load.

Example:
  pipehat profile diff base:2.5:ADT^A01 base:2.5.1:ADT^A01`,
    )
    .action(async (before: string, after: string, options: DiffOptions) => {
      const { diff } = await import('./profile/diff.js');
      process.exitCode = diff(before, after, options, terminal);
    });
}

function format(...choices: readonly string[]): Option {
  return new Option('-f, --format <format>', 'how to print').choices([...choices]).default('text');
}
