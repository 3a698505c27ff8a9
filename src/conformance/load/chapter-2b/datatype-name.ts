/** Data types without components. Of TS, the time alone is left where nothing below it is listed. */
const PRIMITIVES = new Set('DT DTM FT GTS ID IS NM SI ST TM TN TS TX'.split(' '));

const COMPOSITES = new Set(
  (
    'AD AUI CCD CCP CD CE CF CK CM CN CNE CNN CP CQ CSU CWE CX DDI DIN DLD DLN DLT DR DTN ED EI EIP ELD ERL FC FN HD ICD ' +
    'JCC LA1 LA2 LD MA MO MOC MOP MSG NA NDL NR OCD OSD OSP PI PIP PL PLN PN PPN PRL PT PTA QIP QSC RCD RFR RI RMC RP RPT ' +
    'SAD SCV SN SPD SPS SRT TQ UVC VH VID VR WVI WVS XAD XCN XON XPN XTN'
  ).split(' '),
);

const VARIES = /^(varies|\*|-)$/i;

/** What a data type is for HL7, whatever the profile calls its flavour of it. */
export interface DatatypeKind {
  /** HL7's own name: `HD` for `LRI_HD_GU`. As written where nothing in it is HL7's. */
  readonly name: string;
  /** Another field tells the type. */
  readonly varies: boolean;
  readonly isPrimitive: boolean;
}

export function datatypeKind(written: string): DatatypeKind {
  if (VARIES.test(written)) return { name: 'varies', varies: true, isPrimitive: false };
  const name = written.split(/[_\-.]/).find(isKnown) ?? written;
  return { name, varies: false, isPrimitive: PRIMITIVES.has(name) || !COMPOSITES.has(name) };
}

function isKnown(part: string): boolean {
  return PRIMITIVES.has(part) || COMPOSITES.has(part);
}
