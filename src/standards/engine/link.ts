// Everything that only shows when packs stand together: what can't be found is an error with its place.
import type { Condition, Cue, NamedCondition, Pack, PackError, Phrase, PhraseNode, Place } from '../pack.core.ts';
import { findCue, findSituation, holdersOf } from './find-names.ts';
import { nearest } from '../language/nearest.ts';
import { slotNames } from '../language/phrase.ts';

/** The slot in `<money>`, or null. */
export function slotOf(name: string): string | null {
  const match = /^<([a-z]+)>$/.exec(name);
  return match && (slotNames as readonly string[]).includes(match[1]!) ? match[1]! : null;
}

/** Everything that only shows when packs stand together: names that nobody has, ids and pack names used twice, cues and situations in circles. */
export function linkErrors(packs: readonly Pack[]): PackError[] {
  const errors: PackError[] = [];
  const ids = new Map<string, Pack>();
  const names = new Set<string>();
  for (const pack of packs) {
    const report = (place: Place, what: string, write: string): void =>
      void errors.push({ file: pack.file, ...place, what, write });
    if (names.has(pack.name))
      report({ line: 1, column: 1 }, `There are two packs named "${pack.name}".`, 'Give one of them another name.');
    names.add(pack.name);
    for (const { name, place } of pack.uses ?? []) {
      const others = packs.map((one) => one.name);
      const meant = nearest(name, others);
      if (!others.includes(name))
        report(
          place,
          `There is no pack "${name}".`,
          meant ? `Write "${meant}".` : `Write one of ${others.join(', ')}.`,
        );
    }
    for (const standard of pack.standards) {
      const other = ids.get(standard.id);
      if (other)
        report(
          standard.place,
          `"${standard.id}" stands in the pack "${other.name}" already.`,
          'Give one of the two another id.',
        );
      ids.set(standard.id, pack);
    }
    for (const cue of pack.cues.values())
      for (const phrase of cue.phrases)
        for (const name of cuesInPhrase(phrase))
          if (!findCue(packs, pack, name)) reportCue(packs, pack, name, phrase.place, report);
    for (const [condition] of conditionsOf(pack)) checkNames(packs, pack, condition, report);
    for (const cue of pack.cues.values())
      if (circles(packs, pack, cue))
        report(cue.place, `The cue "${cue.name}" comes back to itself.`, 'Take one of the {cue} links out.');
    for (const situation of pack.situations) {
      if (situationCircles(packs, pack, situation))
        report(
          situation.place,
          `The situation "${situation.name}" comes back to itself.`,
          'Take one of the situation: links out.',
        );
    }
  }
  return errors;
}

type Report = (place: Place, what: string, write: string) => void;

function checkNames(packs: readonly Pack[], pack: Pack, condition: Condition, report: Report): void {
  for (const one of everyCondition(condition)) {
    if (one.core.kind === 'says') {
      for (const { name, place } of one.core.cues) {
        if (!slotOf(name) && !findCue(packs, pack, name) && !findSituation(packs, pack, name))
          reportCue(packs, pack, name, place, report);
      }
    }
    if (one.core.kind === 'answered') {
      for (const question of one.core.questions)
        for (const name of cuesInPhrase(question))
          if (!findCue(packs, pack, name)) reportCue(packs, pack, name, question.place, report);
    }
    if (one.core.kind === 'situation') {
      for (const name of one.core.names) {
        if (findSituation(packs, pack, name)) continue;
        const having = ({ situations }: Pack): boolean => situations.some((situation) => situation.name === name);
        if (reportSeveral(holdersOf(packs, pack, having), 'situation', name, one.place, report)) continue;
        const meant = nearest(
          name,
          packs.flatMap((other) => other.situations.map((situation) => situation.name)),
        );
        report(
          one.place,
          `There is no situation "${name}".`,
          meant ? `Write "${meant}".` : 'Write it under situations.',
        );
      }
    }
  }
}

function reportSeveral(holders: readonly Pack[], what: string, name: string, place: Place, report: Report): boolean {
  if (holders.length < 2) return false;
  const written = holders.map((one) => `${one.name}/${name}`).join(' or ');
  report(place, `More than one pack has a ${what} "${name}".`, `Write ${written}.`);
  return true;
}

