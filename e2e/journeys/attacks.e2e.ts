// What somebody else wrote, to do harm: in a transcript, a person's and a site's name, a policy, a pack, a file's name, a saved
// search. In a real browser under the pages' own policy it is shown as the words that it is, and nothing of it runs.
import { expect, it } from 'vitest';
import { openedApp } from '../opened-app.ts';
import { lookingAround, openedAt, pagePaths, shownAt } from '../web.ts';

const harm = `<img src=x onerror="document.title='hit'"><script>document.title='hit'</script><svg onload=alert(1)>`;
const quoted = harm.replaceAll('"', '""');
const record = {
  'sites.csv': `id,name,time zone\nharm-site,"Yard ${quoted}",UTC\n`,
  'people.csv': `id,name\nharm-person,"Ann ${quoted}"\n`,
  'posts.csv': 'person,site,role,from\nharm-person,harm-site,rep,2026-01-01\n',
  'policies/harm.md': `---\nid: harm\nversion: 1\ntitle: "Rule ${harm.replaceAll('"', "'")}"\nclass: customer-service\nfrom: 2026-01-01\n---\n\n1. ${harm}\n   obstructs: atrocity.bare-refusal\n`,
};
const call = `Rep: Storage ${harm}, hold please.\nCustomer: I need a ten by ten. ${harm} What is that a month, wombat?\nRep: No. That's our policy. [link](javascript:alert(1))\nCustomer: Oh.\nRep: Bye.`;

const opened = openedApp();

it('every page shows what was written to do harm, and nothing of it runs', async () => {
  const { context, trouble } = await lookingAround(opened.browser, opened.app, 'owner');
  const headers = { origin: opened.app.address };
  const write = async (method: string, path: string, data: unknown): Promise<Record<string, unknown>> => {
    const reply = await context.request.fetch(path, { method, headers, data: data as string });
    const text = await reply.text();
    expect([path, reply.ok(), reply.ok() ? '' : text]).toEqual([path, true, '']);
    return text.startsWith('{') && !text.trim().includes('\n') ? (JSON.parse(text) as Record<string, unknown>) : {};
  };
  const files = Object.entries(record).map(([name, text]) => ({ name, base64: Buffer.from(text).toString('base64') }));
  await write('POST', '/v1/record', { files });
  const { id } = await write('POST', '/v1/imports', { label: harm });
  const name = encodeURIComponent(`${harm.replaceAll('/', '')}.txt`);
  await write('PUT', `/v1/imports/${String(id)}/files?name=${name}`, call);
  const facts = `file,site,started at,rep\n"${quoted.replaceAll('/', '')}.txt",harm-site,2026-02-03T10:00:00Z,harm-person\n`;
  await write('PUT', `/v1/imports/${String(id)}/files?name=facts.csv`, facts);
  await write('POST', `/v1/imports/${String(id)}/finish`, { counts: {}, rejects: 0 });
  for (const path of ['/v1/marking', '/v1/diagnosis']) await write('POST', path, {});
  await write('POST', '/v1/views', { name: harm.slice(0, 80), of: 'contacts', query: { words: harm.slice(0, 40) } });
  await write('PUT', '/v1/letter-draft', { wrong: harm, why: harm, solution: harm });

  context.on('page', (tab) =>
    tab.on('dialog', (dialog) => {
      trouble.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    }),
  );
  const tab = await openedAt(context, '/contacts?words=wombat');
  await tab.locator('main ul a[href^="/contacts/"]').first().waitFor({ timeout: 60_000 });
  const contact = new URL(
    (await tab.locator('main ul a[href^="/contacts/"]').first().getAttribute('href')) ?? '',
    opened.app.address,
  );
  const listed = pagePaths.filter((path) => !path.includes('$'));
  const shown: string[] = [];
  for (const path of [
    ...listed,
    `${contact.pathname}${contact.search}`,
    '/causes/policy',
    '/causes/failures?site=harm-site',
    `/contacts?words=${encodeURIComponent(harm)}`,
  ]) {
    await shownAt(tab, path);
    const found = await tab.evaluate(`[document.title.includes('hit'),
      document.querySelectorAll('img[src="x"], [onerror], [onload], a[href^="javascript"], main script, iframe, object, embed').length,
      document.body.innerText.includes('onerror=')]`);
    const [ran, planted, words] = found as [boolean, number, boolean];
    expect([path, ran, planted]).toEqual([path, false, 0]);
    if (words) shown.push(path);
  }
  // The words did come up, or nothing was proved.
  expect(shown).toContain(`${contact.pathname}${contact.search}`);
  expect(shown.length).toBeGreaterThan(2);
  // A page may ask for what there is not, and says so; nothing else may go wrong.
  expect(trouble.filter((one) => !one.includes('status of 404'))).toEqual([]);
  await context.close();
}, 240_000);

it('every page and every file comes under a policy that runs nothing inline, in nobody’s frame', async () => {
  const { context } = await lookingAround(opened.browser, opened.app, 'owner');
  for (const path of [...pagePaths.map((path) => path.replaceAll(/\$\w+/g, 'x')), '/nowhere', '/v1/reference']) {
    const reply = await context.request.get(path, { headers: { accept: 'text/html' } });
    const { 'content-security-policy': policy = '', ...headers } = reply.headers();
    expect([path, policy.includes("default-src 'none'"), /unsafe-(inline|eval)/.test(policy)]).toEqual([
      path,
      true,
      false,
    ]);
    expect([
      path,
      policy.includes("frame-ancestors 'none'"),
      headers['x-frame-options'],
      headers['x-content-type-options'],
    ]).toEqual([path, true, 'DENY', 'nosniff']);
  }
  // A page of another origin gets no word of it: no such header lets it read.
  const asked = await context.request.get('/v1/contacts', { headers: { origin: 'https://evil.example' } });
  expect([asked.status(), asked.headers()['access-control-allow-origin']]).toEqual([403, undefined]);
  await context.close();
}, 60_000);
