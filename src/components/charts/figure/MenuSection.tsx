import type { ReactNode } from "react";
import "./menuSection.css";

/** A part of a figure's menu: a title over rows of buttons (`menu-row`). */
export function MenuSection({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="menu-section" aria-label={title}>
      <h3>{title}</h3>
      {children}
    </section>
  );
}
