import { deflateRawSync, inflateRawSync } from 'node:zlib';

type Pages = readonly (Uint8Array | undefined)[];

/** A stripe of bits repeats itself: deflated it is a small part of the page. Empty pages are null. */
export function pageTexts(pages: Pages): readonly (string | null)[] {
  return Array.from(pages, (page) => (page === undefined ? null : deflateRawSync(page).toString('base64')));
}

/** The pages of an OrdinalSet again. */
export function pagesOf(texts: readonly (string | null)[]): Pages {
  return texts.map((text) => (text === null ? undefined : new Uint8Array(inflateRawSync(Buffer.from(text, 'base64')))));
}
