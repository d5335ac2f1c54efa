// Lights the paths of a logic model: point at a box, focus it or hold a finger on it, and what leads to it and on from it stands
// out from the rest. Point at an arrow, and it does with its ends. Escape or leaving ends it. Without this script the drawing
// lacks nothing but that. What things look like, the style sheet says: svg.is-lit, and in it .is-path, .is-near, .is-here.
(function () {
  "use strict";

  const holdTime = 450;
  const holdTolerance = 10;

  /** What is joined with a box: arrows by index, with how near they are. Arrows that lead back count only next to the box. */
  function pathsThrough(box, arrows) {
    const near = new Set();
    const path = new Set();
    for (const [here, there] of [["from", "to"], ["to", "from"]]) {
      const seen = new Set([box]);
      const waiting = [box];
      while (waiting.length > 0) {
        const current = waiting.shift();
        arrows.forEach((arrow, index) => {
          if (arrow[here] !== current || (arrow.isFeedback && current !== box)) return;
          (current === box ? near : path).add(index);
          if (arrow.isFeedback || seen.has(arrow[there])) return;
          seen.add(arrow[there]);
          waiting.push(arrow[there]);
        });
      }
    }
    return { near, path };
  }

  function setUp(drawing) {
    const boxes = new Map();
    for (const element of drawing.querySelectorAll("[data-box]")) boxes.set(element.dataset.box, element);
    const arrows = Array.from(drawing.querySelectorAll(".diagram-arrow"), (element) => ({
      element,
      from: element.dataset.from,
      to: element.dataset.to,
      isFeedback: element.classList.contains("diagram-feedback"),
    }));
    const labels = Array.from(drawing.querySelectorAll(".diagram-label"));
    let shown = null;

    function clear() {
      if (shown === null) return;
      shown = null;
      drawing.classList.remove("is-lit");
      for (const element of drawing.querySelectorAll(".is-path, .is-near, .is-here")) {
        element.classList.remove("is-path", "is-near", "is-here");
      }
    }

    function mark(arrow, isNear) {
      const added = isNear ? ["is-path", "is-near"] : ["is-path"];
      arrow.element.classList.add(...added);
      for (const label of labels) {
        if (label.dataset.from === arrow.from && label.dataset.to === arrow.to) label.classList.add(...added);
      }
      for (const end of [arrow.from, arrow.to]) {
        const box = boxes.get(end);
        if (box) box.classList.add(...added);
      }
    }

    function show(target) {
      if (target === shown) return;
      clear();
      shown = target;
      drawing.classList.add("is-lit");
      if (target.dataset.box !== undefined) {
        const { near, path } = pathsThrough(target.dataset.box, arrows);
        arrows.forEach((arrow, index) => {
          if (near.has(index) || path.has(index)) mark(arrow, near.has(index));
        });
        target.classList.add("is-path", "is-here");
      } else {
        for (const arrow of arrows) {
          if (arrow.from === target.dataset.from && arrow.to === target.dataset.to) mark(arrow, true);
        }
      }
    }

    /** The box or the arrow that an event is about. */
    function subject(node) {
      return node instanceof Element ? node.closest("[data-box], [data-from]") : null;
    }

    /** What stays lit when nothing is pointed at: the box that has the focus from the keyboard. */
    function rest() {
      const focused = drawing.querySelector("[data-box]:focus-visible");
      if (focused) show(focused);
      else clear();
    }

    drawing.addEventListener("pointerover", (event) => {
      if (event.pointerType === "touch") return;
      const target = subject(event.target);
      if (target) show(target);
      else rest();
    });
    drawing.addEventListener("pointerleave", (event) => {
      if (event.pointerType !== "touch") rest();
    });
    drawing.addEventListener("focusin", (event) => {
      const target = subject(event.target);
      if (target && target.matches(":focus-visible")) show(target);
    });
    drawing.addEventListener("focusout", clear);

    // A finger has to stay for a moment: a tap follows the link, as anywhere.
    let hold = null;
    let wasHeld = false;

    function letGo() {
      if (hold) clearTimeout(hold.timer);
      hold = null;
    }

    drawing.addEventListener("pointerdown", (event) => {
      letGo();
      wasHeld = false;
      if (event.pointerType !== "touch") return;
      const target = subject(event.target);
      if (!target) return;
      const timer = setTimeout(() => {
        wasHeld = true;
        show(target);
      }, holdTime);
      hold = { timer, x: event.clientX, y: event.clientY };
    });
    drawing.addEventListener("pointermove", (event) => {
      if (hold && Math.hypot(event.clientX - hold.x, event.clientY - hold.y) > holdTolerance) letGo();
    });
    drawing.addEventListener("pointerup", letGo);
    drawing.addEventListener("pointercancel", letGo);
    // What was held was not meant to be followed, nor to open a menu.
    drawing.addEventListener("click", (event) => {
      if (wasHeld) event.preventDefault();
      wasHeld = false;
    });
    drawing.addEventListener("contextmenu", (event) => {
      if (hold || wasHeld) event.preventDefault();
    });

    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape") clear();
    });
    document.addEventListener("pointerdown", (event) => {
      if (event.pointerType === "touch" && !(subject(event.target) && drawing.contains(event.target))) clear();
    });
  }

  for (const drawing of document.querySelectorAll("svg.logic-diagram")) setUp(drawing);
})();
