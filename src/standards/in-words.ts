// Conditions in plain English, for a person who wants to know why a standard applies or fails.
import type { Condition, Measure, Nearness, Phrase, Threshold, Within } from './pack.core.ts';

const measures: Readonly<Record<Measure, string>> = {
  silence: 'there is silence',
  hold: 'somebody is on hold',
  'talk-over': 'somebody talks over the other',
  'reply-time': 'the other waits for a reply',
  'first-reply': 'the other waits for the first reply',
  'first-words': 'it takes to the first words',
  pace: 'speaks',
  'talk-share': 'talks for',
  rings: 'it rings',
  'answer-time': 'it takes to answer',
  turns: 'the contact has turns',
};

const units: Readonly<Record<string, string>> = { rings: ' times', turns: '', pace: ' words a minute' };

/** What a phrase of a form's question is told as. */
export type Asked = (phrase: Phrase) => string;

const asWritten: Asked = (phrase) => phrase.text;

/**
 * A condition as a clause: "the rep says ask-need before anybody says <money>".
 * @param asked how a form's question is told, where its phrase names a cue
 */
export function inWords(condition: Condition, asked: Asked = asWritten): string {
  const told = (one: Condition): string => inWords(one, asked);
  const parts = [coreInWords(condition, asked)];
  if (condition.count) parts.push(`(${compared(condition.count)} times)`);
  if (condition.ratio) parts.push(`in ${compared(condition.ratio, '%')} of their turns`);
  if (condition.within) parts.push(stretch(condition.within));
  if (condition.before) parts.push(`before ${told(condition.before)}`);
  if (condition.after) parts.push(`after ${told(condition.after)}`);
  if (condition.notBefore) parts.push(`with this not following: ${told(condition.notBefore)}`);
  if (condition.notAfter) parts.push(`with this not going before: ${told(condition.notAfter)}`);
  if (condition.notPartOf) parts.push(`not as part of: ${told(condition.notPartOf)}`);
  if (condition.near) parts.push(nearness(condition.near, told));
  return parts.join(' ');
}

function coreInWords(condition: Condition, asked: Asked): string {
  const { core } = condition;
  const who = condition.by === undefined ? 'somebody' : condition.by === 'anyone' ? 'anybody' : `the ${condition.by}`;
  switch (core.kind) {
    case 'says':
      return `${who} says ${listed(
        core.cues.map((cue) => cue.name),
        'or',
      )}`;
    case 'all':
      return group(condition.inOrder ? 'in this order' : 'all of', core.of, condition, asked, 'and');
    case 'any':
      return group('any of', core.of, condition, asked, 'or');
    case 'none':
      return group('none of', core.of, condition, asked, 'or');
    case 'first-known':
      return group('whichever can be told first of', core.of, condition, asked, 'or');
    case 'at-least':
      return group(`at least ${core.least} of`, core.of, condition, asked, 'or');
    case 'situation':
      return `it is ${listed(core.names, 'or')}`;
    case 'direction':
      return core.direction === 'inbound' ? 'the customer came to us' : 'we went to the customer';
    case 'channel':
      return `it is a ${listed(core.channels, 'or')}`;
    case 'measure':
      if (core.measure === 'talk-share')
        return `${condition.by ? who : 'the rep'} ${measures[core.measure]} ${compared(core.threshold, '%')} of the time`;
      if (core.measure === 'pace')
        return `${condition.by ? who : 'the rep'} ${measures[core.measure]} ${compared(core.threshold)}${units[core.measure]}`;
      return `${measures[core.measure]} ${compared(core.threshold)}${units[core.measure] ?? ' s'}`;
    case 'words':
      return `${compared(core.ratio, '%')} of the words are ${condition.by === 'customer' ? "the customer's" : "the rep's"}`;
    case 'answered': {
      const answer =
        typeof core.answer === 'string'
          ? core.answer === 'any'
            ? 'is answered'
            : `is answered ${core.answer}`
          : `is answered with ${compared(core.answer)}`;
      return `the form's question "${core.questions.map(asked).join('" or "')}" ${answer}`;
    }
  }
}

function group(word: string, of: readonly Condition[], condition: Condition, asked: Asked, join: string): string {
  const by = condition.by;
  const members = of.map((one) => inWords(by && one.by === undefined ? { ...one, by } : one, asked));
  return `${word} (${members.join(`; ${join} `)})`;
}

function listed(names: readonly string[], join: string): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} ${join} ${names.at(-1)}`;
}

const signs = { '>': 'more than', '>=': 'at least', '<': 'less than', '<=': 'at most', '=': 'exactly' } as const;

function compared(threshold: Threshold, unit: '' | '%' = ''): string {
  return `${signs[threshold.is]} ${unit === '%' ? `${Math.round(threshold.value * 100)} %` : threshold.value}`;
}

function stretch(within: Within): string {
  const unit = within.unit === 'turns' ? (within.amount === 1 ? 'turn' : 'turns') : 'seconds';
  return `in the ${within.from === 'end' ? 'last' : 'first'} ${within.amount} ${unit}`;
}

function nearness(near: Nearness, told: (one: Condition) => string): string {
  return `within ${near.amount} ${near.unit} of ${near.of ? told(near.of) : 'each other'}`;
}
