import { expect, it } from "vitest";
import { unsetText } from "./unsetText";

it("writes an index beside its letter, and leaves all else", () => {
  expect(unsetText("λ_FSD ×100, λ_WSD 0, η₀, run_2")).toBe("λ\u202fFSD ×100, λ\u202fWSD 0, η₀, run_2");
});
