import type { Exchange, ReplyEvidence } from '../src/evidence/exchange.js';
import { accountingOf } from '../src/evidence/run-accounting.js';
import type { RunRecord, ScenarioRecord, WireRecord } from '../src/evidence/run-record.js';

/** Bytes in JSON: as text where they are UTF-8, else as base64. One of the two is there. */
type Bytes = { readonly raw: string } | { readonly rawBase64: string };

/**
 * The run as JSON, a public shape: `RunRecord` with the bytes of messages as text. The same record gives the same
 * characters, so its checksum stands for the run. Holds patient data.
 */
export function runJson(run: RunRecord): string {
  const { scenarios, strayExchanges, strayWire, ...rest } = run;
  const plain = {
    format: 'pipehat-run/1',
    ...rest,
    ...accountingPart(run),
    scenarios: scenarios.map(plainScenario),
    strayExchanges: strayExchanges.map(plainExchange),
    strayWire: strayWire.map(plainWire),
  };
  return `${JSON.stringify(plain, null, 2)}\n`;
}

/** What does not add up, by the ids of exchanges; absent where the system under test passes nothing on. */
function accountingPart(run: RunRecord): object {
  const accounting = accountingOf(run);
  if (accounting === undefined) return {};
  const { wrong, ...counts } = accounting;
  const named = wrong.map(({ exchange, source, ...rest }) => ({
    ...rest,
    exchange: exchange.id,
    controlId: exchange.controlId,
    ...(source === undefined ? {} : { source: source.id }),
  }));
  return { accounting: { ...counts, wrong: named } };
}

function plainScenario(scenario: ScenarioRecord): object {
  return { ...scenario, exchanges: scenario.exchanges.map(plainExchange), wire: scenario.wire.map(plainWire) };
}

function plainExchange(exchange: Exchange): object {
  const { raw, accept, application, ...rest } = exchange;
  return {
    ...rest,
    ...bytes(raw),
    ...(accept === undefined ? {} : { accept: plainReply(accept) }),
    ...(application === undefined ? {} : { application: plainReply(application) }),
  };
}

function plainReply({ raw, ...rest }: ReplyEvidence): object {
  return { ...rest, ...bytes(raw) };
}

function plainWire({ raw, ...rest }: WireRecord): object {
  return { ...rest, ...bytes(raw) };
}

function bytes(raw: Buffer): Bytes {
  const text = raw.toString('utf8');
  return Buffer.from(text).equals(raw) ? { raw: text } : { rawBase64: raw.toString('base64') };
}
