import { expect, it } from "vitest";
import { fetchReader } from "./fetchReader";

it("gives the reader, and names the file and the remedy where it does not come", async () => {
  await expect(fetchReader("a.csv", () => Promise.resolve(1))).resolves.toBe(1);
  await expect(fetchReader("a.csv", () => Promise.reject(new TypeError("offline")))).rejects.toMatchObject({
    title: "a.csv cannot be read",
    detail: "The part of APO Lab that reads such files did not come.",
    remedy: "Check the connection, then try again.",
  });
});
