/** What may be reported for analytes whose list of values is not in the code lists; the first value is the expected one. */
export interface ReportedValues {
  readonly values: readonly string[];
  readonly expected?: string;
}

const listed = (...values: readonly string[]): ReportedValues =>
  values[0] === undefined ? { values } : { values, expected: values[0] };

const SYSTEMIC = ['Escherichia coli', 'Staphylococcus aureus', 'Klebsiella pneumoniae', 'Streptococcus pneumoniae'];
const BLOOD = listed('No growth', ...SYSTEMIC, 'Staphylococcus epidermidis', 'Enterococcus faecalis');
const WOUND = listed('Normal skin flora', 'Staphylococcus aureus', 'Pseudomonas aeruginosa', 'Streptococcus pyogenes');

/** By LOINC code. */
export const REPORTED_VALUES: Readonly<Record<string, ReportedValues>> = {
  '5778-6': listed('Yellow', 'Straw', 'Amber', 'Red', 'Brown'),
  '5767-9': listed('Clear', 'Slightly cloudy', 'Cloudy', 'Turbid'),
  '5769-5': listed('<1', '1-5', '6-20', '>20'),
  '8247-9': listed('None', 'Few', 'Moderate', 'Many'),
  '600-7': BLOOD,
  '17928-3': BLOOD,
  '17934-1': listed('No growth', 'Bacteroides fragilis', 'Clostridium perfringens', 'Escherichia coli'),
  '630-4': listed(
    'No growth',
    'Escherichia coli',
    'Klebsiella pneumoniae',
    'Proteus mirabilis',
    'Enterococcus faecalis',
  ),
  '625-4': listed('No enteric pathogens isolated', 'Salmonella enterica', 'Campylobacter jejuni', 'Shigella sonnei'),
  '626-2': listed('Normal flora', 'Streptococcus pyogenes'),
  '6463-4': WOUND,
  '634-6': WOUND,
  '543-9': listed('No growth', 'Mycobacterium tuberculosis complex', 'Mycobacterium avium complex'),
  '664-3': listed(
    'No organisms seen',
    'Gram negative rods',
    'Gram positive cocci in clusters',
    'Gram positive cocci in pairs and chains',
  ),
  '11545-1': listed('No acid fast bacilli seen', 'Acid fast bacilli seen, 1+', 'Acid fast bacilli seen, 3+'),
  '11011-4': listed('<15', '2450', '186000', '1240000'),
  '20447-9': listed('<20', '48', '1250', '38400', '215000'),
  '31147-2': { values: ['1:1', '1:2', '1:4', '1:8', '1:16', '1:32', '1:64'] },
  '5048-4': listed('<1:40', '1:80', '1:160', '1:320', '1:640'),
};
