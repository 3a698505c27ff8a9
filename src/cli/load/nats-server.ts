import { readFileSync } from 'node:fs';
import { isLoopback } from '../../config/target.js';
import type { Link } from '../../load/agents/link.js';
import { type LinkOptions, openLink } from '../../load/agents/open-link.js';
import { EXIT } from '../exit-codes.js';
import { OperatorError } from '../operator-error.js';
import { NATS_DEFAULT } from './agents-options.js';

/** Secrets are never options, which every user of the machine could read. */
const VARIABLES = {
  user: 'PIPEHAT_NATS_USER',
  password: 'PIPEHAT_NATS_PASSWORD',
  token: 'PIPEHAT_NATS_TOKEN',
} as const;
/** These name files. */
const FILES = { creds: 'PIPEHAT_NATS_CREDS', ca: 'PIPEHAT_NATS_CA' } as const;

/** Throws OperatorError for an address that is none, secrets in it, and secrets that would travel in clear text. */
export function linkOptions(address: string, name: string, variables: NodeJS.ProcessEnv): LinkOptions {
  const servers = address.split(',').map((server) => server.trim());
  const hosts = servers.map(hostOf);
  const secrets = Object.fromEntries(entriesOf(VARIABLES, variables));
  const files = Object.fromEntries(entriesOf(FILES, variables).map(([key, file]) => [key, textOf(key, file)]));
  const isSecure = files['ca'] !== undefined || servers.every((server) => server.startsWith('tls://'));
  const hasSecret = Object.keys(secrets).length > 0 || files['creds'] !== undefined;
  const strange = hosts.find((host) => !isLoopback(host));
  if (hasSecret && !isSecure && strange !== undefined) {
    const remedy = `write tls://${strange}:4222; ${FILES.ca} names the PEM file of its authority`;
    throw new OperatorError(EXIT.usage, `--nats: the credentials would go to ${strange} in clear text`, remedy);
  }
  return { servers: servers.join(','), name, ...secrets, ...files };
}

/** Throws OperatorError where NATS is not there. */
export async function openNats(options: LinkOptions): Promise<Link> {
  const opening = await openLink(options);
  if (opening.kind === 'open') return opening.link;
  throw new OperatorError(
    EXIT.infrastructure,
    opening.message,
    'start it with: nats-server -js, or name another with --nats',
  );
}

const FORM = /^(?:nats|tls):\/\/(?:([^@/]*)@)?(\[[0-9a-f:.]+\]|[^\s/:?#@[\]]+)(?::(\d{1,5}))?\/?$/i;

function hostOf(server: string): string {
  const [, secret, host] = FORM.exec(server) ?? [];
  if (secret !== undefined) {
    const remedy = `take them out of the address, and set ${VARIABLES.user} and ${VARIABLES.password}`;
    throw new OperatorError(EXIT.usage, '--nats: an address with credentials can be read by everybody', remedy);
  }
  if (host !== undefined) return host.replace(/^\[|\]$/g, '');
  throw new OperatorError(
    EXIT.usage,
    `--nats: "${server}" is no address of NATS`,
    `write ${NATS_DEFAULT}, or tls://host:4222`,
  );
}

function entriesOf(
  named: Readonly<Record<string, string>>,
  variables: NodeJS.ProcessEnv,
): readonly (readonly [string, string])[] {
  return Object.entries(named).flatMap(([key, variable]) => {
    const value = variables[variable];
    return value === undefined || value === '' ? [] : [[key, value] as const];
  });
}

function textOf(key: string, file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? 'unknown reason';
    const variable = key === 'ca' ? FILES.ca : FILES.creds;
    throw new OperatorError(EXIT.usage, `${variable}: ${file} cannot be read (${reason})`, 'give the path of a file');
  }
}
