import { z } from 'zod';
import type { AcknowledgmentBehaviour } from '../../model/acknowledgment-behaviour.js';
import type { Profile } from '../../model/profile.js';
import type { DefectList } from '../defect-list.js';
import { applyElements, type ElementEntry } from './apply-elements.js';
import { ProfileDraft } from './draft/profile-draft.js';
import { readElementPath } from './element-path.js';
import { element } from './element-shape.js';
import { acknowledgmentShape, fileShape, type Header, headerShape, type ProfileFile } from './header-shape.js';
import { messageSpots, placeStatements } from './place-rules.js';
import { readAttachedRules } from './read-attached-rules.js';
import { readCoConstraints } from './read-co-constraints.js';
import { readDefinitions } from './read-definitions.js';
import { readMessages } from './read-messages.js';
import { readOrderIndifferent } from './read-order-indifferent.js';
import { readStatements } from './read-rules.js';
import { readSlices } from './read-slices.js';
import { readSlicings } from './read-slicings.js';
import { readValueSets } from './read-value-sets.js';
import { type LoadOther, startFrom } from './start-from.js';
import type { YamlSource } from './yaml-source.js';

/** Reads one profile: what it extends first, then the sections of the file in the order in which they need each other. */
export class ProfileReader {
  readonly #source: YamlSource;
  readonly #defects: DefectList;
  readonly #loadOther: LoadOther;

  constructor(source: YamlSource, defects: DefectList, loadOther: LoadOther) {
    this.#source = source;
    this.#defects = defects;
    this.#loadOther = loadOther;
  }

  /** undefined where it cannot even be begun; what is wrong further on is told. */
  read(): Profile | undefined {
    // An empty file is one in which everything is missing.
    const file = this.#source.read(fileShape, this.#source.data || {}, []);
    const header = file && this.#source.read(headerShape, file.profile ?? {}, ['profile']);
    const start = header && startFrom(this.#source, header, this.#loadOther);
    if (file === undefined || header === undefined || start === undefined) return undefined;
    const draft = new ProfileDraft(start);
    draft.heading = this.#heading(header, file, start);
    this.#definitions(draft, file);
    this.#rules(draft, file);
    return draft.finish();
  }

  #heading(header: Header, file: ProfileFile, start: Profile): ProfileDraft['heading'] {
    const { hl7: _h, extends: _e, message: _m, messages: _s, ...own } = header;
    const acknowledgment = this.#acknowledgment(file) ?? start.acknowledgment;
    return {
      ...own,
      source: this.#source.file,
      form: 'yaml',
      hl7Version: start.hl7Version,
      ...(start.adapts && { adapts: start.adapts }),
      ...(acknowledgment && { acknowledgment }),
    };
  }

  #acknowledgment(file: ProfileFile): AcknowledgmentBehaviour | undefined {
    if (file.acknowledgment === undefined) return undefined;
    return this.#source.read(acknowledgmentShape, file.acknowledgment, ['acknowledgment']);
  }

  #definitions(draft: ProfileDraft, file: ProfileFile): void {
    const source = this.#source;
    if (file.valueSets !== undefined) readValueSets(draft, source, file.valueSets, this.#defects);
    const applyParts = readDefinitions(draft, source);
    if (file.messages !== undefined) readMessages(draft, source, file.messages);
    applyParts();
    this.#lift(draft, file.without ?? []);
    applyElements(draft, source, this.#elements(file));
  }

  #rules(draft: ProfileDraft, file: ProfileFile): void {
    const source = this.#source;
    if (file.statements !== undefined) {
      const statements = readStatements(source, file.statements, ['statements']);
      placeStatements(draft, source, statements, { name: draft.heading.id, spots: messageSpots(draft) });
    }
    if (file.rules !== undefined) readAttachedRules(draft, source, file.rules);
    if (file.orderIndifferent !== undefined) readOrderIndifferent(draft, source, file.orderIndifferent);
    if (file.slices !== undefined) readSlices(draft, source, file.slices);
    if (file.slicings !== undefined) readSlicings(draft, source, file.slicings);
    if (file.coConstraints !== undefined) readCoConstraints(draft, source, file.coConstraints);
  }

  /** From the general to the special: what names more groups has the last word. */
  #elements(file: ProfileFile): readonly ElementEntry[] {
    const written =
      file.elements === undefined
        ? {}
        : this.#source.read(z.record(z.string(), z.unknown()), file.elements, ['elements']);
    const entries = Object.entries(written ?? {}).flatMap(([key, value]): readonly ElementEntry[] => {
      const path = ['elements', key];
      const read = this.#source.read(element, value, path);
      return read === undefined ? [] : [{ key, written: read, path }];
    });
    return entries.sort((a, b) => specificity(a) - specificity(b));
  }

  #lift(draft: ProfileDraft, ids: readonly string[]): void {
    const { statements } = draft.rules;
    ids.forEach((id, index) => {
      const kept = statements.filter(({ rule }) => rule.id !== id);
      if (kept.length === statements.length) {
        const remedy = 'name the id of a statement of what is extended; "pipehat profile show" lists them';
        this.#source.error(['without', index], 'unknown-statement', `there is no statement ${id} to lift`, remedy);
      }
      statements.splice(0, statements.length, ...kept);
    });
  }
}

function specificity({ key }: ElementEntry): number {
  return Math.max(...key.split(',').map((part) => readElementPath(part.trim())?.names.length ?? 0));
}
