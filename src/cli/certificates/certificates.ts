import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CERTIFICATES, tlsLaboratory } from '../../mllp/tls-laboratory.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import { OperatorError } from '../operator-error.js';
import type { Terminal } from '../terminal.js';
import type { CertificatesOptions } from './options.js';

/** Keys are for their owner alone. */
const FOLDER_MODE = 0o700;
const FILE_MODE = 0o600;

/** Writes `ca.pem` and a certificate with its key for everything that can be wrong with one. Throws OperatorError. */
export async function certificates(
  folder: string,
  options: CertificatesOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const laboratory = await tlsLaboratory(options.name);
  const files = CERTIFICATES.flatMap((kind) => {
    const { cert, key } = laboratory.certificates[kind];
    return [
      [`${kind}.pem`, cert],
      [`${kind}.key`, key],
    ] as const;
  });
  write(folder, [['ca.pem', laboratory.ca], ...files]);
  terminal.out(`made in ${folder}: ca.pem, and ${CERTIFICATES.join(', ')}, each as .pem and .key`);
  terminal.out('test system: trust ca.pem, show good.pem with good.key, ask for certificates of ca.pem');
  terminal.out(
    `pipehat.config.yaml: tls: { ca: ${folder}/ca.pem, cert: ${folder}/good.pem, key: ${folder}/good.key, laboratory: ${folder} }`,
  );
  return EXIT.passed;
}

function write(folder: string, files: readonly (readonly [name: string, pem: string])[]): void {
  try {
    mkdirSync(folder, { recursive: true, mode: FOLDER_MODE });
    for (const [name, pem] of files) writeFileSync(join(folder, name), pem, { flag: 'wx', mode: FILE_MODE });
  } catch (error) {
    const { code, path = folder } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') {
      throw new OperatorError(
        EXIT.usage,
        `${path} exists already, and nothing of it was changed`,
        'name another folder',
      );
    }
    throw new OperatorError(EXIT.infrastructure, `${folder} cannot be written (${code})`, 'name another folder', error);
  }
}
