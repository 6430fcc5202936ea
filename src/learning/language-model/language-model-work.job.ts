// Asking a language model, as a job: it can be stopped at any moment, and goes on with what it hasn't asked.
import type { Store } from '../../platform/db/open.ts';
import type { JobWork } from '../../platform/jobs/job.core.ts';
import { askAboutContacts } from './ask-about-contacts.job.ts';

/** @param privateToo whether addresses of private networks may be called */
export function languageModelWork(store: Store, privateToo: boolean): JobWork {
  return {
    run: async function* ({ acting }, signal) {
      for await (const { contacts, stopped } of askAboutContacts(store, acting, { privateToo, signal }))
        yield {
          done: contacts,
          says:
            stopped === 'budget'
              ? 'stopped: this month’s tokens are used up'
              : stopped === 'enough'
                ? 'stopped: enough for one run; start another to go on'
                : 'asking the language model about contacts',
        };
    },
  };
}
