interface Source {
  authors: string;
  title: string;
  where: string;
  url: string;
}

/** What the article rests on. */
export const SOURCES: readonly Source[] = [
  {
    authors: "Juhan Bae, Paul Vicol, Jeff Z. HaoChen, Roger Grosse",
    title: "Amortized Proximal Optimization",
    where: "NeurIPS 2022, arXiv 2203.00089",
    url: "https://arxiv.org/abs/2203.00089",
  },
  {
    authors: "R. Tyrrell Rockafellar",
    title: "Monotone Operators and the Proximal Point Algorithm",
    where: "SIAM Journal on Control and Optimization 14(5), 1976",
    url: "https://doi.org/10.1137/0314056",
  },
  {
    authors: "Shun-ichi Amari",
    title: "Natural Gradient Works Efficiently in Learning",
    where: "Neural Computation 10(2), 1998",
    url: "https://doi.org/10.1162/089976698300017746",
  },
  {
    authors: "James Martens",
    title: "Deep Learning via Hessian-free Optimization",
    where: "ICML 2010",
    url: "https://www.cs.toronto.edu/~jmartens/docs/Deep_HessianFree.pdf",
  },
  {
    authors: "James Martens, Roger Grosse",
    title: "Optimizing Neural Networks with Kronecker-factored Approximate Curvature",
    where: "ICML 2015, arXiv 1503.05671",
    url: "https://arxiv.org/abs/1503.05671",
  },
  {
    authors: "Thomas George, César Laurent, Xavier Bouthillier, Nicolas Ballas, Pascal Vincent",
    title: "Fast Approximate Natural Gradient Descent in a Kronecker-factored Eigenbasis",
    where: "NeurIPS 2018, arXiv 1806.03884",
    url: "https://arxiv.org/abs/1806.03884",
  },
  {
    authors: "Vineet Gupta, Tomer Koren, Yoram Singer",
    title: "Shampoo: Preconditioned Stochastic Tensor Optimization",
    where: "ICML 2018, arXiv 1802.09568",
    url: "https://arxiv.org/abs/1802.09568",
  },
  {
    authors: "Diederik P. Kingma, Jimmy Ba",
    title: "Adam: A Method for Stochastic Optimization",
    where: "ICLR 2015, arXiv 1412.6980",
    url: "https://arxiv.org/abs/1412.6980",
  },
];