function reportCue(packs: readonly Pack[], pack: Pack, name: string, place: Place, report: Report): void {
  const holders = holdersOf(packs, pack, (one) => one.cues.has(name));
  if (reportSeveral(holders, 'cue', name, place, report)) return;
  if (name.startsWith('<'))
    return report(place, `There is no slot ${name}.`, `Write one of ${slotNames.map((one) => `<${one}>`).join(' ')}.`);
  const meant = nearest(name, [
    ...pack.cues.keys(),
    ...packs.flatMap((one) => [...one.cues.keys()]),
    ...packs.flatMap((one) => [...one.cues.keys()].map((cue) => `${one.name}/${cue}`)),
  ]);
  report(
    place,
    `There is no cue "${name}".`,
    meant
      ? `Write "${meant}".`
      : `Write it under cues, as ${/^[a-z0-9-]+$/.test(name) ? name : 'some-name'}: ["what people say"].`,
  );
}

/** Every named thing's condition and every standard's, with what it belongs to. */
export function* conditionsOf(pack: Pack): Generator<[Condition, string]> {
  for (const one of [...pack.situations, ...pack.reasons, ...pack.heard]) yield [one.condition, one.name];
  for (const one of pack.standards) {
    for (const condition of [one.appliesWhen, one.metWhen, one.failedWhen, one.doneWhen, one.couldWhen])
      if (condition) yield [condition, one.id];
  }
}

/** A condition and all conditions inside it. */
export function* everyCondition(condition: Condition): Generator<Condition> {
  yield condition;
  const { core } = condition;
  if (
    core.kind === 'all' ||
    core.kind === 'any' ||
    core.kind === 'none' ||
    core.kind === 'first-known' ||
    core.kind === 'at-least'
  )
    for (const one of core.of) yield* everyCondition(one);
  const { before, after, notBefore, notAfter, notPartOf, near } = condition;
  for (const one of [before, after, notBefore, notAfter, notPartOf, near?.of]) if (one) yield* everyCondition(one);
}

/** Names of the cues included in a phrase. Most include none, and their text says so before their tree is read. */
export function cuesInPhrase(phrase: Phrase): string[] {
  const { text } = phrase;
  return text.includes('{') || text.includes('<cue:') ? cuesIn(phrase.node) : [];
}

function cuesIn(node: PhraseNode): string[] {
  switch (node.kind) {
    case 'cue':
      return [node.name];
    case 'row':
      return node.parts.flatMap(cuesIn);
    case 'either':
      return node.options.flatMap(cuesIn);
    case 'maybe':
      return cuesIn(node.part);
    default:
      return [];
  }
}

function circles(packs: readonly Pack[], pack: Pack, start: Cue): boolean {
  const seen = new Set<Cue>();
  const leads = (from: Pack, cue: Cue): boolean =>
    cue.phrases.some((phrase) =>
      cuesInPhrase(phrase).some((name) => {
        const found = findCue(packs, from, name);
        if (!found) return false;
        if (found.cue === start) return true;
        if (seen.has(found.cue)) return false;
        seen.add(found.cue);
        return leads(found.pack, found.cue);
      }),
    );
  return leads(pack, start);
}

function situationCircles(packs: readonly Pack[], pack: Pack, start: NamedCondition): boolean {
  const seen = new Set<NamedCondition>();
  const leads = (from: Pack, situation: NamedCondition): boolean =>
    [...everyCondition(situation.condition)].some(({ core }) => {
      const names =
        core.kind === 'situation'
          ? core.names
          : core.kind === 'says'
            ? core.cues.map((cue) => cue.name).filter((name) => !findCue(packs, from, name))
            : [];
      return names.some((name) => {
        const found = findSituation(packs, from, name);
        if (!found) return false;
        if (found.situation === start) return true;
        if (seen.has(found.situation)) return false;
        seen.add(found.situation);
        return leads(found.pack, found.situation);
      });
    });
  return leads(pack, start);
}
