/** British and everyday spellings, and what the catalogue calls them. Whole words after normalisation. */
const SYNONYMS: Readonly<Record<string, string>> = {
  paracetamol: 'acetaminophen',
  salbutamol: 'albuterol',
  adrenaline: 'epinephrine',
  noradrenaline: 'norepinephrine',
  frusemide: 'furosemide',
  xray: 'x ray',
  radiograph: 'x ray',
  cxr: 'chest x ray',
  mri: 'mr',
  scan: '',
  mcg: 'ug',
  microgram: 'ug',
  micrograms: 'ug',
  unt: 'unit',
  iu: 'unit',
  units: 'unit',
};

const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/haem/g, 'hem'],
  [/leuc/g, 'leuk'],
  [/oestr/g, 'estr'],
  [/paed/g, 'ped'],
  [/sulph/g, 'sulf'],
  [/(\d)(mg|mcg|ug|ml|mmol|units?|g)\b/g, '$1 $2'],
];

/** Lower case words without punctuation; grams become milligrams, so that `1 g` finds `1000 MG`. */
export function normalName(name: string): string {
  let text = name.toLowerCase();
  for (const [from, to] of SPELLINGS) text = text.replace(from, to);
  const words = text.replace(/\[iu\]/g, 'unit').match(/\d+\.\d+|[\p{L}\d+%]+/gu) ?? [];
  return words
    .map((word) => SYNONYMS[word] ?? word)
    .join(' ')
    .replace(/\b(\d+(?:\.\d+)?) g\b/g, (_, grams: string) => `${Number(grams) * 1000} mg`)
    .replace(/ +/g, ' ')
    .trim();
}
