import { expect, test } from "vitest";
import { browserName } from "./browserName";

test("browsers are told apart although they name each other", () => {
  const webkit = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko)";
  expect(browserName(`${webkit} Chrome/156.0.0.0 Safari/537.36`)).toBe("Chrome 156");
  expect(browserName(`${webkit} HeadlessChrome/156.0.0.0 Safari/537.36`)).toBe("Chrome 156");
  expect(browserName(`${webkit} Chrome/156.0.0.0 Safari/537.36 Edg/155.0.1`)).toBe("Edge 155");
  expect(browserName("Mozilla/5.0 (X11; Linux x86_64; rv:150.0) Gecko/20100101 Firefox/150.0")).toBe("Firefox 150");
  expect(
    browserName("Mozilla/5.0 (Macintosh) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Safari/605.1.15"),
  ).toBe("Safari 26");
  expect(browserName("curl/8")).toBe("unknown browser");
});
