// Keeps visited pages for reading without a network, where the site offers that and the visitor does not save data.
// Where the site no longer offers it, takes back what an earlier edition of it has kept.
(() => {
  const workers = navigator.serviceWorker;
  if (!workers) return;
  const path = document.documentElement.dataset.worker;
  // While somebody writes, the server that shows the site is meant to be missed when it is gone.
  if (document.querySelector('script[src^="/_live/"]')) return;

  const trusted = () => {
    const policy = window.trustedTypes?.createPolicy("offline", { createScriptURL: () => path });
    return policy ? policy.createScriptURL(path) : path;
  };

  const takeBack = async () => {
    for (const each of await workers.getRegistrations()) {
      if (each.active?.scriptURL.endsWith("/sw.js")) await each.unregister();
    }
    await navigator.locks.request("showcase", async () => {
      for (const name of await caches.keys()) if (name.startsWith("showcase-")) await caches.delete(name);
    });
  };

  const begin = async () => {
    if (!path) await takeBack();
    else if (!navigator.connection?.saveData) await workers.register(trusted());
  };

  // Where storage or the policy is closed, the site is read as if this file were not there.
  addEventListener("load", () => begin().catch(() => {}));
})();
