// The content folder of this machine in the shape of the browsers' File System API, over the server that keeps it.
// The names are those of the API: FileSystemDirectoryHandle, FileSystemFileHandle, FileSystemWritableFileStream.

const ABOUT_TO_BE_MOVED = ".sveltia-tmp-"; // the editor writes there first; here it is a place in memory

/** The root of the folder at an address. */
export function folder(address) {
  return new Directory(new Store(address), "");
}

/** What the server has, as far as we know; asked anew after each change. */
class Store {
  constructor(address) {
    this.address = address;
    this.known = undefined;
  }

  /** The files by their paths: size, time and, for texts, what they say. */
  async files() {
    this.known ??= this.send("").then(async (answer) => new Map(Object.entries(await answer.json())));
    return this.known;
  }

  forget() {
    this.known = undefined;
  }

  async send(path, options = {}) {
    const answer = await fetch(`${this.address}/${path.split("/").map(encodeURIComponent).join("/")}`, options);
    if (answer.ok) return answer;
    const said = (await answer.text()).trim();
    if (answer.status !== 404) alert(said);
    throw new DOMException(said, answer.status === 404 ? "NotFoundError" : "NoModificationAllowedError");
  }

  async write(path, data) {
    const answer = await this.send(path, { method: "PUT", body: data });
    this.forget();
    return answer.blob();
  }

  async remove(path) {
    await this.send(path, { method: "DELETE" });
    this.forget();
  }
}

class Directory {
  kind = "directory";

  constructor(store, path) {
    this.store = store;
    this.path = path;
    this.name = path.split("/").at(-1);
  }

  below(name) {
    return this.path ? `${this.path}/${name}` : name;
  }

  async *entries() {
    if (!this.path) this.store.forget();
    const start = this.path ? `${this.path}/` : "";
    const seen = new Set();
    for (const path of (await this.store.files()).keys()) {
      if (!path.startsWith(start)) continue;
      const [name, ...rest] = path.slice(start.length).split("/");
      if (seen.has(name)) continue;
      seen.add(name);
      yield [name, rest.length ? new Directory(this.store, this.below(name)) : new File_(this.store, this.below(name))];
    }
  }

  async getDirectoryHandle(name, { create = false } = {}) {
    if (name === "sveltia-cms-test") return this; // the editor's name for its root
    const made = new Directory(this.store, this.below(name));
    const start = `${made.path}/`;
    if (create || [...(await this.store.files()).keys()].some((path) => path.startsWith(start))) return made;
    throw new DOMException(made.path, "NotFoundError");
  }

  async getFileHandle(name, { create = false } = {}) {
    const made = new File_(this.store, this.below(name));
    if (create || (await this.store.files()).has(made.path)) return made;
    throw new DOMException(made.path, "NotFoundError");
  }

  /** A folder goes with its last file; nothing that is not empty is ever removed. */
  async removeEntry(name, { recursive = false } = {}) {
    if (recursive) throw new DOMException("a folder is removed file by file", "NotAllowedError");
    if (name.startsWith(ABOUT_TO_BE_MOVED)) return;
    if ((await this.store.files()).has(this.below(name))) await this.store.remove(this.below(name));
  }
}

class File_ {
  kind = "file";

  constructor(store, path) {
    this.store = store;
    this.path = path;
    this.data = undefined;
  }

  get name() {
    return this.path.split("/").at(-1);
  }

  async getFile() {
    const known = (await this.store.files()).get(this.path);
    const data = this.data ?? known?.text ?? (await (await this.store.send(this.path)).blob());
    return new File([data], this.name, { type: data.type ?? "text/markdown", lastModified: known?.modified });
  }

  async createWritable() {
    const parts = [];
    return {
      write: async (part) => void parts.push(part),
      close: async () => {
        this.data = new Blob(parts, { type: parts[0]?.type ?? "" });
        if (!this.name.startsWith(ABOUT_TO_BE_MOVED)) this.data = await this.store.write(this.path, this.data);
      },
    };
  }

  async move(directory, name) {
    const old = this.path;
    const data = this.data ?? (await this.getFile());
    this.path = directory.below(name);
    this.data = await this.store.write(this.path, data);
    if (!old.split("/").at(-1).startsWith(ABOUT_TO_BE_MOVED)) await this.store.remove(old);
  }
}
