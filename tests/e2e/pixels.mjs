// What the pictures of a page say. They are decoded in a page of their own, by the browser: the page under test is left
// alone, and no package is needed.

/** Runs in the laboratory: everything that looks at pixels. */
function tools() {
  const bases = new Map();
  const bytes = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  async function decode(png) {
    const bitmap = await createImageBitmap(new Blob([bytes(png)]));
    const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext("2d", { willReadFrequently: true });
    context.drawImage(bitmap, 0, 0);
    return context.getImageData(0, 0, bitmap.width, bitmap.height);
  }
  const linear = Array.from({ length: 256 }, (_, at) => at / 255).map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  const light = (r, g, b) => 0.2126 * linear[r] + 0.7152 * linear[g] + 0.0722 * linear[b];
  const ratio = (a, b) => (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  const at = ({ data, width }, x, y) => data.subarray((y * width + x) * 4, (y * width + x) * 4 + 3);

  return {
    keep: async (name, png) => void bases.set(name, await decode(png)),
    /** How many pixels differ between two pictures of a place, and how many of them by 3:1 or more. */
    async changed(before, after) {
      const [one, two] = [await decode(before), await decode(after)];
      let [all, clear] = [0, 0];
      for (let y = 0; y < one.height; y++) {
        for (let x = 0; x < one.width; x++) {
          const [[r, g, b], [R, G, B]] = [at(one, x, y), at(two, x, y)];
          if (Math.abs(r - R) + Math.abs(g - G) + Math.abs(b - B) < 24) continue;
          all++;
          if (ratio(light(r, g, b), light(R, G, B)) >= 3) clear++;
        }
      }
      return { all, clear };
    },
    /** The most frequent colour of a piece of what was kept, that which is farthest from it, and their contrast. */
    ink(name, left, top, width, height) {
      const base = bases.get(name);
      const counts = new Map();
      for (let y = Math.max(0, top); y < Math.min(top + height, base.height); y++) {
        for (let x = Math.max(0, left); x < Math.min(left + width, base.width); x++) {
          const [r, g, b] = at(base, x, y);
          const key = (r << 16) | (g << 8) | b;
          counts.set(key, (counts.get(key) ?? 0) + 1);
        }
      }
      const paper = [...counts].reduce((most, one) => (one[1] > most[1] ? one : most), [0, 0])[0];
      const parts = (key) => [key >> 16, (key >> 8) & 255, key & 255];
      const ground = light(...parts(paper));
      // The edges of letters are paler than letters; the darkest few pixels are the ink.
      const found = [...counts].map(([key, count]) => ({ key, count, ratio: ratio(light(...parts(key)), ground) })).sort((a, b) => b.ratio - a.ratio);
      return { paper: parts(paper), ink: parts(found[0]?.key ?? paper), ratio: found[0]?.ratio ?? 1 };
    },
    /** A picture of a picture: each of its pixels is the mean of a square of so many pixels. As PNG, in base64. */
    async shrink(png, size) {
      const picture = await decode(png);
      const [width, height] = [Math.ceil(picture.width / size), Math.ceil(picture.height / size)];
      const small = new ImageData(width, height);
      for (let row = 0; row < height; row++) {
        for (let column = 0; column < width; column++) {
          const sums = [0, 0, 0];
          let count = 0;
          for (let y = row * size; y < Math.min(row * size + size, picture.height); y++) {
            for (let x = column * size; x < Math.min(column * size + size, picture.width); x++, count++) {
              const pixel = at(picture, x, y);
              for (const part of [0, 1, 2]) sums[part] += pixel[part];
            }
          }
          small.data.set([...sums.map((sum) => Math.round(sum / count)), 255], (row * width + column) * 4);
        }
      }
      const canvas = new OffscreenCanvas(width, height);
      canvas.getContext("2d").putImageData(small, 0, 0);
      const file = new Uint8Array(await (await canvas.convertToBlob()).arrayBuffer());
      return btoa(String.fromCharCode(...file));
    },
    /**
     * How large a share of two pictures, of which each pixel stands for its neighbourhood too, differs by more than so much
     * from what stands at its place in the other, or so many pixels above or under it: one line more moves all below.
     */
    async apart(one, two, { reach, by, slack }) {
      const [a, b] = [await decode(one), await decode(two)];
      if (a.width !== b.width || a.height !== b.height) return 1;
      const around = (picture) =>
        Array.from({ length: picture.width * picture.height }, (_, place) => {
          const [column, row] = [place % picture.width, Math.floor(place / picture.width)];
          const sums = [0, 0, 0];
          let count = 0;
          for (let y = Math.max(0, row - reach); y <= Math.min(picture.height - 1, row + reach); y++) {
            for (let x = Math.max(0, column - reach); x <= Math.min(picture.width - 1, column + reach); x++, count++) {
              const pixel = at(picture, x, y);
              for (const part of [0, 1, 2]) sums[part] += pixel[part];
            }
          }
          return sums.map((sum) => sum / count);
        });
      const [p, q] = [around(a), around(b)];
      const alike = (here, there) => p[here].every((part, which) => Math.abs(part - q[there][which]) <= by);
      const apart = p.filter((_, here) => {
        for (let rows = 0; rows <= slack; rows++) {
          for (const there of [here - rows * a.width, here + rows * a.width]) if (q[there] && alike(here, there)) return false;
        }
        return true;
      });
      return apart.length / p.length;
    },
  };
}

/** A page for pictures. Each function takes what the one of the same name above takes, a picture as the screenshot gave it. */
export async function laboratory(browser) {
  const page = await browser.newPage();
  await page.evaluate(`globalThis.lab = (${tools})()`);
  const ask = (name) => (...given) =>
    page.evaluate(([name, given]) => lab[name](...given), [name, given.map((one) => (Buffer.isBuffer(one) ? one.toString("base64") : one))]);
  return Object.fromEntries(["keep", "changed", "ink", "shrink", "apart"].map((name) => [name, ask(name)]));
}
