import type { Judge } from './judge.js';
import type { MessageSelection } from './message-selection.js';
import type { Parcel, ParcelResult, Runner } from './parcel.js';
import type { Workbench } from './workbench.js';

/** Judges in the thread of the command itself. */
export class HereRunner implements Runner {
  readonly width = 1;
  readonly #workbench: Workbench;
  readonly #judge: Judge;
  readonly #selection: MessageSelection;
  #known = 0;

  constructor(judge: Judge, workbench: Workbench, selection: MessageSelection) {
    this.#judge = judge;
    this.#workbench = workbench;
    this.#selection = selection;
  }

  async run(parcel: Parcel): Promise<ParcelResult> {
    const { plans } = this.#selection;
    for (const plan of plans.slice(this.#known)) this.#judge.addPlan(this.#known++, plan);
    return this.#workbench.process(parcel);
  }

  async close(): Promise<void> {}
}
