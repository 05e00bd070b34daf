// Limits what was found by what the pages are, and counts what each limit would leave.

/** The facts by which a reader limits a search: the values of a page, from the columns of its shard. */
const FACTS = {
  year: ({ year }, row) => [year[row]],
  issue: ({ issue, values }, row) => (values.issue[issue[row]] ?? []).slice(0, 1),
  body: ({ bodies, values }, row) => bodies[row].map((place) => values.bodies[place]),
  kind: ({ kind, values }, row) => [values.kind[kind[row]]].filter(Boolean),
  section: ({ section, values }, row) => [values.section[section[row]]].filter(Boolean),
};

/**
 * The hits that `limits` admit, and counts for every fact and `tables`: `{ kept, counts }`.
 * `counts.kind` maps each kind to the number of hits it would leave if it were chosen, all the
 * other limits as they are; so do the others, and `counts.tables` is that number.
 * A hit is `{ shard, row, inTables }`.
 */
export function count(hits, limits = {}) {
  const names = Object.keys(FACTS);
  const counts = Object.fromEntries(names.map((name) => [name, new Map()]));
  counts.tables = 0;
  const kept = [];
  for (const hit of hits) {
    const values = names.map((name) => FACTS[name](hit.shard.facets, hit.row).map(String));
    const failed = names.filter((name, at) => limits[name] && !values[at].includes(String(limits[name])));
    if (limits.tables && !hit.inTables) failed.push("tables");
    if (failed.length === 0) {
      kept.push(hit);
      counts.tables += Number(hit.inTables);
    }
    names.forEach((name, at) => {
      if (failed.length > 1 || (failed.length && failed[0] !== name)) return;
      for (const value of values[at]) counts[name].set(value, (counts[name].get(value) ?? 0) + 1);
    });
  }
  return { kept, counts };
}
