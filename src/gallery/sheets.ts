// What every part of the page stands on, the order of layers first; the parts bring their own sheets.
import "../styles/layers.css";
import "../styles/tokens.css";
import "../styles/base.css";
import "../styles/shared.css";
