import { parseArgs } from 'node:util';
import { DEFECTS, type DefectName, isDefectName } from './defects.js';
import type { Address } from './link.js';
import { DESTINATIONS, type Destination } from './stored-message.js';

/** What the command line of the engine says. */
export interface EngineArguments {
  readonly port: number;
  readonly host: string;
  /** Absent: a temporary folder. */
  readonly dataDir: string | undefined;
  readonly deliver: Partial<Record<Destination, Address>>;
  readonly defects: readonly DefectName[];
  readonly timeScale: number;
}

/** A command line that cannot be understood: the message says what is wrong and what is possible. */
export class UsageError extends Error {}

const DEFAULT_PORT = '6661';

/** Reads the arguments; throws a UsageError. */
export function readArguments(argv: readonly string[]): EngineArguments {
  const values = parse(argv);
  return {
    port: portOf(values.port),
    host: values.host,
    dataDir: values['data-dir'],
    deliver: Object.fromEntries(values.deliver.map(readDelivery)),
    defects: values.defect.map(readDefect),
    timeScale: readScale(values['time-scale']),
  };
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      options: {
        port: { type: 'string', default: DEFAULT_PORT },
        host: { type: 'string', default: '127.0.0.1' },
        'data-dir': { type: 'string' },
        deliver: { type: 'string', multiple: true, default: [] },
        defect: { type: 'string', multiple: true, default: [] },
        'time-scale': { type: 'string', default: '1' },
      },
    }).values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function portOf(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (port <= 65_535) return port;
  throw new UsageError(`"${text}" is not a port. Give a number from 0 (any that is free) to 65535.`);
}

/** `lis=127.0.0.1:7001`, or with a standby `lis=127.0.0.1:7001,127.0.0.1:7011`. */
function readDelivery(text: string): [Destination, Address] {
  const [, role, host, port, more] = /^([a-z]+)=([^,]+):(\d+)(?:,(.*))?$/.exec(text) ?? [];
  const [, secondHost, secondPort] = /^([^,]+):(\d+)$/.exec(more ?? '') ?? [];
  const destination = DESTINATIONS.find((name) => name === role);
  if (destination && host && port && (more === undefined || secondHost)) {
    const standby = secondHost && secondPort ? { host: secondHost, port: portOf(secondPort) } : undefined;
    return [destination, { host, port: portOf(port), ...(standby && { standby }) }];
  }
  const example = '--deliver lis=127.0.0.1:7001, or with a standby lis=127.0.0.1:7001,127.0.0.1:7011';
  throw new UsageError(
    `cannot deliver to "${text}". Name one of ${DESTINATIONS.join(', ')} and an address: ${example}`,
  );
}

function readDefect(text: string): DefectName {
  if (isDefectName(text)) return text;
  const list = DEFECTS.map(({ name, description }) => `  ${name}: ${description}`).join('\n');
  throw new UsageError(`there is no defect "${text}". There are:\n${list}`);
}

function readScale(text: string): number {
  const scale = Number(text);
  if (scale > 0 && scale <= 1_000) return scale;
  throw new UsageError(
    `"${text}" is not a time scale. Give a number above 0: 1 is real time, 0.05 twenty times as fast.`,
  );
}
