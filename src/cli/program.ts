import { Command } from 'commander';
import { certificatesCommand } from './certificates.js';
import { demoCommand } from './demo.js';
import { doctorCommand } from './doctor.js';
import { initCommand } from './init.js';
import { listenCommand } from './listen.js';
import { loadAgentCommand } from './load/agent-command.js';
import { loadCommand } from './load.js';
import { packageVersion } from './package-root.js';
import { profileCommand } from './profile.js';
import { reportCommand } from './report.js';
import { sendCommand } from './send.js';
import { simulateCommand } from './simulate.js';
import { stepsCommand } from './steps.js';
import { testCommand } from './test.js';
import { validateCommand } from './validate.js';

/**
 * The commands, in the order in which help lists them. Each file declares its options and loads its implementation
 * only when it runs, so that help and usage errors cost next to nothing.
 */
const COMMANDS: readonly (() => Command)[] = [
  demoCommand,
  testCommand,
  validateCommand,
  profileCommand,
  sendCommand,
  listenCommand,
  simulateCommand,
  loadCommand,
  loadAgentCommand,
  reportCommand,
  initCommand,
  stepsCommand,
  doctorCommand,
  certificatesCommand,
];

export function program(): Command {
  const root = new Command('pipehat')
    .description(
      'Proves that an HL7 v2 interface is ready for go-live: Gherkin scenarios over real MLLP, with evidence.',
    )
    .version(packageVersion(), '-V, --version', 'print the version')
    .helpOption('-h, --help', 'show help')
    .helpCommand('help [command]', 'show help for a command')
    .option('--debug', 'print the stack of an error')
    .exitOverride()
    .addHelpText(
      'after',
      `
Exit codes: 0 passed, 1 failed, 2 usage or config, 3 unreachable or infrastructure, 4 nothing ran, 5 incomplete,
70 defect of Pipehat, 130 interrupted.

Example:
  pipehat demo`,
    );
  for (const command of COMMANDS) root.addCommand(withRootSettings(command(), root));
  return root;
}

/** Subcommands that are added ready-made do not take the settings of their parent by themselves. */
function withRootSettings(command: Command, root: Command, name = command.name()): Command {
  for (const inner of command.commands) withRootSettings(inner, root, `${name} ${inner.name()}`);
  return command
    .copyInheritedSettings(root)
    .helpOption('-h, --help', 'show help')
    .showHelpAfterError(`(see: pipehat ${name} --help)`);
}
