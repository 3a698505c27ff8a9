import { Command, Option } from 'commander';
import { durationOption, listOption, wholeOption } from './option-values.js';
import type { SendOptions } from './send/options.js';
import { terminal } from './terminal.js';

export function sendCommand(): Command {
  return new Command('send')
    .description('deliver messages byte for byte and print how each is acknowledged')
    .argument('[files...]', 'files, folders, or - for standard input; batches and files of several messages are split')
    .requiredOption('--to <address>', 'where to: mllp://host:port, with TLS mllps://host:port')
    .option('--example', 'send a synthetic ADT^A01, to try a link')
    .addOption(durationOption('--timeout <duration>', 'how long to wait for each acknowledgment', 30))
    .addOption(durationOption('--connect-timeout <duration>', 'how long to wait for a connection', 5))
    .option(
      '--connections <n>',
      'connections that share the messages; with 1 they keep their order',
      wholeOption(1, 1000),
      1,
    )
    .option('--per-message', 'a new connection for each message')
    .option('--allow-production', 'permit messages with processing id P (MSH-11)')
    .option('--allow-host <host>', 'permit this host, which is another machine (repeatable)', listOption)
    .option('--ca <file>', 'PEM file of the authority that signed the certificate of the far end')
    .option('--cert <file>', 'PEM file of our certificate, where the far end asks for one')
    .option('--key <file>', 'PEM file of its key; a passphrase is read from PIPEHAT_KEY_PASSPHRASE')
    .option('--server-name <name>', 'the name in the certificate of the far end, where it is not the host')
    .addOption(new Option('-f, --format <format>', 'how to print').choices(['text', 'json']).default('text'))
    .addHelpText(
      'after',
      `
Exit codes: 0 every message has AA or CA; 1 one was refused, not answered or not readable; 2 usage; 3 no connection;
4 no message found; 130 interrupted.

Example, in two terminals:
  pipehat listen --port 2575
  pipehat send --example --to mllp://127.0.0.1:2575`,
    )
    .action(async (files: readonly string[], options: SendOptions) => {
      const { send } = await import('./send/send.js');
      process.exitCode = await send(files, options, terminal);
    });
}
