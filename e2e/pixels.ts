import type { Locator, Page } from "@playwright/test";

/** Room for what is drawn around an element, as a focus ring is. */
const AROUND = 6;
/** Of 255, summed over three channels: less is not seen as a difference. */
const SEEN = 120;

/** How many pixels of an element, and of what is drawn around it, a style sheet changes so that one sees it. */
export async function pixelsChangedBy(element: Locator, css: string): Promise<number> {
  const page = element.page();
  await element.scrollIntoViewIfNeeded();
  const box = await element.boundingBox();
  if (!box) throw new Error("The element is not on screen.");
  const clip = {
    x: Math.max(0, box.x - AROUND),
    y: Math.max(0, box.y - AROUND),
    width: box.width + 2 * AROUND,
    height: box.height + 2 * AROUND,
  };
  const before = await page.screenshot({ clip });
  // no <style>, which the page's policy refuses
  await page.evaluate((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    document.adoptedStyleSheets.push(sheet);
  }, css);
  const after = await page.screenshot({ clip });
  await page.evaluate(() => void document.adoptedStyleSheets.pop());
  return pixelsBetween(page, before, after);
}

/** How many pixels of two pictures of one size differ so that one sees it. */
function pixelsBetween(page: Page, first: Buffer, second: Buffer): Promise<number> {
  return page.evaluate(
    async ([a, b, seen]) => {
      const read = async (base64: string) => {
        const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
        const bitmap = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
        const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext("2d");
        context?.drawImage(bitmap, 0, 0);
        return context?.getImageData(0, 0, bitmap.width, bitmap.height).data ?? new Uint8ClampedArray();
      };
      const [one, other] = [await read(a), await read(b)];
      let count = 0;
      for (let at = 0; at < one.length; at += 4) {
        let difference = 0;
        for (let channel = 0; channel < 3; channel++)
          difference += Math.abs((one[at + channel] ?? 0) - (other[at + channel] ?? 0));
        if (difference > seen) count++;
      }
      return count;
    },
    [first.toString("base64"), second.toString("base64"), SEEN] as const,
  );
}
