// What the standards commands print.
import { describe, expect, it } from 'vitest';
import { tryText } from './check-and-try.use.ts';
import { checkPacks } from './check-packs.ts';
import { packOf } from './engine/pack.test-data.ts';
import { readPack } from './pack.ts';
import { errorsText, examplesText, explainText, listText } from './standards-text.ts';
import { listStandards } from './standards.use.ts';

const pack = packOf(`pack: yard
language: en
cues:
  hi: ["hello", "good (morning|evening)"]
  hold: ["hold please"]
  asked: ["may I"]
standards:
  - id: opening.hello
    says: Says hello.
    because: Nobody likes silence.
    few: true
    channels: [phone, visit]
    met-when: {says: hi, by: rep, within: 1 turn}
    examples:
      met: ["rep: hello"]
      failed: ["rep: hello there"]
  - id: atrocity.hold
    says: Puts on hold unasked.
    instead: Ask first.
    weight: 5
    done-when: {says: hold, by: rep, not-after: {says: asked, by: rep, within-turns-of: 2}}
`);

it('puts a caret under a mistake', () => {
  const { errors } = readPack('a.yaml', 'pack: p\ncues:\n  a: ["how (much"]\n');
  expect(errorsText(errors)).toBe(
    'a.yaml:3:12  This "(" is never closed.\n      a: ["how (much"]\n               ^\n    Write the ")" that belongs to it.',
  );
});

it('shows failing examples with what was expected, found and quoted', () => {
  const text = examplesText(checkPacks([pack]));
  expect(text).toContain(
    'test.yaml:16  opening.hello\n    expected failed, found met\n    rep: hello there\n         ~~~~~',
  );
  expect(text).toContain('1 of 2 examples come out otherwise.');
});

it('lists standards in a table no wider than asked', () => {
  const lines = listText(listStandards([pack]), 80).split('\n');
  expect(lines[1]).toMatch(/^\* opening\.hello {2}2 {2}phone visit {2}Says hello\./);
  expect(lines[2]).toMatch(/^! atrocity\.hold {2}5 {2}everywhere {3}Puts on/);
  expect(lines.every((line) => line.length <= 80)).toBe(true);
});

describe('explain', () => {
  it('tells what others published, with sector and source, as no target', () => {
    const missed = { from: 0.06, to: 0.06 };
    const rate = {
      missed,
      counted: 'parked unasked',
      of: '412 calls',
      sector: 'dentists',
      source: 'teeth.example/calls',
    };
    expect(explainText([pack], 'atrocity.hold')).not.toContain('Published');
    expect(explainText([pack], 'atrocity.hold', [rate])).toMatch(
      /Published by others \(.*never targets\):\n {4}happened in 6 % of 412 calls, dentists \(parked unasked\)\n {8}teeth\.example\/calls$/,
    );
  });

  it('says a standard in plain English with its phrases and examples', () => {
    const text = explainText([pack], 'atrocity.hold')!;
    expect(text).toContain('Instead: Ask first.');
    expect(text).toContain(
      'Done when the rep says hold with this not going before: the rep says asked within 2 turns of each other.',
    );
    expect(text).toContain('hold:\n    hold please');
    expect(explainText([pack], 'opening.hello')).toContain('For example met:\n    rep: hello');
  });
  it('tells a form’s question, and a phrase that is only a cue’s name, by the words themselves', () => {
    const yard = packOf(
      'pack: yard\ncues: {asked-form: ["greeted at once", "said hello"], hi: ["{hello}", "hey"], hello: ["hello"]}\nstandards:\n  - id: opening.hello\n    says: Says hello.\n    met-when: {first-known: [{question: "{asked-form}", answered: yes}, {says: hi, by: rep}]}\n',
    );
    const text = explainText([yard], 'opening.hello')!;
    expect(text).toContain(`the form's question "greeted at once" or "said hello" is answered yes`);
    expect(text).toContain('hi:\n    hello\n    hey');
  });
  it('knows no standard of another id', () => expect(explainText([pack], 'x.y')).toBeNull());
});

describe('try', () => {
  const tried = (text: string): string => {
    return tryText([pack], text, undefined).text;
  };
  it('underlines the quotes of a pasted text, misses first, with the better act', () => {
    const text = tried('Agent: Yard, hold please.\nCaller: Oh.');
    expect(text.split('\n').slice(0, 4)).toEqual([
      'HAPPENED  Puts on hold unasked.  (atrocity.hold, 95 %)',
      '    rep: Yard, hold please.',
      '               ~~~~~~~~~~~',
      '    Instead: Ask first.',
    ]);
    expect(text).toContain('MISSED  Says hello.  (opening.hello, 80 %)\n    not heard in turns 1 to 1');
  });
  it('quotes nothing for an act that did not happen: what was heard beside it is no proof', () => {
    const text = tried('Rep: may I? hold please');
    expect(text).toMatch(/did not happen  Puts on hold unasked\.  \(atrocity\.hold, \d+ %\)(?:\n\n|$)/);
  });
  it('takes a bare line for the rep’s', () => expect(tried('hello')).toContain('met  Says hello.'));
  it('never passes control characters on', () => expect(tried('rep: hello \u001b[31m red')).not.toContain('\u001b'));
});
