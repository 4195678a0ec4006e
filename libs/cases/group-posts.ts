/** Which posts of a batch belong to one matter: those of one conversation, and those of one author about one watch. */

/** A post's keys: two posts that share one belong together. Keys of different teams must differ. */
export interface Keyed {
  keys: string[];
}

/**
 * Union-find over the posts' keys; near-linear.
 * @returns for each post the index of the first post of its group
 */
export function groupPosts(posts: readonly Keyed[]): number[] {
  const parent = posts.map((_, i) => i);
  const find = (i: number): number => {
    let root = i;
    while (parent[root] !== root) root = parent[root] as number;
    while (parent[i] !== root) [parent[i], i] = [root, parent[i] as number];
    return root;
  };
  const firstWith = new Map<string, number>();
  posts.forEach((post, i) => {
    for (const key of post.keys) {
      const other = firstWith.get(key);
      if (other === undefined) firstWith.set(key, i);
      else union(parent, find(other), find(i));
    }
  });
  return posts.map((_, i) => find(i));
}

/** The smaller index stays the root, so that a group is named by its first post. */
function union(parent: number[], a: number, b: number): void {
  if (a < b) parent[b] = a;
  else parent[a] = b;
}
