import type { ValueSet } from '../../model/value-set.js';
import { composedCodes } from './fhir-compose.js';
import { expandedCodes } from './fhir-expansion.js';
import { parseJson } from './fhir-json.js';
import { FHIR_BUNDLE, FHIR_VALUE_SET, type FhirBundle, type FhirValueSet } from './fhir-schema.js';
import type { Defects, ValueSetText } from './value-set-text.js';

/**
 * Reads FHIR R4 or R5 ValueSets (JSON; one, or a Bundle of them). The expansion is taken where there is one, else the codes
 * that `compose` lists. What is meant by a rule (a filter, a whole code system, another value set) cannot be listed without
 * a terminology server, which we never ask: the set is then marked as incomplete, and a defect says so. Code systems get
 * the names of table 0396 that v2 messages use, `LN` for `http://loinc.org`.
 */
export function readFhirValueSets(source: ValueSetText, defects: Defects): readonly ValueSet[] {
  const json = parseJson(source, defects);
  if (json === undefined) return [];
  const bundle = FHIR_BUNDLE.safeParse(json);
  const valueSets = bundle.success ? valueSetsOf(bundle.data) : [json];
  if (valueSets.length === 0) {
    defects.error(
      'fhir-no-value-set',
      { file: source.file },
      'the Bundle holds no ValueSet',
      'export the ValueSet itself',
    );
  }
  return valueSets.flatMap((resource) => readResource(resource, source, valueSets.length === 1, defects));
}

function readResource(resource: unknown, source: ValueSetText, isOnly: boolean, defects: Defects): readonly ValueSet[] {
  const place = { file: source.file };
  const result = FHIR_VALUE_SET.safeParse(resource);
  if (!result.success) {
    for (const { path, message } of result.error.issues.slice(0, 10)) {
      const where = path.length === 0 ? 'the file' : path.join('.');
      defects.error('fhir-shape', place, `no FHIR ValueSet: ${where}: ${message}`, 'export the value set again');
    }
    return [];
  }
  const resourceId = result.data.id ?? result.data.name;
  const id = (isOnly ? (source.id ?? resourceId) : resourceId) ?? source.file.replace(/^.*[\\/]|\.[^.]*$/g, '');
  return [asValueSet(result.data, id, source, defects)];
}

function asValueSet(resource: FhirValueSet, id: string, source: ValueSetText, defects: Defects): ValueSet {
  const place = { file: source.file };
  if (resource.status === 'retired') {
    defects.warning('fhir-retired', place, `the value set ${id} is retired`, 'bind its successor');
  }
  const codes = resource.expansion?.contains === undefined ? composedCodes(resource) : expandedCodes(resource);
  for (const gap of codes.gaps) {
    const remedy = 'expand the value set on a terminology server ($expand) and import the result';
    defects.warning('value-set-not-enumerated', place, `the value set ${id} is not listed in full: ${gap}`, remedy);
  }
  return {
    id,
    name: source.name ?? resource.title ?? resource.name ?? id,
    ...(resource.version === undefined ? {} : { version: resource.version }),
    ...(resource.url?.startsWith('urn:oid:') ? { oid: resource.url.slice('urn:oid:'.length) } : {}),
    contentDefinition: codes.gaps.length === 0 ? 'Extensional' : 'Intensional',
    ...(codes.gaps.length === 0 ? {} : { incomplete: true }),
    codes: codes.codes,
    place,
  };
}

function valueSetsOf({ entry }: FhirBundle): readonly unknown[] {
  return (entry ?? []).map(({ resource }) => resource).filter((resource) => resource?.resourceType === 'ValueSet');
}
