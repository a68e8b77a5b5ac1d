/** A nonlinearity that acts value by value. */
export type ActivationKind = "tanh" | "relu";

/** What follows a layer's linear part. */
export type Activation = ActivationKind | "linear";
