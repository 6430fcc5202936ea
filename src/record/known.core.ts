// What ids are known while a record is read: those on record already, and those of the rows accepted so far.
import type { Day } from '../kernel/moment.ts';
import { inForce } from '../kernel/moment.ts';
import type { DocumentKind } from '../documents/document.core.ts';
import type { Post } from '../people/people.core.ts';
import { nearest } from './nearest.core.ts';

/** Ids of one kind of thing, each also found by its name where the name is nobody else's. */
export class KnownIds {
  private readonly ids = new Set<string>();
  private readonly byName = new Map<string, string | null>();
  private readonly refused = new Set<string>();

  add(id: string, name?: string): void {
    this.ids.add(id);
    if (name === undefined) return;
    const key = plain(name);
    const other = this.byName.get(key);
    this.byName.set(key, other === undefined || other === id ? id : null);
  }

  /** Remembers that this id stood in a row that was refused, so that rows naming it can be told so. */
  refuse(id: string): void {
    this.refused.add(id);
  }

  has(id: string): boolean {
    return this.ids.has(id);
  }

  /** The id that the text names: the id itself, else the one thing of that name; else null. */
  resolve(text: string): string | null {
    return this.ids.has(text) ? text : (this.byName.get(plain(text)) ?? null);
  }

  nearest(text: string): string | null {
    return nearest(text, this.ids);
  }

  wasRefused(text: string): boolean {
    return this.refused.has(text);
  }

  get size(): number {
    return this.ids.size;
  }
}

/** Everything that a row may point at. */
export class Known {
  readonly people = new KnownIds();
  readonly sites = new KnownIds();
  readonly roles = new KnownIds();
  /** Null where no standards were given: then none is checked. */
  readonly standards: KnownIds | null;
  readonly packs: ReadonlySet<string>;
  readonly documents = { policy: new KnownIds(), procedure: new KnownIds() };
  private readonly versions = new Set<string>();
  private readonly zones = new Map<string, string>();
  private readonly posts = new Map<string, Post[]>();

  constructor(standards: Iterable<string> | null, packs: Iterable<string> = []) {
    this.packs = new Set(packs);
    this.standards = standards === null ? null : new KnownIds();
    for (const id of standards ?? []) this.standards?.add(id);
  }

  addSite(id: string, name: string, timeZone: string): void {
    this.sites.add(id, name);
    this.zones.set(id, timeZone);
  }

  addPost(post: Post): void {
    this.roles.add(post.role);
    this.posts.set(post.person, [...(this.posts.get(post.person) ?? []), post]);
  }

  addVersion(kind: DocumentKind, id: string, version: string): void {
    this.documents[kind].add(id);
    this.versions.add(JSON.stringify([kind, id, version]));
  }

  hasVersion(kind: DocumentKind, id: string, version: string): boolean {
    return this.versions.has(JSON.stringify([kind, id, version]));
  }

  postsOf(person: string): readonly Post[] {
    return this.posts.get(person) ?? [];
  }

  zoneOfSite(site: string): string | null {
    return this.zones.get(site) ?? null;
  }

  /** The zone of the site where the person worked that day, else of any site they worked at. */
  zoneOfPerson(person: string, day: Day): string | null {
    const posts = this.postsOf(person);
    const post = posts.find((one) => inForce(one, day)) ?? posts[0];
    return post ? this.zoneOfSite(post.site) : null;
  }
}

function plain(name: string): string {
  return name.trim().toLowerCase().replace(/\s+/g, ' ');
}
