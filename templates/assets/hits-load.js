// A page to which the search page leads carries in its address what was searched for: `?find=`.
// All others never load what marks it.

if (new URLSearchParams(location.search).get("find")) import("./hits.js");
