import { Command } from 'commander';
import { durationOption, listOption } from '../option-values.js';
import { terminal } from '../terminal.js';
import type { AgentFlags } from './agent.js';
import { NATS_DEFAULT, runOption } from './agents-options.js';

export function loadAgentCommand(): Command {
  return new Command('load-agent')
    .description('send a part of what pipehat load --agents wants, or listen for what the system delivers')
    .option(
      '--nats <address>',
      'where the coordinator is met: nats://host:port, with TLS tls://host:port',
      NATS_DEFAULT,
    )
    .option('--run <name>', 'take part in this run alone; in any that wants agents where absent', runOption)
    .option('--receive', 'send nothing: listen at the far ends of the plan')
    .option('--stay', 'take part in one run after the other, until Ctrl-C')
    .option('--allow-target <host>', 'permit sending to this host, which is another machine (repeatable)', listOption)
    .option('--keep <folder>', 'where a result goes that NATS does not take', '.')
    .addOption(durationOption('--wait <duration>', 'how long NATS may be away at the beginning', 60))
    .addHelpText(
      'after',
      `
Where JOB_COMPLETION_INDEX is set, as in an Indexed Job of Kubernetes, the agent takes that shard and no other. Credentials of
NATS come from the environment: PIPEHAT_NATS_USER and PIPEHAT_NATS_PASSWORD, PIPEHAT_NATS_TOKEN, or the path of a file in
PIPEHAT_NATS_CREDS; PIPEHAT_NATS_CA names the PEM file of the authority of its certificate.

Exit codes: 0 the result was delivered; 2 usage; 3 NATS or the system is not there, or there was no result; 130 interrupted.

Example:
  pipehat load-agent --nats nats://127.0.0.1:4222`,
    )
    .action(async (flags: AgentFlags) => {
      const { loadAgent } = await import('./agent.js');
      process.exitCode = await loadAgent(flags, terminal);
    });
}
