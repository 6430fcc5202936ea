// Keys of a list: j and k, or the arrows, go from row to row, / to the words. Rows are links, so enter opens by itself. Not while
// somebody writes.
import { type RefObject, useEffect } from 'react';

/** @param list whose links are the rows @param words the search field */
export function useListKeys(list: RefObject<HTMLElement | null>, words: RefObject<HTMLInputElement | null>): void {
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      const within = event.target instanceof HTMLElement ? event.target : null;
      if (within?.closest('input, textarea, select, [contenteditable], dialog, [role=dialog]')) return;
      if (event.key === '/') {
        event.preventDefault();
        words.current?.focus();
        words.current?.select();
        return;
      }
      const step = event.key === 'j' ? 1 : event.key === 'k' ? -1 : 0;
      if (step === 0) return;
      const rows = [...(list.current?.querySelectorAll<HTMLElement>(':scope > li > a') ?? [])];
      const at = rows.indexOf(document.activeElement as HTMLElement);
      const next = rows[at < 0 ? (step > 0 ? 0 : rows.length - 1) : Math.min(rows.length - 1, Math.max(0, at + step))];
      if (!next) return;
      event.preventDefault();
      next.focus();
      next.scrollIntoView({ block: 'nearest' });
    };
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  }, [list, words]);
}
