/** The values that the engine takes, by HL7 table number. */
export const CODE_TABLES: Readonly<Record<string, ReadonlySet<string>>> = {
  /** Administrative sex. */
  '0001': codes('F M O U A N'),
  /** Patient class. */
  '0004': codes('E I O P R B C N U'),
  /** Acknowledgment code. */
  '0008': codes('AA AE AR CA CE CR'),
  /** Order status. */
  '0038': codes('A CA CM DC ER HD IP RP SC'),
  /** Observation result status. */
  '0085': codes('C D F I N O P R S U W X'),
  /** Order control. */
  '0119': codes(
    'AF CA CH CN CR DC DE DF DR FU HD HR LI MC NA NW OC OD OE OF OH OK OP OR PA PR PY RE RF RL RO RP RQ RR RU SC SN SR SS',
    'UA UC UD UF UH UM UN UR UX XO XR XX',
  ),
  /** Result status. */
  '0123': codes('O I S A P C R F X Y Z'),
  /** Value type. */
  '0125': codes(
    'AD CE CF CK CN CNE CP CWE CX DT DTM ED EI FT ID IS MO NM PN RP SI SN ST TM TN TS TX XAD XCN XON XPN XTN',
  ),
  /** Alternate character sets, as far as they can travel over MLLP; the last is in use without being in the table. */
  '0211': codes(
    'ASCII 8859/1 8859/2 8859/3 8859/4 8859/5 8859/6 8859/7 8859/8 8859/9 8859/15 BIG-5',
    'CNS 11643-1992|GB 18030-2000|ISO IR6|ISO IR14|ISO IR87|ISO IR159|KS X 1001|UNICODE|UNICODE UTF-8|Shift_JIS',
  ),
  /** Completion status of an administration. */
  '0322': codes('CP NA PA RE'),
  /** Action code. */
  '0323': codes('A D U X'),
};

/** Codes separated by blanks, or by bars where codes contain blanks. */
function codes(...lists: readonly string[]): ReadonlySet<string> {
  return new Set(lists.flatMap((list) => (list.includes('|') ? list.split('|') : list.split(' '))));
}
