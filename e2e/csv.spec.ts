import type { Request } from "@playwright/test";
import { expectAccessible } from "./accessibilityFaults";
import { CsvPage, type TestFile } from "./csvPage";
import { expect, test } from "./fixtures";
import { numbersOf, runOf } from "./testState";

/** A cell that no code, name or address contains. */
const MARK = "271828.1828";

/** 120 rows: price = 3·area − age, tax apart; a column of text, a gap in two rows, one cell that is searched for. */
function houses(name: string): TestFile {
  const rows = Array.from({ length: 120 }, (_, i) => {
    const [area, age] = [(i * 37) % 101, (i * 53) % 67];
    return [i === 7 ? MARK : i, area, i % 60 === 5 ? "" : age, `house ${i}`, 3 * area - age, (i * 29) % 83].join(",");
  });
  return { name, text: `id,area,age,name,price,tax\n${rows.join("\n")}\n` };
}

test("a file is chosen, its columns are shown, another target is learned, and no request carries it", async ({
  lab,
}) => {
  const csv = new CsvPage(lab);
  const requests: Request[] = [];
  lab.page.context().on("request", (request) => requests.push(request));
  await lab.open("task=sine&opt=sgdm,adam&steps=20");
  await lab.takeSteps(1);
  await lab.task.focus();
  await lab.task.selectOption("Your own CSV file");
  await expect(csv.card).toBeFocused();
  await lab.keyboard.press("Escape");
  await expect(csv.card).toBeHidden();
  await expect(lab.task).toBeFocused();
  await lab.task.selectOption("Your own CSV file");
  await expect(csv.card).toContainText("The file never leaves this browser.");
  expect(await lab.state()).toMatchObject({ task: "sine", step: 1 });
  await csv.choose(csv.picker, houses("houses.csv"));
  await expect(csv.card).toBeHidden();
  await lab.isAtRest(0);
  expect(await lab.state()).toMatchObject({ task: "csv", csv: { target: "tax", use: { dropped: 2, trainCount: 94 } } });
  await expect(lab.controls).toContainText("2 dropped for missing values");
  await expect(lab.controls).toContainText('Left out: name (text "house 0" in line 2, column 4)');

  await lab.openSettings();
  await expect(csv.inputBox("name", 'text "house 0" in line 2, column 4')).toBeDisabled();
  await expect(csv.inputBox("tax", "the target")).toBeDisabled();
  await csv.target.selectOption("price");
  await lab.isAtRest(0);
  await csv.inputBox("id").uncheck();
  await lab.isAtRest(0);
  await csv.inputBox("tax").press(" ");
  await lab.isAtRest(0);
  await expectAccessible(lab.page, "the columns of a file");
  await lab.keyboard.press("Escape");

  await lab.takeSteps(1);
  await lab.playToTheEnd();
  const state = await lab.state();
  expect(state.csv).toMatchObject({ target: "price", inputs: ["area", "age"], use: { inputs: ["area", "age"] } });
  for (const run of ["sgdm", "adam"]) {
    const rmse = runOf(state, run).evaluations.map(({ testMetric }) => testMetric ?? Number.NaN);
    expect(rmse[0], `${run} at step 0`).toBeGreaterThan(0.7); // about one deviation for a guess
    expect(rmse.at(-1), `${run} at the end`).toBeLessThan(0.2); // price is linear in area and age
  }

  await expect.poll(() => new URL(lab.page.url()).searchParams.get("without")).toBe("id,tax");
  const sent = requests.map((request) => `${request.method()} ${request.url()} ${request.postData() ?? ""}`);
  expect(sent.length).toBeGreaterThan(3);
  expect(sent.filter((text) => !text.startsWith("GET ") || text.includes(MARK))).toEqual([]);
});

