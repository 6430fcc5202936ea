// Filters: site, standard, cause and the failure that is open. They live in the address, so a view can be mailed and Back works.
import { causeLabel, causes, data, make, makeSvg, percentOf, placeOf } from './dom.js';
import { failureView } from './failure.js';
const state = { site: '', standard: '', cause: '', open: '' };
const picks = document.getElementById('picks');
const opened = document.getElementById('opened');
const pageLength = 25;
let listed = pageLength;

/** What of the address is known to this report; anything else is ignored. */
function readAddress() {
  const asked = new URLSearchParams(location.hash.slice(1));
  const known = { open: new Set(Object.keys(data.byMark)) };
  for (const name of ['site', 'standard', 'cause']) {
    known[name] = new Set(Array.from(document.getElementById(`pick-${name}`).options, (option) => option.value));
  }
  for (const name of Object.keys(state)) {
    const value = asked.get(name) ?? '';
    state[name] = known[name].has(value) ? value : '';
  }
}

function address(change) {
  const next = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...state, ...change })) if (value) next.set(name, value);
  return `#${next}`;
}

function go(change) {
  // An empty fragment would jump to the top of the page.
  const next = address(change);
  if (next === '#') {
    history.pushState(null, '', location.pathname + location.search);
    show();
  } else location.hash = next;
}

function chosen() {
  return data.failures.filter(
    (failure) =>
      (!state.site ||
        data.contacts[failure.contact].site === state.site ||
        (state.site === 'unknown' && !data.contacts[failure.contact].site)) &&
      (!state.standard || failure.standard === state.standard) &&
      (!state.cause || failure.leading.includes(state.cause)),
  );
}

/** Draws the page again for the address. */
function show() {
  readAddress();
  for (const name of ['site', 'standard', 'cause']) document.getElementById(`pick-${name}`).value = state[name];
  document.getElementById('clear').hidden = !state.site && !state.standard && !state.cause;
  const failures = chosen();
  showRates();
  showCauses();
  showList(failures);
  showOpened(failures);
  const all = failures.length === data.failures.length;
  document.getElementById('shown').textContent = all
    ? `${failures.length} worst failures`
    : `${failures.length} of ${data.failures.length} worst failures`;
}

function showRates() {
  for (const row of document.querySelectorAll('[data-standard]')) {
    const off =
      (state.standard && row.dataset.standard !== state.standard) ||
      (state.cause && row.dataset.cause && row.dataset.cause !== state.cause) ||
      (state.site && row.dataset.at && row.dataset.at !== state.site);
    row.hidden = Boolean(off);
  }
  for (const card of document.querySelectorAll('[data-site]'))
    card.classList.toggle('off', Boolean(state.site) && card.dataset.site !== state.site);
  for (const row of document.querySelectorAll('.rates [data-standard]')) {
    const rate = data.rates[state.site]?.[row.dataset.standard];
    const strip = row.querySelector('svg');
    strip.replaceChildren(...[...strip.children].filter((one) => one.matches('.axis, .published')));
    const judged = rate ? rate.failed + rate.met : 0;
    row.querySelector('[data-about]').textContent = judged > 0 ? rate.about : 'nothing to judge here';
    row.querySelector('[data-likely]').textContent = judged > 0 ? rate.likely : '';
    row.querySelector('[data-of]').textContent = rate?.of ?? '';
    if (judged === 0) continue;
    if (rate.span)
      strip.append(
        makeSvg('line', {
          class: 'likely',
          x1: percentOf(rate.span[0]),
          x2: percentOf(rate.span[1]),
          y1: '50%',
          y2: '50%',
        }),
      );
    strip.append(makeSvg('circle', { class: 'dot', cx: percentOf(rate.failed / judged), cy: '50%', r: 6 }));
  }
}

