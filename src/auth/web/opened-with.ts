// What the address was opened with after `#`: the terminal's token, or what opens a link. Read once and taken out of the
// address, so that it stands in no history, no bookmark and no picture of the screen.
const terminal = /^[A-Z2-9]{4}(?:-?[A-Z2-9]{4}){3}$/i;
const link = /^l[0-9a-f]{16}\.[\w-]{43}$/;

function readOnce(): string {
  // As it stands: neither of them has a sign that an address would write otherwise, and a wrong one must not end the app.
  const told = window.location.hash.slice(1);
  if (!terminal.test(told) && !link.test(told)) return '';
  window.history.replaceState(window.history.state, '', window.location.pathname + window.location.search);
  return told;
}

const told = readOnce();

/** The terminal's token; empty where the address had none. */
export const terminalToken: string = terminal.test(told) ? told : '';

/** What opens an invitation or a link to a new password; empty where the address had none. */
export const linkToken: string = link.test(told) ? told : '';
