// Made-up rated dialogues for tests: what an unhappy customer says is told from what a calm one says by words alone.
const unhappy = [
  'This is the third time I have asked and nothing happened',
  'That is ridiculous, nobody ever calls me back',
  'I am tired of waiting for you people',
  'You told me it was fixed and it is still broken',
];
const calm = [
  'I would like a small unit from the first of the month',
  'Could you tell me when the gate opens',
  'My name is on the lease already',
  'That works for me, thank you',
  'Is there a lift for the second floor',
];
const things = ['lease', 'gate', 'lift', 'unit', 'key', 'bill', 'van'];
const places = [
  'north',
  'south',
  'old',
  'new',
  'upper',
  'lower',
  'red',
  'blue',
  'long',
  'small',
  'first',
  'last',
  'open',
];
const answers = ['Let me look that up for you', 'What size do you need', 'We open at eight', 'One moment please'];

/** A CSV of up to 91 different dialogues of four rated turns; every second one holds an unhappy turn, at any of the four places. */
export function ratedCsv(dialogues: number): string {
  const lines = ['dialogue,speaker,text,satisfaction'];
  for (let id = 0; id < dialogues; id++) {
    const about = `About the ${places[id % places.length]} ${things[id % things.length]} then`;
    for (let turn = 0; turn < 4; turn++) {
      lines.push(`d${id},rep,${turn === 0 ? about : answers[(id + turn) % answers.length]},`);
      const bad = id % 2 === 0 && turn === (id >> 1) % 4;
      const said = bad ? unhappy[(id >> 3) % unhappy.length] : calm[(id * 3 + turn) % calm.length];
      lines.push(`d${id},customer,"${said}",${bad ? '"2,2,3"' : '"3,3,4"'}`);
    }
  }
  return `${lines.join('\n')}\n`;
}
