import { never } from '../base/never.js';
import type { Exchange } from './exchange.js';
import type { Finding } from './finding.js';
import { addReply, draftExchange, type ExchangeDraft, finishExchange } from './fold-exchange.js';
import { draftScenario, failHook, finishScenario, finishStep, type ScenarioDraft } from './fold-scenario.js';
import type { JournalEntry, RunManifest } from './journal-entry.js';
import type { RunRecord, ScenarioRecord, WireRecord } from './run-record.js';
import { type Verdict, worst } from './verdict.js';

/** What is shown when the first line of a journal was lost: everything else is still worth reading. */
const UNKNOWN: RunManifest = {
  run: 'unknown',
  startedAt: '',
  pipehat: 'unknown',
  node: 'unknown',
  platform: 'unknown',
  cucumber: 'unknown',
  environment: 'unknown',
  sut: { name: 'unknown', role: 'unknown', addresses: [] },
  seed: 'unknown',
  clock: '',
  timeScale: 1,
  links: [],
  hashes: {},
  requirements: {},
  command: 'unknown',
};

interface RunDraft {
  manifest: RunManifest;
  readonly scenarios: Map<string, ScenarioDraft>;
  readonly exchanges: Map<string, ExchangeDraft>;
  readonly strayFindings: Finding[];
  readonly strayWire: WireRecord[];
  finished?: Extract<JournalEntry, { kind: 'run-finished' }>;
}

/**
 * The run that a journal's entries tell. Total: an entry that names a scenario or exchange whose own line was lost
 * becomes a stray or is kept with its run. `unreadableLines` is passed on.
 */
export function fold(entries: Iterable<JournalEntry>, unreadableLines = 0): RunRecord {
  const draft: RunDraft = {
    manifest: UNKNOWN,
    scenarios: new Map(),
    exchanges: new Map(),
    strayFindings: [],
    strayWire: [],
  };
  for (const entry of entries) take(draft, entry);
  return finishRun(draft, unreadableLines);
}

function take(run: RunDraft, entry: JournalEntry): void {
  switch (entry.kind) {
    case 'run-started':
      run.manifest = entry.manifest;
      break;
    case 'scenario-started':
      run.scenarios.set(entry.scenario, draftScenario(entry));
      break;
    case 'step-finished':
      withScenario(run, entry.scenario, (scenario) => finishStep(scenario, entry));
      break;
    case 'hook-failed':
      withScenario(run, entry.scenario, (scenario) => failHook(scenario, entry));
      break;
    case 'message':
      run.exchanges.set(entry.exchange, draftExchange(entry));
      break;
    case 'reply':
      withExchange(run, entry.exchange, (exchange) => addReply(exchange, entry));
      break;
    case 'outcome':
      withExchange(run, entry.exchange, (exchange) => {
        exchange.outcome = entry.outcome;
        exchange.faults = entry.faults;
      });
      break;
    case 'wire':
      takeWire(run, entry);
      break;
    case 'finding':
      takeFinding(run, entry);
      break;
    case 'sut-control':
      withScenario(run, entry.scenario, ({ controls }) => {
        const { action, at, detail } = entry;
        controls.push({ action, at, ...(detail === undefined ? {} : { detail }) });
      });
      break;
    case 'confirmation':
      withScenario(run, entry.scenario, ({ confirmations }) => {
        confirmations.push(entry.confirmation);
      });
      break;
    case 'scenario-finished':
      withScenario(run, entry.scenario, (scenario) => {
        scenario.finished = entry;
      });
      break;
    case 'run-finished':
      run.finished = entry;
      break;
    default:
      never(entry);
  }
}

function withScenario(run: RunDraft, id: string | undefined, change: (scenario: ScenarioDraft) => void): void {
  const scenario = id === undefined ? undefined : run.scenarios.get(id);
  if (scenario !== undefined) change(scenario);
}

function withExchange(run: RunDraft, id: string, change: (exchange: ExchangeDraft) => void): void {
  const exchange = run.exchanges.get(id);
  if (exchange !== undefined) change(exchange);
}

function takeWire(run: RunDraft, entry: Extract<JournalEntry, { kind: 'wire' }>): void {
  const record = { link: entry.link, event: entry.event, raw: Buffer.from(entry.raw, 'base64'), at: entry.at };
  const scenario = entry.scenario === undefined ? undefined : run.scenarios.get(entry.scenario);
  (scenario?.wire ?? run.strayWire).push(record);
}

/** A finding hangs on its exchange; where it is about a scenario other than the exchange's, that scenario shows it too. */
function takeFinding(run: RunDraft, entry: Extract<JournalEntry, { kind: 'finding' }>): void {
  const exchange = entry.exchange === undefined ? undefined : run.exchanges.get(entry.exchange);
  exchange?.findings.push(entry.finding);
  const isTold = exchange !== undefined && (entry.scenario ?? exchange.message.scenario) === exchange.message.scenario;
  if (isTold) return;
  const scenario = entry.scenario === undefined ? undefined : run.scenarios.get(entry.scenario);
  (scenario?.findings ?? run.strayFindings).push(entry.finding);
}

function finishRun(run: RunDraft, unreadableLines: number): RunRecord {
  const exchanges = [...run.exchanges.values()].map(finishExchange);
  const scenarios = finishScenarios(run, exchanges);
  const { finished } = run;
  return {
    manifest: run.manifest,
    scenarios,
    strayExchanges: exchanges.filter((exchange) => !run.scenarios.has(exchange.scenario ?? '')),
    strayFindings: run.strayFindings,
    strayWire: run.strayWire,
    verdict: worst(verdicts(scenarios, finished)),
    complete: finished !== undefined,
    interrupted: finished?.interrupted ?? false,
    ...(finished === undefined ? {} : { finishedAt: finished.at }),
    unreadableLines,
  };
}

function finishScenarios(run: RunDraft, exchanges: readonly Exchange[]): ScenarioRecord[] {
  const claimed = new Map<string, Exchange[]>([...run.scenarios.keys()].map((id) => [id, []]));
  for (const exchange of exchanges) claimed.get(exchange.scenario ?? '')?.push(exchange);
  const isRequirement = (tag: string): boolean => /^REQ-/i.test(tag) || Object.hasOwn(run.manifest.requirements, tag);
  return [...run.scenarios].map(([id, draft]) => finishScenario(draft, claimed.get(id) ?? [], isRequirement));
}

/** A run in which nothing ran, or that did not come to its own end, proves nothing more than untestable. */
function* verdicts(scenarios: readonly ScenarioRecord[], finished: RunDraft['finished']): Generator<Verdict> {
  for (const scenario of scenarios) yield scenario.verdict;
  if (finished !== undefined) yield finished.verdict;
  if (scenarios.length === 0 || finished === undefined || finished.interrupted) yield 'untestable';
}
