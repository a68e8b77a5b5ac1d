const FAMILY = [
  { method: "Gradient descent", token: "gd", loss: "first order", fsd: "none", wsd: "exact" },
  { method: "Hessian-free", token: "hf", loss: "second order", fsd: "none", wsd: "exact" },
  { method: "Natural gradient", token: "ng", loss: "first order", fsd: "second order", wsd: "none" },
  { method: "Proximal point", token: "pp", loss: "exact", fsd: "exact", wsd: "exact" },
] as const;

/** How known methods treat the three terms of the objective (the poster's table). */
export function FamilyTable() {
  return (
    <table className="family">
      <thead>
        <tr>
          <th scope="col">Method</th>
          <th scope="col">loss</th>
          <th scope="col">FSD</th>
          <th scope="col">WSD</th>
        </tr>
      </thead>
      <tbody>
        {FAMILY.map(({ method, loss, fsd, wsd }) => (
          <tr key={method}>
            <th scope="row">{method}</th>
            {[loss, fsd, wsd].map((how, term) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: three fixed columns
              <td key={term} className={how === "none" ? "faint" : ""}>
                {how}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
