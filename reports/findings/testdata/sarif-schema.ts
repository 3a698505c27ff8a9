import { z } from 'zod';

/**
 * The rules of the official schema of SARIF 2.1.0 for the objects that Pipehat writes: which properties each must have, of which
 * kind they are, and that there are no others ("additionalProperties": false). Of the properties that the standard allows, those are
 * listed that Pipehat uses. Two rules stand in the text of the standard alone: 3.27.9, what does not fail has the level "none"; and
 * 3.30.5 to 3.30.8, a region ends behind its beginning.
 */
const text = z.string();
const oneOrMore = z.int().min(1);
const propertyBag = z.looseObject({ tags: z.array(text).optional() });
const message = z.strictObject({ text });
const multiformatMessage = z.strictObject({ text, markdown: text.optional() });
const uri = z.string().refine((value) => !/[\s\\<>"{}|^`]/.test(value), 'is no reference to a resource');

const reportingDescriptor = z.strictObject({
  id: text,
  shortDescription: multiformatMessage.optional(),
  help: multiformatMessage.optional(),
  properties: propertyBag.optional(),
});

const toolComponent = z.strictObject({
  name: text,
  semanticVersion: text.optional(),
  informationUri: uri.optional(),
  rules: z.array(reportingDescriptor).refine(areUnique, 'must be unique').optional(),
});

const region = z
  .strictObject({
    startLine: oneOrMore.optional(),
    startColumn: oneOrMore.optional(),
    endLine: oneOrMore.optional(),
    endColumn: oneOrMore.optional(),
    snippet: z.strictObject({ text }).optional(),
  })
  .refine(
    ({ startLine, endLine = startLine, startColumn = 1, endColumn }) =>
      endLine !== startLine || endColumn === undefined || endColumn >= startColumn,
    'ends before it begins',
  );

const location = z.strictObject({
  physicalLocation: z.strictObject({ artifactLocation: z.strictObject({ uri }), region: region.optional() }).optional(),
  logicalLocations: z
    .array(z.strictObject({ fullyQualifiedName: text, kind: text.optional() }))
    .refine(areUnique, 'must be unique')
    .optional(),
});

const suppression = z.strictObject({
  kind: z.enum(['inSource', 'external']),
  status: z.enum(['accepted', 'underReview', 'rejected']).optional(),
  justification: text.optional(),
});

const result = z
  .strictObject({
    ruleId: text.optional(),
    kind: z.enum(['notApplicable', 'pass', 'fail', 'review', 'open', 'informational']).default('fail'),
    level: z.enum(['none', 'note', 'warning', 'error']).default('warning'),
    message,
    locations: z.array(location).optional(),
    partialFingerprints: z.record(z.string(), text).optional(),
    suppressions: z.array(suppression).refine(areUnique, 'must be unique').optional(),
    properties: propertyBag.optional(),
  })
  .refine(({ kind, level }) => kind === 'fail' || level === 'none', 'passes, and has a level');

const run = z.strictObject({
  tool: z.strictObject({ driver: toolComponent }),
  invocations: z
    .array(z.strictObject({ executionSuccessful: z.boolean(), exitCodeDescription: text.optional() }))
    .optional(),
  newlineSequences: z.array(text).min(1).refine(areUnique, 'must be unique').optional(),
  columnKind: z.enum(['utf16CodeUnits', 'unicodeCodePoints']).optional(),
  results: z.array(result).optional(),
});

export const SARIF_SCHEMA = z.strictObject({
  $schema: z.url().optional(),
  version: z.literal('2.1.0'),
  runs: z.array(run),
});

function areUnique(items: readonly unknown[]): boolean {
  return new Set(items.map((item) => JSON.stringify(item))).size === items.length;
}
