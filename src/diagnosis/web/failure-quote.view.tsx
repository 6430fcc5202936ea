// One failure in its own words, with where and when, and the way to the whole contact.
import { Link } from '@tanstack/react-router';
import { Quote } from '../../web/kit/quote.view.tsx';
import { day } from '../../web/kit/words.ts';
import type { ToldFailure } from '../overview/overview.shape.ts';

/** What a contact is called, by its channel. */
export const channelWord: Readonly<Record<string, string>> = {
  phone: 'call',
  visit: 'visit',
  chat: 'chat',
  email: 'letter',
  complaint: 'complaint',
  shop: 'mystery shop',
};
const speakerWord = { rep: 'We said', customer: 'The customer said', other: 'Somebody said' } as const;

/** @param own read by whoever served: what the rep said, they said */
export function FailureQuote({ failure, own = false }: { readonly failure: ToldFailure; readonly own?: boolean }) {
  const { quote, contact, mark } = failure;
  const more = (
    <Link to="/contacts/$id" params={{ id: contact }} search={{ mark } as never}>
      {`Read the ${channelWord[failure.channel] ?? 'contact'}`}
    </Link>
  );
  if (!quote) return <p>{more}</p>;
  const { kind, to } = quote;
  const speaker = quote.speaker === 'rep' && own ? 'You said' : speakerWord[quote.speaker];
  const said =
    kind === 'ended'
      ? 'How it ended'
      : to
        ? `What ${own ? 'you' : 'we'} said to it`
        : `${speaker}${kind === 'unanswered' ? ', and nobody answered' : quote.words === '' ? ' instead' : ''}`;
  return (
    <Quote
      words={quote.words}
      before={quote.before}
      after={quote.after}
      to={to}
      from={[said, ...placeAndDay(failure)].join(', ')}
      more={more}
    />
  );
}

/** `a call at Harbor Tucson`, `3 March 2026`. */
export function placeAndDay({ channel, site, day: on }: Pick<ToldFailure, 'channel' | 'site' | 'day'>): string[] {
  const word = channelWord[channel] ?? 'contact';
  return [site ? `a ${word} at ${site.name}` : `a ${word}`, ...(on ? [day(on)] : [])];
}
