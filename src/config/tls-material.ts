import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Mistake } from '../base/mistake.js';
import type { Path } from '../base/yaml-document.js';
import type { TlsMaterial } from './config.js';
import type { RawTls } from './schema.js';

type Pem = 'ca' | 'cert' | 'key';

/** The certificates of one actor: what the environment says, overridden key by key by what the actor says. */
export function tlsMaterial(
  layers: readonly { readonly raw: RawTls | undefined; readonly path: Path }[],
  folder: string,
  mistakes: Mistake[],
): TlsMaterial {
  const raw: RawTls = Object.assign({}, ...layers.map((layer) => layer.raw));
  const read = (key: Pem): string | undefined => {
    const layer = layers.findLast((candidate) => candidate.raw?.[key] !== undefined);
    const name = layer?.raw?.[key];
    return name === undefined ? undefined : readPem(resolve(folder, name), [...(layer?.path ?? []), key], mistakes);
  };
  const [ca, cert, key] = [read('ca'), read('cert'), read('key')];
  return {
    ...(ca !== undefined && { ca }),
    ...(cert !== undefined && { cert }),
    ...(key !== undefined && { key }),
    ...(raw.passphrase !== undefined && { passphrase: raw.passphrase }),
    ...(raw.serverName !== undefined && { serverName: raw.serverName }),
    requireClientCertificate: raw.requireClientCertificate ?? false,
  };
}

/** The text of a PEM file. What is wrong with it becomes a mistake, once for a file that several actors use. */
function readPem(file: string, path: Path, mistakes: Mistake[]): string | undefined {
  const complain = (what: string): undefined => {
    const known = mistakes.some((mistake) => mistake.what === what && mistake.path.join() === path.join());
    if (!known) mistakes.push({ path, what, remedy: 'name a PEM file, relative to the folder of the config file' });
  };
  try {
    const pem = readFileSync(file, 'utf8');
    return pem.includes('-----BEGIN ') ? pem : complain(`${file} is not a PEM file`);
  } catch (error) {
    return complain(`${file} cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown reason'})`);
  }
}
