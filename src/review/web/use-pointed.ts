// Words chosen by mouse or finger: what the browser marked in the transcript becomes whole words. A mouse has done once it is let
// go; a finger goes on by the handles, so that its marking stays the browser's own and is only read.
import { type RefObject, useEffect, useRef } from 'react';
import { type Chosen, type Point, snapped, type WordsOfTurns } from './chosen-words.core.ts';

const restMs = 250;

/** @param list of turns, each with `data-turn` and its words in an element with `data-said` */
export function usePointed(
  list: RefObject<HTMLElement | null>,
  words: WordsOfTurns,
  choose: ((chosen: Chosen | null) => void) | undefined,
): void {
  const latest = useRef({ words, choose });
  latest.current = { words, choose };
  useEffect(() => {
    const element = list.current;
    if (!element) return;
    let finger = false;
    let rest: ReturnType<typeof setTimeout> | undefined;
    const read = (): Chosen | null => {
      const selection = getSelection();
      if (!selection?.anchorNode || !selection.focusNode) return null;
      const [a, b] = [
        pointOf(element, selection.anchorNode, selection.anchorOffset),
        pointOf(element, selection.focusNode, selection.focusOffset),
      ];
      return a && b ? snapped(latest.current.words, a, b) : null;
    };
    const down = (event: PointerEvent): void => {
      finger = event.pointerType === 'touch';
    };
    const up = (event: MouseEvent): void => {
      if (finger || event.button !== 0 || !(event.target as HTMLElement).closest('[data-said]')) return;
      const chosen = read();
      if (!chosen) return;
      getSelection()?.removeAllRanges();
      latest.current.choose?.(chosen);
    };
    const changed = (): void => {
      clearTimeout(rest);
      if (!finger) return;
      rest = setTimeout(() => {
        const chosen = getSelection()?.isCollapsed === false ? read() : null;
        if (chosen) latest.current.choose?.(chosen);
      }, restMs);
    };
    element.addEventListener('pointerdown', down);
    element.addEventListener('mouseup', up);
    document.addEventListener('selectionchange', changed);
    return () => {
      clearTimeout(rest);
      element.removeEventListener('pointerdown', down);
      element.removeEventListener('mouseup', up);
      document.removeEventListener('selectionchange', changed);
    };
  }, [list]);
}

/** Where in which turn a place of the page is; null outside the words. */
function pointOf(list: HTMLElement, node: Node, offset: number): Point | null {
  const within = node instanceof Element ? node : node.parentElement;
  const turn = within?.closest<HTMLElement>('[data-turn]');
  if (!turn || !list.contains(turn)) return null;
  const said = turn.querySelector('[data-said]');
  const at = Number(turn.dataset['turn']);
  if (!said?.contains(node)) return { turn: at, offset: 0 };
  const before = document.createRange();
  before.setStart(said, 0);
  before.setEnd(node, offset);
  return { turn: at, offset: before.toString().length };
}
