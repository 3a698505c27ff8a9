import { join, resolve } from 'node:path';
import type { Mistake } from '../base/mistake.js';
import type { Path } from '../base/yaml-document.js';
import { CERTIFICATES, type TlsLaboratory } from '../mllp/tls-laboratory.js';
import { MOST_PEM_BYTES, readBounded } from './bounded-file.js';
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
  const laboratory = readLaboratory(layers, folder, mistakes);
  return {
    ...(ca !== undefined && { ca }),
    ...(cert !== undefined && { cert }),
    ...(key !== undefined && { key }),
    ...(raw.passphrase !== undefined && { passphrase: raw.passphrase }),
    ...(raw.serverName !== undefined && { serverName: raw.serverName }),
    requireClientCertificate: raw.requireClientCertificate ?? false,
    ...(raw.clientNames !== undefined && { clientNames: raw.clientNames }),
    ...(laboratory && { laboratory }),
  };
}

/** The folder that `pipehat certificates` has made. */
function readLaboratory(
  layers: Parameters<typeof tlsMaterial>[0],
  folder: string,
  mistakes: Mistake[],
): TlsLaboratory | undefined {
  const layer = layers.findLast(({ raw }) => raw?.laboratory !== undefined);
  if (layer?.raw?.laboratory === undefined) return undefined;
  const path = [...layer.path, 'laboratory'];
  const place = resolve(folder, layer.raw.laboratory);
  const read = (name: string): string => readPem(join(place, name), path, mistakes) ?? '';
  const certificates = CERTIFICATES.map((kind) => [kind, { cert: read(`${kind}.pem`), key: read(`${kind}.key`) }]);
  return { ca: read('ca.pem'), certificates: Object.fromEntries(certificates) };
}

/** The text of a PEM file. What is wrong with it becomes a mistake, once for a file that several actors use. */
function readPem(file: string, path: Path, mistakes: Mistake[]): string | undefined {
  const complain = (what: string): undefined => {
    const known = mistakes.some((mistake) => mistake.what === what && mistake.path.join() === path.join());
    if (!known) mistakes.push({ path, what, remedy: 'name a PEM file, relative to the folder of the config file' });
  };
  try {
    const pem = readBounded(file, MOST_PEM_BYTES);
    return pem.includes('-----BEGIN ') ? pem : complain(`${file} is not a PEM file`);
  } catch (error) {
    return complain(`${file} cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown reason'})`);
  }
}
