// What the check of a judge's file comes to, in the words that stand first wherever it was checked: in the app, in the offline page, on the
// command line. Whole is not enough: whoever makes a file anew signs it with a key of their own.
import type { BundleChecked, BundleWrong } from './verify-bundle.core.ts';

export interface BundleVerdict {
  readonly look: 'good' | 'unsure' | 'bad';
  readonly first: string;
  readonly more: string;
}

/** @param wrong everything that is wrong, signatures too */
export function verdictOf(wrong: readonly BundleWrong[], signedBy: BundleChecked['signedBy']): BundleVerdict {
  const things = wrong.length === 1 ? 'one thing is wrong' : `${wrong.length} things are wrong`;
  if (signedBy === 'another')
    return {
      look: 'bad',
      first: 'Signed with another key than the one that you gave.',
      more: `Somebody else made this file, or the key that you gave is of somebody else: ${things}.`,
    };
  if (wrong.length > 0)
    return { look: 'bad', first: `This is not the file that was sealed: ${things}.`, more: 'Each is named below.' };
  if (signedBy === 'unnamed')
    return {
      look: 'unsure',
      first: 'Signed by a key you have not named.',
      more: 'Every byte and every row is as that key sealed it. But whoever makes a file anew signs it with a key of their own: name the key that the organisation gave you another way, and check again.',
    };
  return {
    look: 'good',
    first: 'Nothing was changed: every byte and every row is as it was sealed.',
    more: 'It is signed with the key that you gave.',
  };
}
