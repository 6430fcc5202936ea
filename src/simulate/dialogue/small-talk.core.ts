// What people say beside the matter: no two contacts are alike, and most hold something about somebody's day.
import type { Line, Stage } from './stage.core.ts';

/** Adds an aside or two of the customer to lines in the middle of half the contacts, and sometimes an answer to one. */
export function addSmallTalk(stage: Stage): void {
  const { chance, contact } = stage;
  // Before a price, what is said beside the matter could pass for what the customer needs.
  const priced = stage.lines.findIndex((line) => line.about.includes('storage.price-with-value'));
  const middle = stage.lines
    .slice(Math.max(3, priced + 1), -3)
    .filter((line) => line.speaker === 'customer' && line.open);
  const asides = chance.coin(contact.mood === 'hurried' ? 0.15 : 0.45) ? 1 + chance.below(2) : 0;
  for (let nth = 0; nth < asides && middle.length > 0; nth++) {
    const line = middle.splice(chance.below(middle.length), 1)[0]!;
    line.text = `${line.text} ${stage.words('customer', 'c.aside')}`;
    const next = stage.lines[stage.lines.indexOf(line) + 1];
    if (next && answerable(next) && contact.mood === 'calm' && chance.coin(0.4))
      next.text = `${stage.words('rep', 'aside-answer')} ${next.text}`;
  }
}

function answerable(line: Line): boolean {
  return line.speaker === 'rep' && line.heldFor === undefined;
}
