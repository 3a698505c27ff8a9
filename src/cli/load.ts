import { Command, Option } from 'commander';
import { addAgentsOptions } from './load/agents-options.js';
import type { LoadFlags } from './load/flags.js';
import { addShardOptions } from './load/shard-options.js';
import { durationOption, listOption, wholeOption } from './option-values.js';
import { terminal } from './terminal.js';

export function loadCommand(): Command {
  const command = new Command('load')
    .description('send messages at a planned rate, and measure what the system under test carries')
    .argument('[plan]', 'a plan file (load.yaml); options override what it says')
    .option(
      '--to <[role=]address>',
      'where to: mllp://host:port, for one role ehr=mllp://host:port (repeatable); "demo" starts the demo engine',
      listOption,
    )
    .option('--rate <rate>', 'messages to send, whatever the answers: 200/s, 12000/min')
    .addOption(durationOption('--duration <duration>', 'how long', 10))
    .option('--stage <stage>', 'instead of --rate: ramp=0..500/s,for=30s (repeatable)', listOption)
    .option('--poisson', 'independent arrivals instead of even ones')
    .option('--users <n>', 'closed model: each of n users waits for the answer', wholeOption(1, 10_000))
    .option('-m, --message <name[=weight]>', 'a message type: adt-a01, oru-r01=3 (repeatable)', listOption)
    .option('--workflow <name[=weight]>', 'a whole stay: inpatient, outpatient (repeatable)', listOption)
    .option('--connections <n>', 'connections to each target; 2..16 opens more while messages wait')
    .option('--per-message', 'a new connection for each message')
    .option('--depth <n>', 'messages on their way at once on one connection', wholeOption(1, 10_000))
    .option('--timeout <duration>', 'how long to wait for an acknowledgment; 10s unless the plan says otherwise')
    .addOption(
      new Option(
        '--acknowledgment <policy>',
        'which one ends a message; accept and both ask for enhanced mode',
      ).choices(['original', 'accept', 'both']),
    )
    .option('--queue <n>', 'messages that may wait for a free connection; the rate times the timeout unless said')
    .option('--think <duration>', 'between the messages of a workflow, and of a user of the closed model')
    .option('--warm-up <duration>', 'sent and not measured')
    .option('--size <size>', 'pad messages to a size: 10 kB')
    .option('--hl7-version <version>', 'of the messages: 2.3, 2.3.1, 2.4, 2.5 or 2.5.1')
    .option(
      '--fault <fault>',
      'a fault on some messages: missing-end:on=0.01, byte-by-byte:on=every 100 (repeatable)',
      listOption,
    )
    .option(
      '--resend <n>',
      'send again, the very same bytes, what was not acknowledged or was rejected (AR), so often at most',
      wholeOption(1, 1_000_000),
    )
    .option(
      '--far-end-fault <fault>',
      'a fault of the far ends on some acknowledgments: late-acknowledgment:delay=2s,on=0.01 (repeatable)',
      listOption,
    )
    .option(
      '--sut <what>',
      'what is done to the system under test: "kill:at=30s,for=2s", "cut-off:at=5000 messages,for=5s" (repeatable)',
      listOption,
    )
    .option('--defect <name>', 'with --to demo: switch a defect of the demo engine on (repeatable)', listOption)
    .option('--patients <n>', 'for whom messages are made ahead', wholeOption(1, 10_000))
    .option('--far-end <[name=]host:port>', 'listen for what the system delivers (repeatable)', listOption)
    .option(
      '--identity <field>',
      'what the far end knows a message by, where the system gives it a new MSH-10: PV1-19, ORC-2, content',
    )
    .option('--late <duration>', 'a delivery to a far end that takes longer is late; 60s unless said')
    .option('--settle <duration>', 'how long far ends are watched after the last message; 10s unless said')
    .option('--validate <profile>', 'judge deliveries by a profile, or by base, the standard (repeatable)', listOption)
    .option('--sample <share>', 'with --validate: not every delivery, 5%')
    .option('--threshold <text>', 'what must hold: "response.p99 < 500ms", "ledger.lost == 0" (repeatable)', listOption)
    .option('--abort-on-fail', 'end as soon as a threshold is broken')
    .option('--find-capacity', 'look for the highest rate at which the SLO holds, instead of one run')
    .option('--slo <text>', 'what must hold at that rate: "response.p99 < 500ms and ledger.lost == 0"')
    .option('--soak', 'tell how latencies and errors moved over a long run; one that rises fails it')
    .option('--memory-command <command>', 'with --soak: prints how many bytes of memory the system under test uses')
    .option('--workers <n>', 'threads that send', wholeOption(1, 256))
    .option('--seed <seed>', 'key of arrivals, patients and ids')
    .option('--ca <file>', 'PEM file of the authority that signed the certificate of the system under test (mllps)')
    .option(
      '--cert <file>',
      'PEM file of our certificate: shown to the system, and by far ends named mllps://host:port',
    )
    .option('--key <file>', 'PEM file of the private key of --cert')
    .option('--server-name <name>', 'the name that the certificate of the system must carry, where it is not the host')
    .option('--allow-target <host>', 'permit this host, which is another machine (repeatable)', listOption)
    .option('--results <folder>', 'where the reports go', 'results')
    .option('--metrics <host:port>', 'tell Prometheus how the run goes: 127.0.0.1:9100')
    .addOption(new Option('-f, --format <format>', 'how to print').choices(['text', 'json']).default('text'));
  return addAgentsOptions(addShardOptions(command))
    .addHelpText(
      'after',
      `
Response times count from the instant at which the plan wanted the message sent, so that a stall is seen by all that had to
wait; service times count from the write. Lateness is the error of the generator itself.

Exit codes: 0 every threshold held (without thresholds: every message was acknowledged with AA or CA); 1 not; 2 usage or a
plan that cannot be met; 3 the system is not there, or went away; 130 interrupted.

Example:
  pipehat load --to demo --rate 200/s --duration 10s --threshold "response.p99 < 500ms" --threshold "ledger.lost == 0"`,
    )
    .action(async (plan: string | undefined, flags: LoadFlags) => {
      const { load } = await import('./load/load.js');
      process.exitCode = await load(plan, flags, terminal);
    });
}
