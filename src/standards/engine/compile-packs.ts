// Compiles packs for one organisation: links names, makes phrases ready to be heard, and gives every standard the version
// that its words, its cues and this engine decide.
import { present } from '../../kernel/present.ts';
import { Fault } from '../../kernel/fault.ts';
import type { Condition, OrganisationWords, Pack, PackError, Phrase } from '../pack.core.ts';
import type { Standard } from '../standard.core.ts';
import {
  type CompiledPacks,
  type CompiledStandard,
  type Linked,
  type LinkedCore,
  type NamedLinked,
  plainly,
} from './compiled.core.ts';
import { CueTable } from './cue-table.ts';
import { earTables } from './ear-tables.ts';
import { findCue, findSituation } from './find-names.ts';
import { linkErrors } from './link.ts';
import { planOf } from './plan.ts';
import { type CompiledData, knowRuleWords, runnable } from './runnable.ts';
import { standardVersions } from './version.ts';

export const noWords: OrganisationWords = { business: [], sites: [], products: [] };

/** The packs ready for `markEncounter`. @throws Fault `pack-refused` (unready) with every error, `file:line:column` each */
export function compilePacks(packs: readonly Pack[], words: OrganisationWords): CompiledPacks {
  return runnable(compiledData(packs, words));
}

/** The same as plain data, which can be kept and given to others. @throws as `compilePacks` */
export function compiledData(packs: readonly Pack[], words: OrganisationWords): CompiledData {
  const outcome = dataOrErrors(packs, words);
  if (outcome.data) return outcome.data;
  const details = outcome.errors.map((one) => ({
    pointer: `${one.file}:${one.line}:${one.column}`,
    detail: `${one.what} ${one.write}`,
  }));
  throw new Fault(
    'pack-refused',
    'unready',
    `${details.length} ${details.length === 1 ? 'mistake' : 'mistakes'} in the sets of standards; the first is at ${details[0]!.pointer}: ${details[0]!.detail}`,
    details,
  );
}

/** The packs ready, or the errors: those of linking, or of phrases that are too large. */
export function tryCompile(
  packs: readonly Pack[],
  words: OrganisationWords,
): { compiled?: CompiledPacks; errors: readonly PackError[] } {
  const { data, errors } = dataOrErrors(packs, words);
  return data ? { compiled: runnable(data), errors } : { errors };
}

function dataOrErrors(
  packs: readonly Pack[],
  words: OrganisationWords,
): { data?: CompiledData; errors: readonly PackError[] } {
  const errors = linkErrors(packs);
  if (errors.length > 0) return { errors };
  const compiler = new Compiler(packs, words);
  const data = compiler.compile();
  return compiler.errors.length > 0 ? { errors: compiler.errors } : { data, errors: [] };
}

/** The standards of some packs, with their versions; no words of an organisation are needed for that. */
export function standardsOf(packs: readonly Pack[]): Standard[] {
  const versions = standardVersions(packs);
  return packs.flatMap((pack) =>
    pack.standards.map((entry) => ({
      id: entry.id,
      version: versions.get(entry.id)!,
      pack: pack.changes ?? pack.name,
      kind: entry.kind,
      says: entry.says,
      ...present({ title: entry.title, failing: entry.failing, applies: entry.applies, because: entry.because }),
      ...(entry.instead === undefined ? {} : { instead: entry.instead }),
      weight: entry.weight,
      channels: entry.channels,
      ...(entry.task === undefined ? {} : { task: entry.task }),
      few: entry.few,
      firstImpression: entry.firstImpression,
    })),
  );
}

class Compiler {
  private readonly packs: readonly Pack[];
  private readonly table: CueTable;
  private readonly situationIds = new Map<object, number>();

  constructor(packs: readonly Pack[], words: OrganisationWords) {
    this.packs = packs;
    this.table = new CueTable(packs, words);
  }

  get errors(): readonly PackError[] {
    return this.table.errors;
  }

