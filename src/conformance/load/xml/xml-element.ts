/** An element of an XML document. Names are without prefix: none of our documents needs namespaces. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** The element's own text, without that of its children; '' where it is white space only. */
  readonly text: string;
  /** Of the `<` that opens the element; both 1-based, the column in UTF-16 units. */
  readonly line: number;
  readonly column: number;
}

export interface XmlDocument {
  /** For messages and places. */
  readonly file: string;
  readonly root: XmlElement;
}
