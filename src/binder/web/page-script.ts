// What the page that checks a judge's file does: takes a file by drop or by choice, checks it, and says what was found. It is written
// into the page with what it checks by (offline-page.ts), and runs in a browser without a network.
import { askedTold } from '../verify/bundle-format.core.ts';
import { wrongSignatures } from './signature.ts';
import { verdictOf, type BundleVerdict } from '../verify/verdict.core.ts';
import { checkBundle, type BundleTold, type BundleWrong } from '../verify/verify-bundle.core.ts';

const mostShown = 200;

/** Begins once the page stands. */
export function beginPage(page: Document): void {
  const chosen = page.querySelector<HTMLInputElement>('#file')!;
  const place = page.querySelector<HTMLElement>('#drop')!;
  const said = page.querySelector<HTMLElement>('#said')!;
  const key = page.querySelector<HTMLInputElement>('#key')!;
  let last: File | undefined;
  const check = (file: File | undefined): void => {
    if (!file) return;
    last = file;
    said.replaceChildren(element(page, 'p', `Checking ${file.name} …`));
    checkFile(file, key.value.trim())
      .then((checked) => said.replaceChildren(...tellAll(page, checked)))
      .catch((error: unknown) => said.replaceChildren(element(page, 'p', couldNot(error), 'bad')));
  };
  chosen.addEventListener('change', () => check(chosen.files?.[0]));
  // Whoever names the key after the drop needs not drop the file again.
  key.addEventListener('input', () => check(last));
  page.addEventListener('dragover', (event) => {
    event.preventDefault();
    place.classList.add('over');
  });
  page.addEventListener('dragleave', () => place.classList.remove('over'));
  page.addEventListener('drop', (event) => {
    event.preventDefault();
    place.classList.remove('over');
    check(event.dataTransfer?.files[0]);
  });
}

interface Checked {
  readonly wrong: readonly BundleWrong[];
  readonly told: BundleTold | null;
  readonly verdict: BundleVerdict;
}

async function checkFile(file: File, key: string): Promise<Checked> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const { wrong: found, told, signatures, signedBy } = checkBundle(bytes, key === '' ? undefined : key);
  const wrong = [...found, ...(await wrongSignatures(signatures))];
  return { wrong, told, verdict: verdictOf(wrong, signedBy) };
}

function couldNot(error: unknown): string {
  const why =
    error instanceof Error && error.name === 'NotSupportedError'
      ? ' This browser can’t check Ed25519 signatures: take a newer one.'
      : '';
  return `It could not be checked.${why}`;
}

function element(page: Document, name: string, text: string, look = ''): HTMLElement {
  const made = page.createElement(name);
  made.textContent = text;
  if (look !== '') made.className = look;
  return made;
}

function tellAll(page: Document, { wrong, told, verdict }: Checked): HTMLElement[] {
  const shown = [element(page, 'p', verdict.first, verdict.look), element(page, 'p', verdict.more)];
  if (wrong.length > 0) {
    const list = page.createElement('ul');
    for (const { file, where, sentence } of wrong.slice(0, mostShown)) {
      const item = element(page, 'li', '');
      item.append(element(page, 'strong', where === '' ? file : `${file}, ${where}`), ` ${sentence}`);
      list.append(item);
    }
    shown.push(list);
    if (wrong.length > mostShown) shown.push(element(page, 'p', `And ${wrong.length - mostShown} more.`));
  }
  if (told) shown.push(facts(page, told));
  return shown;
}

function facts(page: Document, told: BundleTold): HTMLElement {
  const list = page.createElement('dl');
  const rows: [string, string][] = [
    ['Of', told.organisation],
    ['Asked for', askedTold(told.asked)],
    ['Made', `${told.madeAt.slice(0, 16).replace('T', ' ')} UTC`],
    [
      'Rows',
      `${told.rows}${told.unsealed > 0 ? `, of which ${told.unsealed} are sealed by this file alone` : ', all vouched for by the signed history'}`,
    ],
    ['Files', String(told.files)],
    ['History covered', `${told.covers} lines`],
    ['Key', told.key],
  ];
  for (const [name, value] of rows) list.append(element(page, 'dt', name), element(page, 'dd', value));
  return list;
}
