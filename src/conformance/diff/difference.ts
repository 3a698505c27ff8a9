/** One thing in which two profiles differ. */
export interface Difference {
  /** Where: `PATIENT.PID-3.1`, a message, a value set. Several where the same is different at several places. */
  readonly places: readonly string[];
  /** What is different: `usage`, `values`, `statement REQ-1` ... */
  readonly what: string;
  /** Absent where only the second profile has it. */
  readonly before?: string;
  /** Absent where only the first profile has it. */
  readonly after?: string;
}

/** Collects differences; what is the same at several places becomes one. */
export class Differences {
  readonly #known = new Map<string, { readonly difference: Difference; readonly places: string[] }>();

  /** Nothing where both are the same. `topic` keeps apart what only happens to have the same words. */
  add(place: string, what: string, before: string | undefined, after: string | undefined, topic = ''): void {
    if (before === after) return;
    const key = JSON.stringify([topic, what, before, after]);
    const known = this.#known.get(key);
    if (known !== undefined) {
      if (!known.places.includes(place)) known.places.push(place);
      return;
    }
    const places = [place];
    const sides = { ...(before !== undefined && { before }), ...(after !== undefined && { after }) };
    this.#known.set(key, { difference: { places, what, ...sides }, places });
  }

  list(): readonly Difference[] {
    return [...this.#known.values()].map(({ difference }) => difference);
  }
}
