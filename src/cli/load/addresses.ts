import type { FarEndPlan, LoadTarget } from '../../load/plan/load-plan.js';
import type { WrittenPlan } from '../../load/plan/read-plan.js';
import { EXIT } from '../exit-codes.js';
import { dialTarget, listenerTls, type TlsOptions } from '../link-options.js';
import { OperatorError } from '../operator-error.js';
import type { LoadFlags } from './flags.js';

/** `demo` stands for the demo engine, which is started for the run. */
const DEMO = 'demo';

const ROLES = ['ehr', 'lis', 'ris', 'pharmacy'] as const;

/** Whether the run brings its own system under test. */
export function wantsDemo(written: WrittenPlan, flags: LoadFlags): boolean {
  const named = flags.to ?? (typeof written.to === 'string' ? [written.to] : []);
  return named.length === 1 && named[0] === DEMO;
}

/** Where messages go. Throws OperatorError for a wrong address or another machine without allowance. */
export function targetsOf(written: WrittenPlan, flags: LoadFlags): readonly LoadTarget[] {
  const named = flags.to?.map(roleAndAddress) ?? fromPlan(written.to);
  if (named.length === 0) {
    throw new OperatorError(EXIT.usage, 'nothing says where to send', 'add --to mllp://host:port, or --to demo');
  }
  return named.map(({ role, address }) => {
    const allowHost = flags.allowTarget ?? [];
    const target = dialTarget({
      to: address,
      allowHost,
      allowOption: '--allow-target',
      ...certificatesOf(written, flags),
    });
    return { ...target, ...(role !== undefined && { role }) };
  });
}

/** The options go before the plan file. */
function certificatesOf({ tls = {} }: WrittenPlan, { ca, cert, key, serverName }: LoadFlags): TlsOptions {
  const given = Object.entries({ ca, cert, key, serverName }).filter(([, value]) => value !== undefined);
  return { ...tls, ...Object.fromEntries(given) } as TlsOptions;
}

interface Named {
  readonly role: (typeof ROLES)[number] | undefined;
  readonly address: string;
}

function fromPlan(to: WrittenPlan['to']): readonly Named[] {
  if (to === undefined) return [];
  if (typeof to === 'string') return [{ role: undefined, address: to }];
  return ROLES.flatMap((role) => {
    const address = to[role];
    return address === undefined ? [] : [{ role, address }];
  });
}

function roleAndAddress(text: string): Named {
  const [, name, address] = /^(\w+)=(.*)$/.exec(text) ?? [];
  if (name === undefined || address === undefined) return { role: undefined, address: text };
  const role = ROLES.find((one) => one === name);
  if (role !== undefined) return { role, address };
  throw new OperatorError(EXIT.usage, `--to: "${name}" is no role`, `use one of ${ROLES.join(', ')}`);
}

const AT_ONCE = 'constant:0ms';

/** Where we listen for what the system delivers. */
export function farEndsOf(written: WrittenPlan, flags: LoadFlags): readonly FarEndPlan[] {
  const common = certificatesOf(written, flags);
  if (flags.farEnd !== undefined) return flags.farEnd.map((text, n) => farEndOf(text, n, common));
  return Object.entries(written.farEnds ?? {}).map(([name, { listen, serviceTime = AT_ONCE, expects, tls }]) => {
    const certificates = tls === undefined ? common : (tls as TlsOptions);
    const place = listenPoint(listen, certificates, tls !== undefined);
    return { name, ...place, serviceTime, ...(expects !== undefined && { expects }) };
  });
}

/** `lis=127.0.0.1:7001` or an address alone. */
function farEndOf(text: string, n: number, certificates: TlsOptions): FarEndPlan {
  const [, name = `far-end-${n + 1}`, listen = text] = /^([\w-]+)=(.*)$/.exec(text) ?? [];
  return { name, ...listenPoint(listen, certificates, false), serviceTime: AT_ONCE };
}

const LISTEN_FORM = /^(?:(mllps?):\/\/)?(?:(\[[^\]]+\]|[^:/]+):)?(\d{1,5})$/;

function listenPoint(
  text: string,
  certificates: TlsOptions,
  isSecure: boolean,
): Omit<FarEndPlan, 'name' | 'serviceTime'> {
  const [, scheme, host = '127.0.0.1', digits] = LISTEN_FORM.exec(text.trim()) ?? [];
  const port = Number(digits);
  if (digits === undefined || port > 65_535) {
    const remedy = 'write a port, or host:port: 127.0.0.1:7001; with TLS mllps://127.0.0.1:7001';
    throw new OperatorError(EXIT.usage, `"${text}" is no address to listen on`, remedy);
  }
  const place = { host: host.replace(/^\[|\]$/g, ''), port };
  if (scheme !== 'mllps' && !isSecure) return place;
  const tls = listenerTls(certificates);
  if (tls !== undefined) return { ...place, tls };
  throw new OperatorError(
    EXIT.usage,
    `${text} is to listen with TLS, and has no certificate`,
    'add --cert and --key, each the path of a PEM file; with --ca the system must show a certificate too',
  );
}