test("a table of 100 long names with one input left out has a short address, which a reload opens again", async ({
  lab,
}) => {
  const csv = new CsvPage(lab);
  const names = Array.from({ length: 100 }, (_, i) => `測定値の平均と標準偏差および最大値の列番号${i}`);
  const cells = (i: number) => names.map((_, c) => (((i * 37 + c * 11) % 1000) / 1000).toFixed(3)).join(",");
  const file = {
    name: "long.csv",
    text: [names.join(","), ...Array.from({ length: 40 }, (_, i) => cells(i))].join("\n"),
  };
  await lab.open("task=csv&opt=sgdm&steps=20");
  await csv.choose(csv.picker, file);
  await lab.isAtRest(0);
  await lab.openSettings();
  await csv.inputBox(names[3] ?? "").uncheck();
  await lab.isAtRest(0);
  const query = () => new URL(lab.page.url()).searchParams;
  await expect.poll(() => query().get("without")).toBe(names[3]);
  expect(lab.page.url().length).toBeLessThan(2100); // 19,074 where the other 98 were named: HTTP 431
  expect((await lab.page.reload())?.status()).toBe(200);
  await expect(csv.card).toContainText("all but 1 column");
  await csv.choose(csv.picker, file);
  const inputs = async () => (await lab.state()).csv?.inputs ?? [];
  await expect.poll(async () => (await inputs()).length).toBe(98);
  expect(await inputs()).not.toContain(names[3]);
  await expect.poll(() => query().get("without")).toBe(names[3]);
});

test("a link asks for its file and keeps its choice; a bad file dropped on the run is named by line and column", async ({
  lab,
}) => {
  const csv = new CsvPage(lab);
  await lab.open("task=csv&csv=houses.csv&target=area&inputs=price,age&opt=sgdm&steps=40");
  await expect(csv.card).toContainText("This link needs your file houses.csv");
  await expect(lab.playButton).toBeDisabled();
  const good = await csv.drag(houses("houses.csv"));
  await expect(csv.dropTarget).toBeVisible();
  await good.drop();
  await expect(csv.dropTarget).toBeHidden();
  await expect.poll(async () => (await lab.state()).status).toBe("idle");
  await lab.playToTheEnd();
  const before = await lab.state();
  expect(before.csv).toMatchObject({ target: "area", inputs: ["price", "age"] });

  const bad = await csv.drag({ name: "broken.csv", text: `a,b\n1,2\n3\n${"4,5\n".repeat(30)}` });
  await bad.drop();
  await expect(lab.notice("broken.csv cannot be read: line 3, column 2 is missing")).toContainText(
    "has 1 field separated by commas",
  );
  const after = await lab.state();
  expect(after).toMatchObject({ task: "csv", step: 40, status: before.status, csv: before.csv });
  expect(numbersOf(after)).toEqual(numbersOf(before));
  await lab.newSeedButton.click();
  await lab.isAtRest(0);
  expect(await lab.state()).toMatchObject({ task: "csv", csv: { file: "houses.csv", target: "area" } });
});

test("rows are pasted anywhere on the page, or into the card's field, and a pasted experiment is opened", async ({
  lab,
}) => {
  const csv = new CsvPage(lab);
  await lab.open("task=sine&opt=sgdm&steps=5");
  await csv.paste("0.3");
  await lab.task.selectOption("Your own CSV file");
  await expect(csv.trainOnRows).toBeDisabled();
  await csv.rows.focus();
  await csv.paste("x\ty\n0\t1\n1\t3\n");
  await csv.trainOnRows.click();
  await expect(lab.notice("pasted.csv has 2 rows")).toBeVisible();
  await expect(csv.rows).toHaveValue("x\ty\n0\t1\n1\t3\n"); // what was typed is not lost
  await csv.rows.press("ControlOrMeta+End");
  await csv.paste(Array.from({ length: 20 }, (_, i) => `${i + 2}\t${2 * i + 5}`).join("\n"));
  await csv.trainOnRows.click();
  await expect(csv.card).toBeHidden();
  await expect.poll(async () => (await lab.state()).csv?.target).toBe("y");
  await lab.isAtRest(0);

  await lab.playButton.focus();
  await csv.paste(houses("").text);
  await expect.poll(async () => (await lab.state()).csv?.use?.trainCount).toBe(94);
  await lab.isAtRest(0);
  await expect(lab.controls).toContainText("pasted.csv");

  await lab.controls.getByRole("button", { name: "Methods and settings" }).focus();
  await csv.paste('{"version":1,"task":"spirals","seed":9,"steps":7,"optimizers":[{"id":"adam"}]}');
  await expect.poll(async () => (await lab.state()).task).toBe("spirals");
  await lab.isAtRest(0);
  expect(await lab.state()).toMatchObject({ seed: 9, steps: 7 });
});
