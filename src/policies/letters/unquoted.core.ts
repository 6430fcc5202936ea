// A letter's words without what they quote: for when the contact that was quoted is erased.

/** Every stretch between quotation marks of two words or more, gone; the rest as it was. */
export function unquoted(text: string): string {
  return text.replaceAll(/“[^”]*\s[^”]*”|"[^"]*\s[^"]*"|«[^»]*\s[^»]*»|„[^“”]*\s[^“”]*[“”]/g, '“…”');
}
