// Why single sign-on did not let somebody in: the server sends the browser back with the problem's name alone.
const words: Readonly<Record<string, string>> = {
  'single-sign-on-refused': 'The sign-in was cancelled, or what came back does not fit. Begin again.',
  'single-sign-on-over': 'Too much time has passed, or this browser began in another way. Begin again.',
  'single-sign-on-unverified':
    'Your account does not vouch for its e-mail address. Ask its administrator to verify it.',
  'single-sign-on-uninvited': 'Nobody has invited your address yet. Ask an owner to.',
  'single-sign-on-unset': 'No single sign-on is set for this server. Sign in with a password.',
};

/** The sentence for what stands in the address after `?refused=`; null where nothing does. No other text is ever shown. */
export function refusedBefore(search: string): string | null {
  const slug = new URLSearchParams(search).get('refused');
  return slug === null ? null : (words[slug] ?? 'That did not let you in. Try again, or another way.');
}
