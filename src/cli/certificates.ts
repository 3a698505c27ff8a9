import { Command } from 'commander';
import type { CertificatesOptions } from './certificates/options.js';
import { listOption } from './option-values.js';
import { terminal } from './terminal.js';

export function certificatesCommand(): Command {
  return new Command('certificates')
    .description('make an authority for tests and certificates of it, good and bad, for the TLS of a test system')
    .argument('[folder]', 'where to', 'tls-laboratory')
    .option('--name <name>', 'a name or address that the good ones carry; may be repeated', listOption)
    .addHelpText(
      'after',
      `
Never overwrites a file. Let only a test system trust the authority (ca.pem): its bad certificates are as easily had as its
good ones.

Example:
  pipehat certificates tls-laboratory --name localhost --name 127.0.0.1`,
    )
    .action(async (folder: string, options: CertificatesOptions) => {
      const { certificates } = await import('./certificates/certificates.js');
      process.exitCode = await certificates(folder, options, terminal);
    });
}
