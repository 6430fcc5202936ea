// Elements made by hand: words only ever go in as text nodes, so nothing a contact says can become markup.
const svgSpace = 'http://www.w3.org/2000/svg';
export const data = JSON.parse(document.getElementById('report-data').textContent);
export const causes = ['policy', 'procedure', 'training', 'management', 'personnel'];

/** An element with a class, attributes and children; strings become text. */
export function make(tag, className, ...children) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  element.append(...children.filter((child) => child !== null && child !== ''));
  return element;
}

export function makeSvg(tag, attributes, ...children) {
  const element = document.createElementNS(svgSpace, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
  element.append(...children);
  return element;
}

/** Icon and word of a cause, in its colour. */
export function causeLabel(cause) {
  const icon = makeSvg('svg', { class: 'icon', 'aria-hidden': 'true' }, makeSvg('use', { href: `#icon-${cause}` }));
  return make('span', `cause is-${cause}`, icon, cause);
}

export function barStrip(part) {
  const box = { x: 0, y: '15%', height: '70%', rx: 3 };
  return makeSvg(
    'svg',
    { class: 'strip', 'aria-hidden': 'true' },
    makeSvg('rect', { ...box, class: 'track', width: '100%' }),
    makeSvg('rect', { ...box, class: 'fill', width: percentOf(part) }),
  );
}

export function percentOf(part) {
  return `${Math.round(Math.min(1, Math.max(0, part)) * 1000) / 10}%`;
}

export function clock(seconds) {
  const whole = Math.floor(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}

export function placeOf(contact) {
  const day =
    contact.day &&
    new Date(`${contact.day}T00:00:00Z`).toLocaleDateString('en-GB', {
      timeZone: 'UTC',
      day: 'numeric',
      month: 'short',
      year: 'numeric',
    });
  return [
    contact.site && (data.sites[contact.site] ?? contact.site),
    day,
    data.channels[contact.channel] ?? contact.channel,
    contact.kind,
    contact.person,
  ].filter(Boolean);
}
