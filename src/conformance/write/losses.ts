/** What a form cannot say. Nothing is dropped in silence: what is lost is told to the person who converts. */
export class Losses {
  readonly #places = new Map<string, string[]>();

  /** `what`: the kind of thing that is lost, in the plural; `place`: where it is. */
  add(what: string, place: string): void {
    const places = this.#places.get(what);
    if (places === undefined) this.#places.set(what, [place]);
    else if (!places.includes(place)) places.push(place);
  }

  /** One sentence for each kind of thing, with the first places. */
  told(): readonly string[] {
    return [...this.#places].map(([what, places]) => {
      const shown = places.slice(0, SHOWN).join(', ');
      const more = places.length > SHOWN ? ` and ${places.length - SHOWN} more` : '';
      return `${what}: ${shown}${more}`;
    });
  }
}

const SHOWN = 8;
