// What both forms do, the one by which a contact is marked and the one by which somebody decides between two: the sheet, the chosen
// words, what is open on the page, and every key.
import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { ReviewTask } from '../reviews.shape.ts';
import { type Chosen, placesOf, stepped, wholeTurn, wordsOf } from './chosen-words.core.ts';
import type { Command } from './review-keys.core.ts';
import { goneTo, type MarkSoFar, nextOpen, openIn, quoted, ruled, type Sheet, unquoted } from './sheet.core.ts';
import { keepSingleKeys, singleKeysKept, useFormKeys } from './use-form-keys.ts';
import { useReview } from './use-review.ts';

export type Opened = 'comment' | 'leave' | 'keys' | null;

export interface FormAsked {
  readonly task: ReviewTask;
  /** The standards that a verdict is wanted of. */
  readonly asked: readonly string[];
  /** What a mark still lacks besides a verdict, as a sentence; null where it lacks nothing. */
  readonly lacks?: (mark: MarkSoFar) => string | null;
  /** The sheet with what one of two said taken over. */
  readonly takeOver?: (sheet: Sheet, side: 'A' | 'B') => Sheet;
  readonly done: (task: ReviewTask, next: string | null) => void;
}

/** All that the marking form and the deciding form share: the sheet, the words chosen, what is opened, the keys. */
export function useForm({ task, asked, lacks = () => null, takeOver, done }: FormAsked) {
  const queries = useQueryClient();
  const { turns } = task.contact;
  const words = useMemo(() => wordsOf(turns.map((one) => one.text)), [turns]);
  const reviewing = useReview(task, asked);
  const { sheet, change } = reviewing;
  const [chosen, choose] = useState<Chosen | null>(null);
  const [opened, open] = useState<Opened>(null);
  const [explained, setExplained] = useState(false);
  const [single, setSingle] = useState(singleKeysKept);
  const [says, setSays] = useState('');
  const [busy, setBusy] = useState(false);
  const left = openIn(sheet);

  const go = (at: number): void => {
    open(null);
    change((one) => goneTo(one, at));
  };
  const quote = (): void => {
    if (!chosen) return setSays('Choose words first: with the arrows, or with the mouse.');
    change((one) => quoted(one, placesOf(words, chosen)));
    choose(null);
    setSays('Quoted.');
  };
  /** Where something is missing it comes into hand, and what is missing is said; true where nothing is. */
  const whole = (): boolean => {
    const next = sheet.marks[sheet.at]?.verdict === null ? sheet.at : nextOpen(sheet);
    if (next !== null) {
      go(next);
      setSays(`${left} of ${asked.length} still ${left === 1 ? 'waits' : 'wait'} for a verdict. Here is one.`);
      return false;
    }
    const lacking = sheet.marks.findIndex((one) => lacks(one) !== null);
    if (lacking < 0) return true;
    go(lacking);
    open('comment');
    setSays(lacks(sheet.marks[lacking]!) ?? '');
    return false;
  };
  const handIn = async (): Promise<void> => {
    if (busy || !whole()) return;
    setBusy(true);
    setSays('');
    const kept = await reviewing.handIn();
    setBusy(false);
    if (!kept?.task) return;
    void queries.invalidateQueries({ queryKey: ['/v1/reviews'] });
    done(kept.task, kept.next ?? null);
  };
  const does = (command: Command): void => {
    setSays('');
    if (command.does === 'rule') change((one) => ruled(one, command.verdict, takeOver === undefined));
    else if (command.does === 'go') go(sheet.at + command.by);
    else if (command.does === 'step') choose(stepped(words, chosen, command.step, command.extend));
    else if (command.does === 'side') {
      if (takeOver) change((one) => takeOver(one, command.side));
    } else if (command.does === 'turn') choose(wholeTurn(words, chosen?.head.turn ?? 0));
    else if (command.does === 'quote') quote();
    else if (command.does === 'unquote') change((one) => unquoted(one));
    else if (command.does === 'comment') open('comment');
    else if (command.does === 'explain') setExplained(!explained);
    else if (command.does === 'skip') open('leave');
    else if (command.does === 'keys') open('keys');
    else if (command.does === 'submit') void handIn();
    else if (opened !== null) open(null);
    else choose(null);
  };
  useFormKeys(does, single);
  return {
    ...reviewing,
    words,
    chosen,
    choose,
    opened,
    open,
    explained,
    says,
    busy,
    left,
    mark: sheet.marks[sheet.at]!,
    go,
    quote,
    handIn,
    explain: () => setExplained(!explained),
    rule: (verdict: NonNullable<MarkSoFar['verdict']>) => change((one) => ruled(one, verdict, false)),
    keys: {
      opened: opened === 'keys',
      // A dialog tells late that it was closed; another key may have come meanwhile.
      close: () => open((now) => (now === 'keys' ? null : now)),
      single,
      setSingle: (on: boolean) => {
        setSingle(on);
        keepSingleKeys(on);
      },
    },
  };
}

export type Form = ReturnType<typeof useForm>;
