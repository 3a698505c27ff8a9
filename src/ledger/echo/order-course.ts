import { isGivenAfter, stopTime } from './dose-after-stop.js';
import type { OrderGroup } from './order-groups.js';
import { type EchoFinding, illegal, type Seen } from './seen.js';

/** Codes of OBR-25 (table 0123) before the final result. */
const UNFINISHED: ReadonlySet<string> = new Set(['O', 'I', 'S', 'A', 'P', 'R']);
/** Codes of OBR-25 and OBX-11 behind it. */
const FINISHED: ReadonlySet<string> = new Set(['F', 'C']);
const RESULTED: ReadonlySet<string> = new Set(['A', 'P', 'R', 'F', 'C']);
/** OBX-11 that is less than final. */
const LESS: ReadonlySet<string> = new Set(['P', 'R', 'S', 'I', 'O']);
/** Requests of a placer: ORC-5 is the filler's alone. */
const REQUESTS: ReadonlySet<string> = new Set(['NW', 'CA', 'DC', 'HD', 'RL', 'RP', 'RO', 'SS', 'RF', 'PA', 'CH']);
const ORDERS: ReadonlySet<string> = new Set(['ORM', 'OML', 'OMG', 'OMI', 'OMP']);
/** The filler has stopped it: nothing more is dispensed. */
const STOPPED: ReadonlySet<string> = new Set(['DR', 'OD', 'CR', 'OC']);

/** One rule that was broken: which, where, and in words. */
interface Breach {
  readonly code: string;
  readonly path: string;
  readonly message: string;
  readonly actual: string;
}

/** What has been told of one order so far, in the order in which it was told. */
export class OrderCourse {
  /** Exchanges whose news led to where it stands. */
  #cancelled: string | undefined;
  #stopped: string | undefined;
  #stoppedAt: string | undefined;
  #completed: string | undefined;
  /** By OBR-4: in which exchange it became final. */
  readonly #final = new Map<string, string>();
  /** By OBR-4, OBX-3 and OBX-4. */
  readonly #pairs = new Map<string, string>();

  /** Takes what one message says of the order; `isPlaced`: the order was known before. */
  take(group: OrderGroup, seen: Seen, isPlaced: boolean): readonly EchoFinding[] {
    const breaches = [
      ...this.#ofOrder(group, seen),
      ...this.#ofResult(group, isPlaced),
      ...group.observations.flatMap((obx) => this.#ofObservation(obx, group)),
      ...this.#ofDoses(group, seen),
    ];
    this.#remember(group, seen);
    return breaches.map(({ breach, since }) =>
      illegal(seen, { ...breach, message: since === undefined ? breach.message : `${breach.message} (${since})` }),
    );
  }

  #ofOrder({ orc, obr }: OrderGroup, { message }: Seen): readonly Told[] {
    if (orc === undefined) return [];
    const [control, status] = [orc.get('1') ?? '', orc.get('5') ?? ''];
    const at = (field: number): string => `ORC[${orc.instance}]-${field}[1]`;
    const { code } = message.type;
    const told: Told[] = [];
    if (ORDERS.has(code) && REQUESTS.has(control) && status !== '')
      told.push(tell('status-by-placer', at(5), 'only the filler says how the order stands', status));
    if (control === 'CR' && this.#final.size > 0)
      told.push(
        tell(
          'cancelled-after-final',
          at(1),
          'the order is cancelled after its final result',
          control,
          first(this.#final),
        ),
      );
    if ((code === 'RDS' || code === 'RGV') && this.#stopped !== undefined)
      told.push(
        tell(
          'dispensed-after-stop',
          at(1),
          'the medicine is dispensed after the order was stopped',
          control,
          this.#stopped,
        ),
      );
    const isOpen = status === 'IP' || status === 'SC' || status === 'A';
    const regresses = isOpen && this.#completed !== undefined && !UNFINISHED.has(obr?.get('25') ?? '');
    if (regresses)
      told.push(
        tell('order-status-regress', at(5), 'the order is open again after it was completed', status, this.#completed),
      );
    return told;
  }

  #ofResult({ obr }: OrderGroup, isPlaced: boolean): readonly Told[] {
    const status = obr?.get('25') ?? '';
    if (obr === undefined || status === '') return [];
    const path = `OBR[${obr.instance}]-25[1]`;
    const final = this.#final.get(obr.get('4') ?? '');
    if (this.#cancelled !== undefined && RESULTED.has(status))
      return [
        tell('result-after-cancel', path, 'a result comes after the order was cancelled', status, this.#cancelled),
      ];
    if (final !== undefined && UNFINISHED.has(status))
      return [tell('result-status-regress', path, 'the result is less than final after it was final', status, final)];
    if (final !== undefined && status === 'X')
      return [tell('cancelled-after-final', path, 'the result is cancelled after it was final', status, final)];
    if (final === undefined && status === 'C' && isPlaced)
      return [tell('corrected-without-final', path, 'the result is corrected and was never final', status)];
    return [];
  }

  #ofObservation(obx: OrderGroup['observations'][number], { obr }: OrderGroup): readonly Told[] {
    const status = obx.get('11') ?? '';
    const path = `OBX[${obx.instance}]-11[1]`;
    const pair = pairOf(obx, obr);
    const before = this.#pairs.get(pair);
    if (before !== undefined && FINISHED.has(before) && LESS.has(status))
      return [
        tell('observation-status-regress', path, 'the observation is less than final after it was final', status),
      ];
    const isCancelled = obr?.get('25') === 'X';
    if (isCancelled && before === undefined && obx.get('5') !== undefined && !'XD'.includes(status))
      return [tell('observation-under-cancelled', path, 'a cancelled order has a new observation', status)];
    return [];
  }

  #ofDoses({ administrations }: OrderGroup, { message }: Seen): readonly Told[] {
    const [end, stopped] = [this.#stoppedAt, this.#stopped];
    if (message.type.code !== 'RAS' || end === undefined) return [];
    return administrations
      .filter((rxa) => isGivenAfter(rxa, end))
      .map((rxa) => {
        const path = `RXA[${rxa.instance}]-3[1]`;
        const what = `a dose is given after the order was stopped at ${end}`;
        return tell('administered-after-stop', path, what, rxa.get('3') ?? '', stopped);
      });
  }

  #remember({ orc, obr, observations }: OrderGroup, { exchange, message }: Seen): void {
    const [control, status, result] = [orc?.get('1') ?? '', orc?.get('5') ?? '', obr?.get('25') ?? ''];
    if (control === 'CR') this.#cancelled ??= exchange;
    if (STOPPED.has(control)) {
      this.#stopped ??= exchange;
      this.#stoppedAt ??= stopTime(orc, message);
    }
    if (status === 'CM') this.#completed ??= exchange;
    if (FINISHED.has(result)) this.#final.set(obr?.get('4') ?? '', exchange);
    for (const obx of observations) this.#pairs.set(pairOf(obx, obr), obx.get('11') ?? '');
  }
}

interface Told {
  readonly breach: Breach;
  /** The exchange that it contradicts. */
  readonly since: string | undefined;
}

function tell(code: string, path: string, message: string, actual: string, since?: string): Told {
  return { breach: { code, path, message, actual }, since };
}

function first(final: ReadonlyMap<string, string>): string | undefined {
  return [...final.values()][0];
}

function pairOf(obx: OrderGroup['observations'][number], obr: OrderGroup['obr']): string {
  return [obr?.get('4'), obx.get('3'), obx.get('4')].join('|');
}
