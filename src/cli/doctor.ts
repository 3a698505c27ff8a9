import { Command, Option } from 'commander';
import type { DoctorOptions } from './doctor/options.js';
import { terminal } from './terminal.js';

export function doctorCommand(): Command {
  return new Command('doctor')
    .description('check this machine and project: Node, cucumber, Java, browser, config, ports')
    .option('-c, --config <file>', 'the config file', 'pipehat.config.yaml')
    .option('-e, --env <name>', 'the environment of the config file')
    .addOption(new Option('-f, --format <format>', 'how to print').choices(['text', 'json']).default('text'))
    .addHelpText(
      'after',
      `
Exit codes: 0 all is well (warnings concern only extras), 2 something is to be mended here, 3 a port is taken or the
system under test cannot be reached.

Example:
  pipehat doctor`,
    )
    .action(async (options: DoctorOptions) => {
      const { doctor } = await import('./doctor/doctor.js');
      process.exitCode = await doctor(options, process.cwd(), terminal);
    });
}
