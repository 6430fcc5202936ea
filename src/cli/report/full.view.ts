// `--full`: a folder with every failure. Pages of two hundred failures each, streamed, then index.html, which links to them.
import { counted } from '../../kernel/counts.ts';
import { failuresPage, page } from './page.view.ts';
import type { PageOptions } from './page.view.ts';
import type { ShownContact, ShownFailure } from '../../diagnosis/shown-failure.shape.ts';
import type { ReportSummary } from '../../diagnosis/report.shape.ts';

export interface FailureWithContact {
  readonly failure: ShownFailure;
  readonly contact: ShownContact;
}

const onePage = 200;

/** Files of the folder, one at a time; index.html comes last, when it is known how many there are. Memory holds one page. */
export async function* fullPages(
  summary: ReportSummary,
  failures: AsyncIterable<FailureWithContact> | Iterable<FailureWithContact>,
  options: PageOptions = {},
): AsyncGenerator<{ path: string; content: string }> {
  const links: string[] = [];
  let chunk: FailureWithContact[] = [];
  let done = 0;
  const close = (): { path: string; content: string } => {
    const path = `failures-${String(links.length + 1).padStart(4, '0')}.html`;
    const range = `Failures ${counted(done + 1)} to ${counted(done + chunk.length)}`;
    links.push(`<li><a href="${path}">${range}</a></li>`);
    done += chunk.length;
    return {
      path,
      content: failuresPage(onlyThese(summary, chunk), range, { ...options, maxBytes: Number.POSITIVE_INFINITY }),
    };
  };
  for await (const one of failures) {
    chunk.push(one);
    if (chunk.length < onePage) continue;
    yield close();
    chunk = [];
  }
  if (chunk.length > 0) yield close();
  const all = `<section id="all" aria-labelledby="all-h"><h2 id="all-h">All failures</h2><p class="lede">The worst stand below; these pages beside this one hold every failure.</p><ul>${links.join('')}</ul></section>`;
  yield { path: 'index.html', content: page(summary, { ...options, beforeFailures: links.length > 0 ? all : '' }) };
}

/** The summary with these failures and nothing that only the first page draws. */
function onlyThese(summary: ReportSummary, chunk: readonly FailureWithContact[]): ReportSummary {
  const contacts = new Map(chunk.map(({ contact }) => [contact.id, contact]));
  return {
    ...summary,
    failures: chunk.map(({ failure }) => failure),
    contacts: [...contacts.values()],
    siteStandards: [],
  };
}