  compile(): CompiledData {
    const { packs, table } = this;
    for (const pack of packs) for (const one of pack.situations) this.situationIds.set(one, this.situationIds.size);
    const named = (of: 'situations' | 'reasons' | 'heard'): NamedLinked[] =>
      packs.flatMap((pack) =>
        pack[of].map((one) => ({ name: one.name, language: pack.language, condition: this.link(pack, one.condition) })),
      );
    const situations = named('situations');
    const reasons = named('reasons');
    const heard = named('heard');
    const standards = this.standards();
    knowRuleWords(table.vocabulary);
    table.vocabulary.freeze();
    const kinds = packs.flatMap((pack) =>
      pack.kinds.map((name) => this.situationIds.get(pack.situations.find((one) => one.name === name)!)!),
    );
    const { cues } = table;
    const plan = planOf({ standards, situations, kinds, reasons, heard, cues });
    const phrases = table.phrases.done(table.sets);
    return {
      judged: {
        standards,
        situations,
        kinds,
        reasons,
        heard,
        plan,
        languages: new Set(packs.map((pack) => pack.language)),
        cues,
      },
      vocabulary: table.vocabulary.kept(),
      phrases,
      tables: earTables(phrases, plan.askedOf, table.sets, table.vocabulary),
    };
  }

  private standards(): CompiledStandard[] {
    const known = new Map(standardsOf(this.packs).map((one) => [one.id, one]));
    return this.packs.flatMap((pack) =>
      pack.standards.map((entry) => ({
        standard: known.get(entry.id)!,
        language: pack.language,
        ...this.optional(pack, {
          appliesWhen: entry.appliesWhen,
          metWhen: entry.metWhen,
          failedWhen: entry.failedWhen,
          doneWhen: entry.doneWhen,
          couldWhen: entry.couldWhen,
        }),
      })),
    );
  }

  private optional<Key extends string>(
    pack: Pack,
    conditions: Record<Key, Condition | undefined>,
  ): Partial<Record<Key, Linked>> {
    const linked: Partial<Record<Key, Linked>> = {};
    for (const key of Object.keys(conditions) as Key[]) {
      const condition = conditions[key];
      if (condition) linked[key] = this.link(pack, condition);
    }
    return linked;
  }

  private link(pack: Pack, condition: Condition): Linked {
    const { by, within, inOrder, count, ratio, near } = condition;
    const other = (one: Condition | undefined): Linked | undefined => one && this.link(pack, one);
    return {
      core: this.core(pack, condition),
      by,
      within,
      before: other(condition.before),
      after: other(condition.after),
      notBefore: other(condition.notBefore),
      notAfter: other(condition.notAfter),
      notPartOf: other(condition.notPartOf),
      near: near && { amount: near.amount, unit: near.unit, of: other(near.of) },
      inOrder: inOrder === true,
      count,
      ratio,
    };
  }

  private core(pack: Pack, condition: Condition): LinkedCore {
    const { core } = condition;
    switch (core.kind) {
      case 'says':
        return this.says(
          pack,
          core.cues.map((cue) => cue.name),
        );
      case 'all':
      case 'any':
      case 'none':
      case 'first-known':
        return { kind: core.kind, of: core.of.map((one) => this.link(pack, one)) };
      case 'at-least':
        return { kind: 'at-least', least: core.least, of: core.of.map((one) => this.link(pack, one)) };
      case 'situation':
        return { kind: 'situation', situations: core.names.map((name) => this.situation(pack, name)) };
      case 'answered':
        return {
          kind: 'answered',
          question: this.table.question(pack, core.questions as readonly Phrase[]),
          answer: core.answer,
        };
      default:
        return core;
    }
  }

  // A bare name is a cue, or where there is none of that name a situation.
  private says(pack: Pack, names: readonly string[]): LinkedCore {
    const situations = names.filter((name) => !name.startsWith('<') && !findCue(this.packs, pack, name));
    const cues = names.filter((name) => !situations.includes(name)).map((name) => this.table.cue(pack, name));
    if (situations.length === 0) return { kind: 'says', cues };
    const alike = plainly({ kind: 'situation', situations: situations.map((name) => this.situation(pack, name)) });
    return cues.length === 0 ? alike.core : { kind: 'any', of: [plainly({ kind: 'says', cues }), alike] };
  }

  private situation(pack: Pack, name: string): number {
    return this.situationIds.get(findSituation(this.packs, pack, name)!.situation)!;
  }
}
