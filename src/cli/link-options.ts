import { MOST_PEM_BYTES, readBounded } from '../config/bounded-file.js';
import { isLoopback, parseTarget } from '../config/target.js';
import type { ClientTls, ServerTls } from '../mllp/tls.js';
import { EXIT } from './exit-codes.js';
import { OperatorError } from './operator-error.js';

/** The options by which commands name certificates: paths of PEM files. */
export interface TlsOptions {
  readonly ca?: string;
  readonly cert?: string;
  readonly key?: string;
  readonly serverName?: string;
}

export interface TargetOptions extends TlsOptions {
  /** `mllp://host:port` or `mllps://host:port`. */
  readonly to: string;
  readonly allowHost?: readonly string[];
  /** What the option is called that gives the allowance; --allow-host where absent. */
  readonly allowOption?: string;
}

/** The environment variable that holds the passphrase of a private key: never an option, which every user could read. */
export const PASSPHRASE_VARIABLE = 'PIPEHAT_KEY_PASSPHRASE';

export interface DialTarget {
  readonly host: string;
  readonly port: number;
  readonly tls?: ClientTls;
}

/** Where to connect to. Throws OperatorError for a wrong address, another machine without allowance, unreadable certificates. */
export function dialTarget(options: TargetOptions): DialTarget {
  const result = parseTarget(options.to);
  if (result.kind === 'invalid') throw new OperatorError(EXIT.usage, `--to: ${result.what}`, result.remedy);
  const { host, port, tls } = result.target;
  const allowed = (options.allowHost ?? []).map((name) => name.toLowerCase());
  if (!isLoopback(host) && !allowed.includes(host.toLowerCase())) {
    throw new OperatorError(
      EXIT.usage,
      `--to: ${host} is another machine, and nothing was sent to it`,
      `if it is a test system, add ${options.allowOption ?? '--allow-host'} ${host}`,
    );
  }
  return tls ? { host, port, tls: { ...certificates(options), ...serverName(options) } } : { host, port };
}

/** What a listener shows its callers; undefined without --cert. With --ca only callers with a certificate of it may come. */
export function listenerTls(options: TlsOptions): ServerTls | undefined {
  const { cert, key, ca, ...rest } = certificates(options);
  if (cert === undefined || key === undefined) return undefined;
  return { cert, key, ...rest, ...(ca !== undefined && { ca, requireClientCertificate: true }) };
}

interface Certificates {
  readonly ca?: string;
  readonly cert?: string;
  readonly key?: string;
  readonly passphrase?: string;
}

function certificates(options: TlsOptions): Certificates {
  if ((options.cert === undefined) !== (options.key === undefined)) {
    throw new OperatorError(EXIT.usage, '--cert and --key belong together', 'give both, each the path of a PEM file');
  }
  const passphrase = process.env[PASSPHRASE_VARIABLE];
  return {
    ...(options.ca !== undefined && { ca: readPem('--ca', options.ca) }),
    ...(options.cert !== undefined && { cert: readPem('--cert', options.cert) }),
    ...(options.key !== undefined && { key: readPem('--key', options.key) }),
    ...(passphrase !== undefined && { passphrase }),
  };
}

function serverName(options: TlsOptions): { readonly serverName?: string } {
  return options.serverName === undefined ? {} : { serverName: options.serverName };
}

function readPem(option: string, file: string): string {
  try {
    return readBounded(file, MOST_PEM_BYTES);
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? 'unknown reason';
    throw new OperatorError(EXIT.usage, `${option}: ${file} cannot be read (${reason})`, 'give the path of a PEM file');
  }
}
