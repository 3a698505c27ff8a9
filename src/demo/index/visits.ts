import { type Identifier, keysOf } from './identifiers.js';
import { owned } from './owned.js';
import type { Patient } from './patients.js';

/** `planned`: pre-admitted. `void`: the admission was cancelled or the visit deleted. */
export type VisitState = 'planned' | 'open' | 'closed' | 'void';

export interface Visit {
  readonly patient: Patient;
  state: VisitState;
  /** PV1-2. */
  patientClass: string;
  /** PV1-3 as sent; empty while no bed is taken. */
  bed: string;
  /** The beds before each transfer that may still be cancelled, first to last. */
  earlierBeds: string[];
}

/** Visits by number and authority; one without a number is known as its patient's latest. */
export class Visits {
  readonly #byKey = new Map<string, Visit>();
  readonly #latest = new Map<Patient, Visit>();
  readonly #all: Visit[] = [];

  count(isMeant: (visit: Visit) => boolean): number {
    return this.#all.filter(isMeant).length;
  }

  byNumber(number: Identifier): Visit | undefined {
    return keysOf(number)
      .map((key) => this.#byKey.get(key))
      .find((visit) => visit !== undefined);
  }

  latestOf(patient: Patient): Visit | undefined {
    return this.#latest.get(patient);
  }

  /** Opens or plans a visit: a new one, or one that was planned or void before. */
  begin(
    number: Identifier | undefined,
    patient: Patient,
    state: 'planned' | 'open',
    patientClass: string,
    bed: string,
  ): void {
    const known = number && this.byNumber(number);
    const told = { state, patientClass: owned(patientClass), bed: owned(bed), earlierBeds: [] };
    const visit: Visit = known ?? { patient, ...told };
    if (known) Object.assign(known, told);
    else this.#all.push(visit);
    this.#latest.set(patient, visit);
    if (number) this.rename(visit, number);
  }

  /** After a merge the survivor's latest visit may be that of the other; one that is open comes first. */
  inherit(into: Patient, gone: Patient): void {
    const theirs = this.#latest.get(gone);
    const own = this.#latest.get(into);
    if (theirs && own?.state !== 'open') this.#latest.set(into, theirs);
  }

  /** The visit is known under this number too. */
  rename(visit: Visit, number: Identifier): void {
    for (const key of keysOf(number)) this.#byKey.set(owned(key), visit);
  }
}
