// Frames with one page in all of its languages: where one is scrolled to, the others go; where one leads, all follow.

const frames = [...document.querySelectorAll("iframe")];
const room = (view) => view.document.documentElement.scrollHeight - view.innerHeight;

// Which frame the hand is on: only that one leads, so that frames never push each other.
let leader = null;

const follow = (frame) => {
  if (leader !== frame) return;
  const view = frame.contentWindow;
  const share = room(view) > 0 ? view.scrollY / room(view) : 0;
  for (const other of frames) {
    if (other !== frame) other.contentWindow.scrollTo({ top: share * room(other.contentWindow), behavior: "instant" });
  }
};

const entered = (frame) => {
  const view = frame.contentWindow;
  if (view.location.href === "about:blank") return;
  if (view.location.pathname !== new URL(frame.src).pathname) {
    location.assign(`/_live/beside${view.location.pathname}`);
    return;
  }
  view.addEventListener("scroll", () => follow(frame), { passive: true });
  for (const name of ["pointerenter", "pointerdown", "wheel", "touchstart", "keydown", "focusin"]) {
    view.document.documentElement.addEventListener(name, () => (leader = frame), { passive: true });
  }
};

for (const frame of frames) {
  frame.addEventListener("load", () => entered(frame));
  if (frame.contentDocument?.readyState === "complete") entered(frame);
}
