import { z } from 'zod';

/** What we read of FHIR's ValueSet, R4 and R5; everything else may be there. */
const concept = z.looseObject({ code: z.string(), display: z.string().optional() });

const include = z.looseObject({
  system: z.string().optional(),
  version: z.string().optional(),
  concept: z.array(concept).optional(),
  filter: z.array(z.looseObject({ property: z.string().optional() })).optional(),
  valueSet: z.array(z.string()).optional(),
});

interface Contains {
  system?: string | undefined;
  abstract?: boolean | undefined;
  code?: string | undefined;
  display?: string | undefined;
  contains?: Contains[] | undefined;
}

const contains: z.ZodType<Contains> = z.lazy(() =>
  z.looseObject({
    system: z.string().optional(),
    abstract: z.boolean().optional(),
    code: z.string().optional(),
    display: z.string().optional(),
    contains: z.array(contains).optional(),
  }),
);

const valueSet = z.looseObject({
  resourceType: z.literal('ValueSet'),
  id: z.string().optional(),
  url: z.string().optional(),
  name: z.string().optional(),
  title: z.string().optional(),
  version: z.string().optional(),
  status: z.string().optional(),
  compose: z.looseObject({ include: z.array(include).optional(), exclude: z.array(include).optional() }).optional(),
  expansion: z.looseObject({ total: z.number().optional(), contains: z.array(contains).optional() }).optional(),
});

export const FHIR_VALUE_SET = valueSet;
export const FHIR_BUNDLE = z.looseObject({
  resourceType: z.literal('Bundle'),
  entry: z.array(z.looseObject({ resource: z.looseObject({ resourceType: z.string() }).optional() })).optional(),
});

export type FhirValueSet = z.infer<typeof valueSet>;
export type FhirInclude = z.infer<typeof include>;
export type FhirContains = Contains;
export type FhirBundle = z.infer<typeof FHIR_BUNDLE>;
