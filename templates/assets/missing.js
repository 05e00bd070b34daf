// 找不到页面时，按地址里的发文字号或各段，从地址表中找出可能要找的页面。

const likely = document.getElementById("likely");
const MOST = 5;

/** “晋市政发[2018]31号”与“晋市政发〔2018〕31号”相同：只比汉字、字母和数字。 */
function units(text) {
  return (text.normalize("NFKC").toLowerCase().match(/\p{L}+|\d+/gu) || []).join(" ");
}

function asked() {
  const path = location.pathname + " " + location.search;
  try {
    return decodeURIComponent(path.replace(/\+/g, " "));
  } catch {
    return path;
  }
}

/** 地址相合的程度：共有的段越多、多余的段越少，越可能；末一段最要紧。 */
function score(url, parts) {
  const own = url.split("/").filter(Boolean);
  const shared = own.filter((part) => parts.includes(part)).length;
  const last = own[own.length - 1] === parts[parts.length - 1];
  return shared ? shared * 10 + (last ? 50 : 0) - own.length : 0;
}

function candidates(pairs) {
  const words = ` ${units(asked())} `;
  const named = pairs.filter(([url, name]) => name && / \d+ 号$/.test(units(name)) && words.includes(`${units(name)} `));
  if (named.length) return named.slice(0, MOST);
  const home = likely.dataset.home;
  const path = asked().split(" ")[0];
  const parts = path.slice(path.startsWith(home) ? home.length : 1).toLowerCase().replace(/(index)?\.html?$/, "").split("/").filter(Boolean);
  const scored = pairs.map((pair) => [score(pair[0], parts), pair]);
  const best = Math.max(1, ...scored.map(([points]) => points));
  return scored.filter(([points]) => points === best).slice(0, MOST).map(([, pair]) => pair);
}

function show(pairs) {
  const list = document.createElement("ul");
  for (const [url, name] of pairs) {
    const link = document.createElement("a");
    link.href = likely.dataset.home + url.slice(1);
    link.textContent = name || url;
    list.appendChild(document.createElement("li")).appendChild(link);
  }
  likely.append(list);
  likely.hidden = !pairs.length;
}

fetch(likely.dataset.index)
  .then((answer) => (answer.ok ? answer.json() : []))
  .then((pairs) => show(candidates(pairs)))
  .catch(() => {}); // 没有地址表也可检索、按年份查找
