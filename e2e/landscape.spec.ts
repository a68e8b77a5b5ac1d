import { landscapeSettings } from "../src/config/tables/landscapeSettings";
import { accessibilityFaults } from "./accessibilityFaults";
import { expect, test } from "./fixtures";
import { LandscapePage } from "./landscapePage";

type Pair = readonly [number, number];

/** The quadratic: curvature 3 along 60°, 0.1 across, minimum at (1.5, −0.5). */
const [COS, SIN] = [Math.cos(Math.PI / 3), Math.sin(Math.PI / 3)];
const H = [3 * COS * COS + 0.1 * SIN * SIN, 2.9 * COS * SIN, 3 * SIN * SIN + 0.1 * COS * COS] as const;

function gradientAt([a, b]: Pair): Pair {
  const [x, y] = [a - 1.5, b + 0.5];
  return [H[0] * x + H[1] * y, H[1] * x + H[2] * y];
}

/** θ − (scale·H + shift·I)⁻¹∇J. */
function newtonFrom(theta: Pair, scale: number, shift: number): Pair {
  const [a, b, c] = [scale * H[0] + shift, scale * H[1], scale * H[2] + shift];
  const [x, y] = gradientAt(theta);
  const determinant = a * c - b * b;
  return [theta[0] - (c * x - b * y) / determinant, theta[1] - (a * y - b * x) / determinant];
}

function alongGradient(theta: Pair, rate: number): Pair {
  const [x, y] = gradientAt(theta);
  return [theta[0] - rate * x, theta[1] - rate * y];
}

function expectPair(actual: Pair | null | undefined, [a, b]: Pair, tolerance = 1e-5): void {
  expect(Math.hypot((actual?.[0] ?? Number.NaN) - a, (actual?.[1] ?? Number.NaN) - b)).toBeLessThan(tolerance);
}

const ETA = landscapeSettings("quadratic", "sgd").learningRate;

test("first steps on the quadratic are the closed forms, wherever θ is put, and KFAC is not defined on Rosenbrock", async ({
  lab,
}) => {
  const view = new LandscapePage(lab);
  await lab.open("task=sine&opt=apo-p,sgd,natural-gradient,proximal-point,kfac&views=landscape&lf=4&lw=0.5");
  const check = async () => {
    const { theta, paths, proximalPoint } = await view.answered();
    const firstOf = (run: string) => paths.find((path) => path.run === run)?.points[1];
    expectPair(firstOf("sgd"), alongGradient(theta, ETA));
    expectPair(firstOf("natural-gradient"), newtonFrom(theta, 4, 0.5));
    expectPair(firstOf("proximal-point"), newtonFrom(theta, 5, 0.5));
    expectPair(proximalPoint, newtonFrom(theta, 5, 0.5), 1e-8);
    return theta;
  };
  await lab.views.toolbar.scrollIntoViewIfNeeded();
  const start = await check();
  for (const axis of ["w₁", "w₂"]) await expect(view.chart.text(axis)).toBeVisible();
  await view.dragTheta(90, 60);
  const dragged = await check();
  expect(dragged[0]).toBeGreaterThan(start[0] + 0.5);
  expect(dragged[1]).toBeLessThan(start[1] - 0.5);
  await view.thetaSlider("w₁").press("ArrowRight");
  const moved = await check();
  expect(moved[0] - dragged[0]).toBeGreaterThan(0.02);
  expect(moved[0] - dragged[0]).toBeLessThan(0.08); // a step of 0.05, on its grid
  expect(moved[1]).toBe(dragged[1]);

  await view.thetaSlider("w₂").fill("40"); // as a screen reader moves it: to a quarter of −3 to 3
  expect((await view.answered()).theta[1]).toBe(-1.5);

  await view.steps.press("Home");
  await view.steps.press("ArrowRight");
  const [, first] = (await view.answered()).paths.find(({ run }) => run === "sgd")?.points ?? [];
  const text = `(${first?.map((value) => value.toFixed(3).replace("-", "−")).join(", ")})`;
  await expect(view.row("SGD")).toContainText(`${text}${text}`); // after 1 step, and after as many as are drawn
  await view.problem("Rosenbrock").click();
  const { paths, theta } = await view.answered();
  expect(theta).toEqual([-1.2, 1]);
  expect(paths.find(({ run }) => run === "kfac")?.stopped).toContain("not defined on Rosenbrock");
  await view.steps.press("End");
  await expect(view.table).toContainText("KFAC is not defined on Rosenbrock");
  await expect(view.chart.summary).toContainText("Proximal point after 60 steps:");
});

test("the balls follow the λ sliders, by √2 for a price twice as high, and a price of 0 has none", async ({ lab }) => {
  const view = new LandscapePage(lab);
  await lab.open("task=sine&opt=apo-p,sgd&views=landscape&land=quadratic:0,0.5&lf=4&lw=2");
  await view.answered();
  const before = { fsd: await view.ballSize("fsd"), wsd: await view.ballSize("wsd") };
  await lab.typeNumber("λ_FSD", "8");
  await lab.typeNumber("λ_WSD", "4");
  await expect.poll(async () => (await view.answered()).lambdaWsd).toBe(4);
  for (const ball of ["fsd", "wsd"] as const) {
    const after = await view.ballSize(ball);
    for (const side of ["width", "height"] as const)
      expect(Math.abs(before[ball][side] / after[side] / Math.SQRT2 - 1), `${side} of ${ball}`).toBeLessThan(0.03);
  }
  // λ_FSD·½dᵀHd = gain: along an axis the ellipse reaches √(2·gain/λ_FSD·(H⁻¹)ᵢᵢ); 8 units are the picture's width
  const { balls } = await view.answered();
  const perUnit = (await view.ballSize("wsd")).width / (2 * (balls?.wsdRadius ?? Number.NaN));
  const reach = Math.sqrt((2 * (balls?.gain ?? Number.NaN) * H[2]) / (8 * (H[0] * H[2] - H[1] * H[1])));
  expect(Math.abs((await view.ballSize("fsd")).width / (2 * reach * perUnit) - 1)).toBeLessThan(0.03);

  await lab.typeNumber("λ_WSD", "0");
  await expect(view.chart.figure.getByText(/λ_WSD is 0: .* whole plane/).first()).toBeAttached();
  await expect(view.chart.figure.locator("[data-ball=wsd]")).toHaveCount(0);
  expect(await accessibilityFaults(lab.page, "figure.landscape")).toEqual([]);
});