function showCauses() {
  if (!data.causes) return;
  const sums = Object.fromEntries(causes.map((cause) => [cause, 0]));
  for (const row of data.expected) {
    if ((state.site && row[0] !== state.site) || (state.standard && row[1] !== state.standard)) continue;
    causes.forEach((cause, at) => (sums[cause] += row[2 + at]));
  }
  // The words of contacts alone are counted for the whole only: per site there is no telling who was silent.
  const narrowed = !data.wordsAlone && (state.site || state.standard);
  const most = Math.max(1e-9, ...causes.map((cause) => (narrowed ? sums[cause] : data.causes[cause])));
  for (const button of document.querySelectorAll('.bars [data-pick="cause"]')) {
    const cause = button.dataset.value;
    const value = narrowed ? sums[cause] : data.causes[cause];
    button.querySelector('.fill').setAttribute('width', percentOf(value / most));
    button.querySelector('.number').textContent = Math.round(value).toLocaleString('en-US');
    button.setAttribute('aria-pressed', String(state.cause === cause));
  }
}

function showList(failures) {
  const items = failures.slice(0, listed).map((failure) => {
    const contact = data.contacts[failure.contact];
    const standard = data.standards[failure.standard];
    const link = make('a', '', make('span', 'what', standard.head));
    link.href = address({ open: failure.mark });
    if (failure.mark === state.open) link.setAttribute('aria-current', 'true');
    if (failure.quote)
      link.append(
        make('span', 'said', failure.instead ? make('span', 'unsaid', 'said instead ') : '', `“${failure.quote}”`),
      );
    const serious = standard.kind === 'atrocity' ? [make('span', 'is-serious', 'serious act')] : [];
    link.append(
      make(
        'span',
        'where',
        ...serious,
        ...failure.leading.slice(0, 1).map(causeLabel),
        ...placeOf(contact)
          .slice(0, 2)
          .map((text) => make('span', '', text)),
      ),
    );
    return make('li', '', link);
  });
  if (failures.length > listed) {
    const more = make('button', 'plain more', `Show ${Math.min(pageLength, failures.length - listed)} more`);
    more.type = 'button';
    more.addEventListener('click', () => {
      const at = listed;
      listed += pageLength;
      showList(failures);
      picks.querySelectorAll('a')[at]?.focus();
    });
    items.push(make('li', '', more));
  }
  picks.replaceChildren(...items);
  picks.hidden = items.length === 0;
}

function showOpened(failures) {
  const failure = data.failures[data.byMark[state.open]] ?? failures[0];
  if (!failure) {
    const text =
      data.failures.length === 0
        ? 'Each failure opens here with the whole contact, the quote lit up, and twelve questions about why. There is none to show.'
        : 'No failure among the worst fits this choice. The counts above still hold; choose more widely to read one.';
    opened.replaceChildren(make('p', 'empty', text));
    return;
  }
  const at = failures.indexOf(failure);
  const steps = make('div', 'steps');
  for (const [word, to] of [
    ['Previous', failures[at - 1]],
    ['Next', failures[at + 1]],
  ]) {
    const button = make('button', 'plain', word);
    button.type = 'button';
    button.disabled = at < 0 || !to;
    button.addEventListener('click', () => go({ open: to.mark }));
    steps.append(button);
  }
  opened.replaceChildren(failureView(failure, steps));
}

for (const name of ['site', 'standard', 'cause']) {
  document.getElementById(`pick-${name}`).addEventListener('change', (event) => {
    listed = pageLength;
    go({ [name]: event.target.value, open: '' });
  });
}
document.getElementById('clear').addEventListener('click', () => go({ site: '', standard: '', cause: '', open: '' }));
document.addEventListener('click', (event) => {
  const button = event.target.closest?.('[data-pick]');
  if (!button) return;
  const { pick, value } = button.dataset;
  listed = pageLength;
  go({ [pick]: state[pick] === value ? '' : value, open: '' });
});
window.addEventListener('hashchange', () => {
  // A link to a part of the page is not a choice of filters.
  if (location.hash && !location.hash.includes('=')) return;
  const before = state.open;
  show();
  if (state.open && state.open !== before) {
    opened.querySelector('h3')?.focus({ preventScroll: true });
    opened.scrollIntoView({ block: 'start' });
  }
});
window.addEventListener('popstate', () => location.hash === '' && show());
show();
if (state.open) opened.scrollIntoView({ block: 'start' });
