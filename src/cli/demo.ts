import { Command, Option } from 'commander';
import type { DemoFlags } from './demo/options.js';
import { listOption, wholeOption } from './option-values.js';
import { withSuiteOptions } from './suite-options.js';
import { terminal } from './terminal.js';

export function demoCommand(): Command {
  const command = new Command('demo')
    .description('run the bundled go-live suite against the embedded demo engine; nothing to configure')
    .argument('[paths...]', 'feature files or folders instead of the whole suite')
    .option('--defect <name>', 'switch on a defect of the demo engine; may be repeated', listOption)
    .addOption(
      new Option(
        '--stack <package>',
        'let another package take the messages in: a red run that is true; install it in your project first',
      ).choices(['node-hl7-server']),
    )
    .option('--serve', 'start the demo engine alone, until Ctrl-C', false)
    .option('--port <port>', 'with --serve: its inbound port', wholeOption(0, 65_535), 6661)
    .option('--deliver <role=host:port>', 'with --serve: where it delivers; may be repeated', listOption)
    .option('--data-dir <folder>', 'with --serve: where it keeps its messages')
    .option('--seed <seed>', 'key of all ids, people and numbers', '1');
  return withSuiteOptions(command)
    .addHelpText(
      'after',
      `
Examples:
  pipehat demo
  pipehat demo features/adt --seed 7
  pipehat demo --defect constant-ack-id features/defects/constant-ack-id.feature
  pipehat demo --stack node-hl7-server features/transport/receiver-framing.feature
  pipehat demo --serve --port 6661`,
    )
    .action(async (paths: readonly string[], flags: DemoFlags) => {
      const { demo } = await import('./demo/demo.js');
      process.exitCode = await demo(paths, flags, terminal);
    });
}
