// Starts the editor in the language of its user, and gives it the folder of this machine where there is one.

const own = document.querySelector("script[data-languages]").dataset;
const languages = own.languages.split(" ");

/** What the user chose in the editor's settings, or the browser's languages. */
function language() {
  let chosen;
  try {
    chosen = JSON.parse(localStorage.getItem("sveltia-cms.prefs"))?.locale;
  } catch {
    // nothing stored, or nothing that may be stored
  }
  const wanted = chosen && chosen !== "auto" ? [chosen] : navigator.languages;
  return wanted.map((each) => each.split("-")[0]).find((each) => languages.includes(each)) ?? languages[0];
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
    if (language() !== current) {
      clearInterval(seen);
      location.reload();
    }
  }, 1000);
}

window.CMS_MANUAL_INIT = true;
const current = language();
document.documentElement.lang = current;
const [{ config, lists }] = await Promise.all([
  fetch(`/admin/${current}.json`).then((answer) => answer.json()),
  script("/admin/sveltia-cms.js"),
  own.folder ? openFolder() : undefined,
]);
document.querySelector(".notice")?.remove();
window.CMS.init({ config: withLists(config, lists) });
followLanguage(current);
