import { Command, Option } from 'commander';
import type { ListenOptions } from './listen/options.js';
import { listOption, wholeOption } from './option-values.js';
import { terminal } from './terminal.js';

export function listenCommand(): Command {
  return new Command('listen')
    .description('receive messages, acknowledge them, and print one line for each without patient values')
    .requiredOption('-p, --port <port>', 'the port; 0 takes a free one and prints it', wholeOption(0, 65_535))
    .option('--host <address>', 'the address to bind; 0.0.0.0 lets other machines in', '127.0.0.1')
    .addOption(new Option('--ack <code>', 'how to answer').choices(['AA', 'AE', 'AR', 'none']).default('AA'))
    .option('--save <folder>', 'write each message byte for byte to a file of its own, before it is acknowledged')
    .option('--count <n>', 'end after n messages', wholeOption(1, 1_000_000_000))
    .option(
      '--fault <fault>',
      'break the acknowledgments on purpose, for example late-acknowledgment:delay=8s (repeatable)',
      listOption,
    )
    .option('--cert <file>', 'PEM file of a certificate: listen on TLS')
    .option('--key <file>', 'PEM file of its key; a passphrase is read from PIPEHAT_KEY_PASSPHRASE')
    .option('--ca <file>', 'PEM file of an authority: let only clients in that have a certificate of it')
    .addOption(
      new Option('-f, --format <format>', 'how to print; json is one object a line')
        .choices(['text', 'json'])
        .default('text'),
    )
    .addHelpText(
      'after',
      `
Runs until Ctrl-C, which is its usual end and exits with 0; where --count is not reached yet, with 130. 2 usage, 3 the
port cannot be opened.

A fault strikes the next message once, unless it says more: "never-acknowledge:on=every 3", "late-acknowledgment:times=5".

Example:
  pipehat listen --port 2575 --save received`,
    )
    .action(async (options: ListenOptions) => {
      const { listen } = await import('./listen/listen.js');
      process.exitCode = await listen(options, terminal);
    });
}
