import { Command, Option } from 'commander';
import { durationOption, listOption, shareOption, wholeOption } from './option-values.js';
import type { SimulateFlags } from './simulate/options.js';
import { terminal } from './terminal.js';

export function simulateCommand(): Command {
  return new Command('simulate')
    .description('play one system that acts by itself: an EHR that orders, a laboratory that reports')
    .argument('<role>', 'ehr, lis, ris or pharmacy')
    .option(
      '--to <address>',
      'where it sends: mllp://host:port, with TLS mllps://host:port; an EHR also to each department: lis=mllp://host:port (repeatable)',
      listOption,
    )
    .option('--listen <port>', 'where it listens; 0 takes a free port and prints it', wholeOption(0, 65_535))
    .option('--pathway <name>', 'what it does; --pathway help lists them')
    .addOption(durationOption('--pace <duration>', 'between two actions', 1))
    .option('--patients <n>', 'patients that an EHR walks through; without end where absent', wholeOption(1, 1_000_000))
    .option('--at-once <n>', 'patients whom an EHR has in the house at the same time', wholeOption(1, 1_000), 1)
    .option('--fault <fault>', 'for example late-acknowledgment:delay=8s (repeatable)', listOption)
    .option('--config <file>', 'a project whose own faults (extensions) may be named with --fault')
    .addOption(
      new Option('--order-answer <how>', 'answer orders on the connection, or after an ACK by a message of their own')
        .choices(['same-connection', 'own-message'])
        .default('same-connection'),
    )
    .addOption(
      new Option('--hl7-version <version>', 'MSH-12').choices(['2.3', '2.3.1', '2.4', '2.5', '2.5.1']).default('2.5.1'),
    )
    .option('--application <name>', 'MSH-3; the role where absent')
    .option('--facility <name>', 'MSH-4', 'PHGH')
    .option('--allow-host <host>', 'send to this machine although it is another one (repeatable)', listOption)
    .option('--seed <seed>', 'key of all ids, people and numbers', '1')
    .option('--fast', 'only answer, at line rate: the slow or failing end behind a system under load')
    .option('--service-time <time>', 'with --fast: constant:5ms, exponential:5ms, uniform:1ms..20ms, serial:1ms ...')
    .option('--errors <share>', 'with --fast: so many messages are answered with AE: 1%', shareOption)
    .option('--rejects <share>', 'with --fast: with AR', shareOption)
    .option('--silence <share>', 'with --fast: not at all', shareOption)
    .option('--forward-to <address>', 'with --fast: pass on what was accepted to mllp://host:port')
    .option('--host <address>', 'with --fast: the address to bind; 0.0.0.0 lets other machines in', '127.0.0.1')
    .addHelpText(
      'after',
      `
Runs until Ctrl-C, an EHR until its patients are through. 0 done, 2 usage, 3 the port cannot be opened. --fast prints its
counters once a second while they change, and the totals at the end.

Examples:
  pipehat simulate lis --listen 7002 --to mllp://127.0.0.1:6661 --pathway finalise
  pipehat simulate ehr --listen 7001 --to mllp://127.0.0.1:7002 --patients 1
  pipehat simulate ehr --listen 7001 --to lis=mllp://127.0.0.1:7002 --to ris=mllp://127.0.0.1:7003 --patients 1
  pipehat simulate lis --listen 7002 --fault late-acknowledgment:delay=8s
  pipehat simulate lis --listen 7002 --fast --service-time exponential:5ms --errors 1%`,
    )
    .action(async (role: string, flags: SimulateFlags) => {
      const { simulateRole } = await import('./simulate/simulate.js');
      process.exitCode = await simulateRole(role, flags, terminal);
    });
}
