/** What a running load tells of itself. Rates are messages a second, latencies milliseconds, both of the last second. */
export interface RunningLoad {
  /** Seconds since the start, and how many there will be. */
  readonly second: number;
  readonly ofSeconds: number;
  readonly rate: number;
  readonly plannedRate: number;
  readonly inFlight: number;
  /** For a free connection. */
  readonly waiting: number;
  readonly connections: number;
  readonly offered: number;
  readonly sent: number;
  readonly acknowledged: number;
  readonly errors: number;
  readonly dropped: number;
  readonly responseP50: number;
  readonly responseP99: number;
  readonly latenessP99: number;
  /** What the far end has seen; lost is what was accepted some seconds ago and is not there, where that is known. */
  readonly ledger?: {
    readonly delivered: number;
    readonly lost?: number;
    readonly duplicated: number;
    readonly altered: number;
  };
}

interface Metric {
  readonly name: string;
  readonly type: 'counter' | 'gauge';
  readonly help: string;
  /** Nothing where it is not measured: a 0 would say that it is fine. */
  readonly samples: (load: RunningLoad) => readonly Sample[];
}

interface Sample {
  readonly labels?: Readonly<Record<string, string>>;
  readonly value: number;
}

const seconds = (ms: number): number => ms / 1_000;

function one(name: string, type: Metric['type'], help: string, of: (load: RunningLoad) => number): Metric {
  return { name: `pipehat_load_${name}`, type, help, samples: (load) => [{ value: of(load) }] };
}

/** A second without an answer has no response time: 0 stands for that, since none is below a microsecond. */
function answered(name: string, help: string, of: 'responseP50' | 'responseP99'): Metric {
  const samples = (load: RunningLoad): readonly Sample[] => (load[of] === 0 ? [] : [{ value: seconds(load[of]) }]);
  return { name: `pipehat_load_${name}`, type: 'gauge', help, samples };
}

const METRICS: readonly Metric[] = [
  one('elapsed_seconds', 'gauge', 'Seconds since the start of the run.', ({ second }) => second),
  one('planned_seconds', 'gauge', 'Seconds that the run will take.', ({ ofSeconds }) => ofSeconds),
  one('offered_total', 'counter', 'Messages that the plan wanted so far.', ({ offered }) => offered),
  one('sent_total', 'counter', 'Messages handed to the system.', ({ sent }) => sent),
  one('acknowledged_total', 'counter', 'Messages answered with any code.', ({ acknowledged }) => acknowledged),
  one('errors_total', 'counter', 'Messages that did not end with AA or CA.', ({ errors }) => errors),
  one('dropped_total', 'counter', 'Messages never sent: the queue was full or too slow.', ({ dropped }) => dropped),
  one('rate', 'gauge', 'Messages a second, as sent.', ({ rate }) => rate),
  one('planned_rate', 'gauge', 'Messages a second, as planned.', ({ plannedRate }) => plannedRate),
  one('in_flight', 'gauge', 'Messages sent and not answered yet.', ({ inFlight }) => inFlight),
  one('waiting', 'gauge', 'Messages that wait for a free connection.', ({ waiting }) => waiting),
  one('connections', 'gauge', 'Connections to the system.', ({ connections }) => connections),
  answered(
    'response_p50_seconds',
    'Median response time of the last second, from the intended instant.',
    'responseP50',
  ),
  answered(
    'response_p99_seconds',
    'Response time of the last second at p99; read it beside the lateness.',
    'responseP99',
  ),
  one('lateness_p99_seconds', 'gauge', "The generator's own delay in the last second at p99.", ({ latenessP99 }) =>
    seconds(latenessP99),
  ),
  {
    name: 'pipehat_load_ledger_messages',
    type: 'gauge',
    help: 'What the far end has seen so far, by what became of the message.',
    samples: ({ ledger }) =>
      Object.entries(ledger ?? {}).map(([fate, value]: [string, number]) => ({ labels: { fate }, value })),
  },
];

/** The running state as Prometheus reads it (text exposition format 0.0.4). `run` is the name of the load. */
export function prometheusText(run: string, load: RunningLoad): string {
  return METRICS.map(({ name, type, help, samples }) => {
    const lines = samples(load).filter(({ value }) => Number.isFinite(value));
    const text = lines.map(({ labels, value }) => `${name}{${labelText({ run, ...labels })}} ${value}\n`);
    return text.length === 0 ? '' : `# HELP ${name} ${help}\n# TYPE ${name} ${type}\n${text.join('')}`;
  }).join('');
}

function labelText(labels: Readonly<Record<string, string>>): string {
  return Object.entries(labels)
    .map(([name, value]) => `${name}="${escaped(value)}"`)
    .join(',');
}

function escaped(value: string): string {
  return value
    .replaceAll('\\', '\\\\')
    .replaceAll('"', '\\"')
    .replace(/[\r\n]+/g, '\\n');
}
