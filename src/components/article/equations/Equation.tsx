import { createElement, type ReactNode } from "react";
import { type EquationId, MATHML, type MathNode } from "./mathml";
import "./equation.css";

/** An equation on a line of its own, as MathML, which browsers set and read out. */
export function Equation({ of }: { of: EquationId }) {
  return (
    <div className="equation" translate="no">
      {draw(["math", { display: "block" }, ...MATHML[of]], 0)}
    </div>
  );
}

function draw(node: MathNode, key: number): ReactNode {
  if (typeof node === "string") return node;
  const [name, attributes, ...children] = node;
  return createElement(name, { ...attributes, key }, ...children.map(draw));
}
