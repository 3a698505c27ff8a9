/**
 * Nodes that queries have found and that are still looked at: one array for the whole thread, on which evaluations that nest
 * lay theirs above those of the outer ones. Who has pushed sets `top` back.
 */
export class NodeStack {
  items = new Int32Array(256);
  top = 0;

  push(node: number): void {
    if (this.top === this.items.length) this.#grow();
    this.items[this.top++] = node;
  }

  at(index: number): number {
    return this.items[index] ?? 0;
  }

  #grow(): void {
    const wider = new Int32Array(this.items.length * 2);
    wider.set(this.items);
    this.items = wider;
  }
}
