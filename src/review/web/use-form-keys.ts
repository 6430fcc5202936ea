// The keys of the form, heard wherever the focus is; not while a dialog is open, and only those that are no letters while
// somebody writes.
import { useEffect, useRef } from 'react';
import { type Command, commandOf } from './review-keys.core.ts';

const storedAs = 'customary-single-keys';

/** @param single keys without Ctrl count */
export function useFormKeys(does: (command: Command) => void, single: boolean): void {
  const latest = useRef({ does, single });
  latest.current = { does, single };
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      const within = event.target instanceof HTMLElement ? event.target : null;
      // A dialog that was just closed keeps the focus for a moment.
      if (event.defaultPrevented || within?.closest('dialog[open], [role=dialog]')) return;
      const writing = within?.closest('input, textarea, select, [contenteditable]') !== null && within !== null;
      const command = commandOf(event, writing, latest.current.single);
      if (command === null) return;
      event.preventDefault();
      latest.current.does(command);
    };
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  }, []);
}

/** Whether single letters are keys in this browser: no more than that is kept in it. */
export function singleKeysKept(): boolean {
  try {
    return localStorage.getItem(storedAs) !== 'off';
  } catch {
    return true;
  }
}

/** Whether single letters act, kept in this browser. */
export function keepSingleKeys(on: boolean): void {
  try {
    localStorage.setItem(storedAs, on ? 'on' : 'off');
  } catch {
    // A browser that keeps nothing: it holds until the page is left.
  }
}
