// Starts the editor in the language of its user, and gives it the folder of this machine where there is one.

const own = document.querySelector("script[data-languages]").dataset;
const languages = own.languages.split(" ");

const preferences = "sveltia-cms.prefs";
// What the editor calls these languages. It has no others here, and would ask for the words of one for ever.
const locales = { vi: "vi", en: "en-GB" };

/** What the user chose in the editor's settings, if it is one of ours. */
function chosen() {
  try {
    const { locale } = JSON.parse(localStorage.getItem(preferences)) ?? {};
    return languages.find((each) => locales[each] === locale);
  } catch {
    return undefined; // nothing stored, or nothing that may be stored
  }
}

/** The first of the browser's languages in which there are forms. */
function preferred() {
  return navigator.languages.map((each) => each.split("-")[0]).find((each) => languages.includes(each)) ?? languages[0];
}

/** The language of the forms, of which the editor is told. */
function settled() {
  const language = chosen() ?? preferred();
  const known = JSON.parse(localStorage.getItem(preferences) ?? "{}");
  localStorage.setItem(preferences, JSON.stringify({ ...known, locale: locales[language] }));
  return language;
}

/** The editor asks for a folder that the browser keeps; it gets the one that this server keeps. */
async function openFolder() {
  const { folder } = await import("/admin/folder.js");
  Object.defineProperty(navigator.storage, "getDirectory", { value: async () => folder(own.folder) });
  localStorage.setItem("sveltia-cms.user", JSON.stringify({ backendName: "test-repo" }));
}

/** The configuration, each choice with its list. */
function withLists(value, lists) {
  if (Array.isArray(value)) return value.map((each) => withLists(each, lists));
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [
      name,
      name === "options" && typeof each === "string" ? lists[each] : withLists(each, lists),
    ]),
  );
}

function script(source) {
  return new Promise((resolve, reject) => {
    const made = document.createElement("script");
    Object.assign(made, { src: source, onload: resolve, onerror: reject });
    document.head.append(made);
  });
}

/** Another language of the editor is another configuration. */
function followLanguage(current) {
  const seen = setInterval(() => {
    if ((chosen() ?? current) !== current) {
      clearInterval(seen);
      location.reload();
    }
  }, 1000);
}

window.CMS_MANUAL_INIT = true;
const current = settled();
document.documentElement.lang = current;
const [{ config, lists }] = await Promise.all([
  fetch(`/admin/${current}.json`).then((answer) => answer.json()),
  script("/admin/sveltia-cms.js"),
  own.folder ? openFolder() : undefined,
]);
document.querySelector(".notice")?.remove();
window.CMS.init({ config: withLists(config, lists) });
followLanguage(current);
