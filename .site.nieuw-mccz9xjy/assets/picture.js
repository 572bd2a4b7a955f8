"use strict";

const Picture = (() => {
  const STYLES = ["fill", "stroke", "stroke-width", "stroke-dasharray", "font-size", "font-weight"];
  const [HEAD, EDGE, SHARP] = [40, 16, 2];

  const narrow = window.matchMedia("(max-width: 600px)");

  const figure = (place, ...inside) => {
    place.replaceChildren(...inside);
    if (place.scrollWidth > place.clientWidth) place.tabIndex = 0;
    else place.removeAttribute("tabindex");
  };

  const alone = (drawing, title) => {
    const { width, height } = drawing.viewBox.baseVal;
    const copy = /** @type {SVGSVGElement} */ (drawing.cloneNode(true));
    const [from, to] = [drawing, copy].map((one) => [one, ...one.querySelectorAll("*")]);
    from.forEach((part, index) => {
      const style = getComputedStyle(part);
      STYLES.forEach((name) => to[index].setAttribute(name, style.getPropertyValue(name)));
      to[index].removeAttribute("class");
    });
    const page = getComputedStyle(document.body);
    const size = [width + 2 * EDGE, height + HEAD + EDGE];
    const letters = Math.min(16, (1.7 * width) / title.length); // a long name stays on the picture
    const words = Elements.svg(
      "text",
      { x: 0, y: -HEAD / 2, "font-size": letters, "font-weight": 700, fill: page.color },
      title,
    );
    copy.prepend(
      Elements.svg("rect", { x: -EDGE, y: -HEAD, width: size[0], height: size[1], fill: page.backgroundColor }),
      words,
    );
    copy.setAttribute("viewBox", `${-EDGE} ${-HEAD} ${size[0]} ${size[1]}`);
    copy.setAttribute("width", String(size[0] * SHARP));
    copy.setAttribute("height", String(size[1] * SHARP));
    copy.setAttribute("font-family", "sans-serif");
    return copy;
  };

  const made = async (drawing, title) => {
    const image = new Image();
    image.src = `data:image/svg+xml,${encodeURIComponent(new XMLSerializer().serializeToString(alone(drawing, title)))}`;
    await image.decode();
    const canvas = Elements.el("canvas");
    [canvas.width, canvas.height] = [image.width, image.height];
    const pen = canvas.getContext("2d");
    if (!pen) throw new Error("no canvas");
    pen.drawImage(image, 0, 0);
    return new Promise((done, failed) =>
      canvas.toBlob((content) => (content ? done(content) : failed(new Error("no picture")))),
    );
  };

  const save = async (drawing, title, name, said) => {
    said.textContent = "";
    try {
      Files.give(name, "image/png", await made(drawing, title));
      said.textContent = "Het plaatje staat bij je downloads.";
    } catch {
      said.textContent = "Het plaatje is niet gelukt. Print de bladzijde, of maak een foto van je scherm.";
    }
  };

  return { narrow, figure, save };
})();
